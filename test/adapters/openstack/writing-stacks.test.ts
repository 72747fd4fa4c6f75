/** How stacks are written, and what is done when an answer gets lost. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StackRequest } from '../../../src/ports/cloud.ts';
import { heat, stackAnswer } from './heat-answers.ts';
import { type Reply, type ScriptedCloud, startScriptedCloud } from './scripted-cloud.ts';

const REF = { name: 'web', id: 's1' };
const PATH = heat('/stacks/web/s1');

const REQUEST: StackRequest = {
  name: 'web',
  template: { heat_template_version: '2021-04-16', resources: {} },
  files: { 'member.yaml': '# text\n' },
  environment: { parameters: { a: 1 }, parameter_defaults: {}, resource_registry: {} },
  tags: ['team=shop', 'b=2'],
  timeoutMinutes: 30,
};

let cloud: ScriptedCloud;
beforeEach(async () => {
  cloud = await startScriptedCloud();
});
afterEach(async () => {
  await cloud.close();
});

const writes = (): readonly string[] => cloud.requests().filter((one) => !one.startsWith('GET'));

describe('creating', () => {
  it('sends the whole, tags as one text, and never lets Heat roll back', async () => {
    cloud.on('POST', heat('/stacks'), { status: 201, json: { stack: { id: 's1' } } });
    const { writer } = await cloud.open();
    expect(await writer.create(REQUEST)).toEqual(REF);
    expect(cloud.seen.at(-1)?.json).toEqual({
      stack_name: 'web',
      template: REQUEST.template,
      files: REQUEST.files,
      environment: REQUEST.environment,
      tags: 'team=shop,b=2',
      timeout_mins: 30,
      disable_rollback: true,
    });
  });

  it('leaves out tags and time limit that are not given', async () => {
    cloud.on('POST', heat('/stacks'), { status: 201, json: { stack: { id: 's1' } } });
    const { writer } = await cloud.open();
    await writer.create({ ...REQUEST, tags: [], timeoutMinutes: null });
    expect(Object.keys(cloud.seen.at(-1)?.json ?? {})).not.toEqual(expect.arrayContaining(['tags']));
    expect(Object.keys(cloud.seen.at(-1)?.json ?? {})).not.toEqual(expect.arrayContaining(['timeout_mins']));
  });

  it.each<readonly [string, Reply]>([
    ['a broken connection', 'cut'],
    ['a 504 of a balancer', { status: 504, text: '<html>' }],
    ['junk', { status: 201, text: '<html>' }],
  ])('finds the stack that was made although the answer was %s', async (_, reply) => {
    cloud.on('POST', heat('/stacks'), reply);
    const found = stackAnswer({ ...REF, tags: ['b=2', 'team=shop'] });
    cloud.on('GET', heat('/stacks'), { json: { stacks: [found] } });
    const { writer } = await cloud.open();
    expect(await writer.create(REQUEST)).toEqual(REF);
    expect(writes()).toEqual([`POST ${heat('/stacks')}`]);
  });

  it.each([
    ['there is none', []],
    ['it has other tags', [stackAnswer({ ...REF, tags: ['team=other'] })]],
  ])('tells the lost answer when %s, and does not send it again', async (_, stacks) => {
    cloud.on('POST', heat('/stacks'), 'cut');
    cloud.on('GET', heat('/stacks'), { json: { stacks } });
    const { writer } = await cloud.open();
    await expect(writer.create(REQUEST)).rejects.toMatchObject({ code: 'unreachable' });
    expect(writes()).toEqual([`POST ${heat('/stacks')}`]);
  });

  it('waits for a name that a deleted stack still holds', async () => {
    const taken: Reply = { status: 409, json: { error: { message: 'The Stack (web) already exists.' } } };
    cloud.on('POST', heat('/stacks'), [taken, taken, { status: 201, json: { stack: { id: 's1' } } }]);
    cloud.on('GET', heat('/stacks'), { json: { stacks: [] } });
    const { writer } = await cloud.open();
    expect(await writer.create(REQUEST)).toEqual(REF);
  });

  it('does not wait for a name that a stack has', async () => {
    cloud.on('POST', heat('/stacks'), { status: 409, json: { error: { message: 'already exists' } } });
    cloud.on('GET', heat('/stacks'), { json: { stacks: [stackAnswer(REF)] } });
    const { writer } = await cloud.open();
    await expect(writer.create(REQUEST)).rejects.toMatchObject({ code: 'conflict' });
    expect(writes()).toHaveLength(1);
  });

  it('gives up on a name that is never free', async () => {
    cloud.on('POST', heat('/stacks'), { status: 409, json: { error: { message: 'already exists' } } });
    cloud.on('GET', heat('/stacks'), { json: { stacks: [] } });
    const { writer } = await cloud.open();
    await expect(writer.create(REQUEST)).rejects.toMatchObject({ code: 'conflict' });
    expect(writes()).toHaveLength(5);
  });

  it('comes again after 429, which nobody acted on', async () => {
    cloud.on('POST', heat('/stacks'), [
      { status: 429, json: {} },
      { status: 201, json: { stack: { id: 's1' } } },
    ]);
    const { writer } = await cloud.open();
    expect(await writer.create(REQUEST)).toEqual(REF);
  });

  it('says what to do about an application credential that may make no trust', async () => {
    cloud.on('POST', heat('/stacks'), {
      status: 500,
      json: { error: { type: 'RemoteError', message: 'RemoteError' } },
    });
    const env = {
      OS_AUTH_TYPE: 'v3applicationcredential',
      OS_APPLICATION_CREDENTIAL_ID: 'x',
      OS_APPLICATION_CREDENTIAL_SECRET: 'y',
    };
    const { writer } = await cloud.open({ env });
    await expect(writer.create(REQUEST)).rejects.toMatchObject({
      code: 'trust-refused',
      message: expect.stringContaining('use a password user of the project for the first apply'),
    });
    const byPassword = await cloud.open();
    await expect(byPassword.writer.create(REQUEST)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it.each([
    [{ tags: ['a,b'] }, 'tag "a,b" is no tag for Heat'],
    [{ tags: ['x'.repeat(81)] }, 'is no tag for Heat'],
    [
      { environment: { ...REQUEST.environment, parameters: { pin: '******' } } },
      'parameter "pin" reads "******", which is Heat\'s mask',
    ],
  ])('refuses what Heat would store wrongly: %j', async (more, words) => {
    const { writer } = await cloud.open();
    await expect(writer.create({ ...REQUEST, ...more })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining(words),
    });
    await expect(writer.update(REF, { ...REQUEST, ...more })).rejects.toMatchObject({ code: 'invalid' });
    expect(writes()).toEqual([]);
  });
});

describe('updating', () => {
  it('puts the whole at name and id', async () => {
    cloud.on('PUT', PATH, { status: 202 });
    const { writer } = await cloud.open();
    await writer.update(REF, REQUEST);
    expect(cloud.seen.at(-1)).toMatchObject({ method: 'PUT', path: PATH, json: { tags: 'team=shop,b=2' } });
    expect(cloud.seen.at(-1)?.json).not.toHaveProperty('stack_name');
  });

  it('is content with a lost answer when the stack is being updated', async () => {
    cloud.on('PUT', PATH, 'cut');
    cloud.on('GET', PATH, { json: { stack: stackAnswer({ ...REF, status: 'UPDATE_IN_PROGRESS' }) } });
    const { writer } = await cloud.open();
    await writer.update(REF, REQUEST);
    expect(writes()).toEqual([`PUT ${PATH}`]);
  });

  it('tells a lost answer when nothing is going on', async () => {
    cloud.on('PUT', PATH, { status: 504, json: {} });
    cloud.on('GET', PATH, { json: { stack: stackAnswer(REF) } });
    const { writer } = await cloud.open();
    await expect(writer.update(REF, REQUEST)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('may be under way, so run it again'),
    });
    expect(writes()).toEqual([`PUT ${PATH}`]);
  });
});

describe('deleting', () => {
  it('is quiet about a stack that is gone', async () => {
    cloud.on('DELETE', PATH, [{ status: 204 }, { status: 404, json: {} }]);
    const { writer } = await cloud.open();
    await writer.delete(REF);
    await writer.delete(REF);
    expect(writes()).toEqual([`DELETE ${PATH}`, `DELETE ${PATH}`]);
  });

  it('comes again until it is answered', async () => {
    cloud.on('DELETE', PATH, ['cut', { status: 502, json: {} }, { status: 204 }]);
    const { writer } = await cloud.open();
    await writer.delete(REF);
    expect(writes()).toHaveLength(3);
  });
});
