/** Every trouble is one line that says what to do. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CloudError } from '../../../src/ports/errors.ts';
import { heat } from './heat-answers.ts';
import { type Reply, type ScriptedCloud, startScriptedCloud } from './scripted-cloud.ts';

let cloud: ScriptedCloud;
beforeEach(async () => {
  cloud = await startScriptedCloud();
});
afterEach(async () => {
  await cloud.close();
});

async function errorOf(work: () => Promise<unknown>): Promise<CloudError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof CloudError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

const listing = (): Promise<CloudError> => errorOf(async () => (await cloud.open()).reader.listStacks());

const keystoneError = (code: number, message: string): Reply => ({
  status: code,
  json: { error: { code, message } },
});

describe('a login', () => {
  it.each<readonly [string, Reply, string, string]>([
    [
      'wrong password',
      keystoneError(401, 'no'),
      'unauthorized',
      'no such user, password and project together',
    ],
    [
      'no Keystone there',
      { status: 404, text: '<html>' },
      'credentials-invalid',
      'there is no Keystone v3 at',
    ],
    [
      'a web page',
      { status: 201, text: '<html>' },
      'unexpected-answer',
      'is a web page; check that it is the identity service',
    ],
    [
      'junk',
      { status: 201, json: { token: 5 }, headers: { 'x-subject-token': 't' } },
      'unexpected-answer',
      '"token" is not an object',
    ],
    [
      'no token',
      { status: 201, json: { token: {} } },
      'unexpected-answer',
      'the header X-Subject-Token is missing',
    ],
    [
      'no project',
      { status: 201, json: { token: {} }, headers: { 'x-subject-token': 't' } },
      'credentials-invalid',
      'give project_name (OS_PROJECT_NAME) in the OS_* variables',
    ],
    [
      'a redirect',
      { status: 302, headers: { location: 'http://evil/' }, json: {} },
      'unexpected-answer',
      'sends us elsewhere (302)',
    ],
    ['a broken Keystone', { status: 500, json: {} }, 'unavailable', 'the identity service answers 500'],
  ])('%s', async (_, reply, code, words) => {
    cloud.on('POST', '/v3/auth/tokens', reply);
    const error = await errorOf(() => cloud.open());
    expect(error.message).toContain(words);
    expect(error.message).toMatch(/^logging in to cloud "environment"/);
    expect(error.code).toBe(code);
  });

  it('by a token that Keystone does not know', async () => {
    cloud.on('POST', '/v3/auth/tokens', keystoneError(404, 'Failed to validate token.'));
    const error = await errorOf(() => cloud.open({ env: { OS_TOKEN: 'x', OS_PASSWORD: '' } }));
    expect(error).toMatchObject({
      code: 'unauthorized',
      message: expect.stringContaining('does not accept the token'),
    });
  });

  it('at a port where nothing listens', async () => {
    const error = await errorOf(() => cloud.open({ env: { OS_AUTH_URL: 'http://127.0.0.1:1/v3' } }));
    expect(error.code).toBe('unreachable');
    expect(error.message).toContain('nothing listens at "127.0.0.1:1"');
  });

  it('at a name that does not resolve', async () => {
    const error = await errorOf(() => cloud.open({ env: { OS_AUTH_URL: 'http://nowhere.invalid/v3' } }));
    expect(error.code).toBe('unreachable');
    expect(error.message).toContain('"nowhere.invalid:80"');
  });
});

describe('Heat', () => {
  const heatError = (status: number, message: string): Reply => ({
    status,
    headers: { 'x-openstack-request-id': 'req-9' },
    json: {
      code: status,
      title: 'T',
      explanation: 'long',
      error: { type: 'X', message, traceback: 'File "a.py"' },
    },
  });

  it.each<readonly [Reply, string, string]>([
    [
      heatError(400, 'The Parameter (a) was not provided.'),
      'invalid',
      'answers 400: The Parameter (a) was not provided',
    ],
    [
      heatError(403, 'not allowed'),
      'forbidden',
      "the user's role may not do this (403 for GET orchestration /stacks)",
    ],
    [heatError(404, 'gone'), 'not-found', 'answers 404: gone'],
    [heatError(413, 'big'), 'invalid', 'make it smaller'],
    [heatError(429, 'slow'), 'rate-limited', 'still says "too many requests"'],
    [heatError(500, 'RemoteError'), 'unavailable', 'answers 500'],
    [
      { text: '<html>login here</html>' },
      'unexpected-answer',
      'is a web page; check that it is the orchestration service',
    ],
    [{ json: { stacks: 'none' } }, 'unexpected-answer', '"stacks" is not a list'],
    [{ json: { stacks: [{ id: 'x' }] } }, 'unexpected-answer', '"stack_name" is not a text'],
    [{ json: { stacks: [5] } }, 'unexpected-answer', 'holds something that is not an object'],
    [{ status: 407, text: '' }, 'unreachable', 'the proxy asks for a password'],
  ])('%j', async (reply, code, words) => {
    cloud.on('GET', heat('/stacks'), reply);
    const error = await listing();
    expect(error.message).toContain(words);
    expect(error.code).toBe(code);
  });

  it('that answers without end is cut off', async () => {
    cloud.on('GET', heat('/stacks'), { text: ' '.repeat(65 * 1024 * 1024) });
    const error = await listing();
    expect(error.code).toBe('unexpected-answer');
    expect(error.message).toContain('is larger than 64 MiB');
    expect(cloud.requests()).toHaveLength(1);
  });

  it('never shows a stack trace, the token or the password', async () => {
    cloud.on('GET', heat('/stacks'), heatError(400, 'first\nTraceback line'));
    const error = await listing();
    for (const hidden of ['a.py', 'token-1', 'pass-word', '\n']) expect(error.message).not.toContain(hidden);
    expect(error.requestId).toBe('req-9');
  });
});

describe('the catalogue', () => {
  it('without Heat says so', async () => {
    cloud.on('POST', '/v3/auth/tokens', {
      status: 201,
      headers: { 'x-subject-token': 't' },
      json: { token: { project: { id: 'p' }, catalog: [] } },
    });
    const error = await listing();
    expect(error.code).toBe('service-missing');
    expect(error.message).toContain('the catalogue does not hold it at all');
  });
});
