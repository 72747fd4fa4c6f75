/** How requests travel: retries, renewals, time limits, proxies, certificates. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Certificate, makeCertificate } from '../../certificate.ts';
import { openRelay } from '../../sweep/relay.ts';
import { heat } from './heat-answers.ts';
import { isLogin, login, type ScriptedCloud, type Seen, startScriptedCloud } from './scripted-cloud.ts';

const NO_STACKS = { json: { stacks: [] } };

let cloud: ScriptedCloud;
beforeEach(async () => {
  cloud = await startScriptedCloud();
});
afterEach(async () => {
  await cloud.close();
});

describe('the token', () => {
  it('is asked for once, with the project, and sent with every request', async () => {
    cloud.on('GET', heat('/stacks'), NO_STACKS);
    const { reader } = await cloud.open();
    await reader.listStacks();
    await reader.listStacks();
    expect(cloud.seen.filter(isLogin).map(({ json }) => json)).toEqual([
      {
        auth: {
          identity: {
            methods: ['password'],
            password: { user: { name: 'demo', domain: { id: 'default' }, password: 'pass-word' } },
          },
          scope: { project: { name: 'demo', domain: { id: 'default' } } },
        },
      },
    ]);
    expect(cloud.seen.at(-1)?.headers['x-auth-token']).toBe('token-1');
  });

  it('is renewed once for many requests that are refused together', async () => {
    cloud.on('GET', heat('/stacks'), ({ headers }) =>
      headers['x-auth-token'] === 'token-1' ? { status: 401, json: {} } : NO_STACKS,
    );
    const { reader } = await cloud.open();
    await Promise.all(Array.from({ length: 6 }, () => reader.listStacks()));
    expect(cloud.seen.filter(isLogin)).toHaveLength(2);
  });

  it('is not renewed again for a refusal that comes after the renewal', async () => {
    const refused = (afterMs: number) => ({ status: 401, json: {}, afterMs });
    const fresh = { json: { stack: { id: 'x', stack_name: 'x', stack_status: 'CREATE_COMPLETE' } } };
    const bySlowness = (afterMs: number) => (one: Seen) =>
      one.headers['x-auth-token'] === 'token-1' ? refused(afterMs) : fresh;
    cloud.on('GET', heat('/stacks/quick/1'), bySlowness(0));
    cloud.on('GET', heat('/stacks/slow/2'), bySlowness(150));
    for (const path of ['/stacks/quick/1/resources', '/stacks/slow/2/resources']) {
      cloud.on('GET', heat(path), { json: { resources: [] } });
    }
    const { reader } = await cloud.open();
    await Promise.all([reader.pulse({ name: 'quick', id: '1' }), reader.pulse({ name: 'slow', id: '2' })]);
    expect(cloud.seen.filter(isLogin)).toHaveLength(2);
  });

  it('is renewed before it ends', async () => {
    cloud.on('POST', '/v3/auth/tokens', [login(cloud.url, 'short', 30_000), login(cloud.url, 'long')]);
    cloud.on('GET', heat('/stacks'), NO_STACKS);
    const { reader } = await cloud.open();
    await reader.listStacks();
    expect(cloud.seen.at(-1)?.headers['x-auth-token']).toBe('long');
  });

  it('that is refused even when fresh is an error, not a loop', async () => {
    cloud.on('GET', heat('/stacks'), { status: 401, json: {} });
    const { reader } = await cloud.open();
    await expect(reader.listStacks()).rejects.toMatchObject({ code: 'unauthorized' });
    expect(cloud.requests()).toHaveLength(2);
  });

  it('that was given by the user cannot be renewed', async () => {
    cloud.on('GET', heat('/stacks'), { status: 401, json: {} });
    const env = { OS_PASSWORD: '', OS_USERNAME: '', OS_TOKEN: 'given' };
    const { reader } = await cloud.open({ env });
    await expect(reader.listStacks()).rejects.toMatchObject({
      code: 'unauthorized',
      message: expect.stringContaining('the token has expired and a token cannot be renewed'),
    });
  });

  it('that was given by the user is used to its end without another login', async () => {
    cloud.on('POST', '/v3/auth/tokens', login(cloud.url, 'short', 30_000));
    cloud.on('GET', heat('/stacks'), NO_STACKS);
    const { reader } = await cloud.open({ env: { OS_PASSWORD: '', OS_TOKEN: 'given' } });
    await reader.listStacks();
    expect(cloud.seen.filter(isLogin)).toHaveLength(1);
  });

  it('and the password are told as secrets as soon as they are known', async () => {
    const secrets: string[] = [];
    await cloud.open({ onSecret: (value) => secrets.push(value) });
    expect(secrets).toEqual(['pass-word', 'token-1']);
  });
});

describe('trying again', () => {
  it('reads through 503, a broken connection and 429, as long as told to wait', async () => {
    const waits: number[] = [];
    const busy = { status: 429, headers: { 'retry-after': '3' }, json: {} };
    cloud.on('GET', heat('/stacks'), [{ status: 503, json: {} }, 'cut', busy, NO_STACKS]);
    const { reader } = await cloud.open({ sleep: async (ms) => waits.push(ms) });
    expect(await reader.listStacks()).toEqual([]);
    expect(waits).toHaveLength(3);
    expect(waits[2]).toBe(3000);
  });

  it('tells each request to whoever debugs, without its secrets', async () => {
    cloud.on('GET', heat('/stacks'), [{ status: 503, json: {} }, NO_STACKS]);
    const lines: string[] = [];
    const log = { info: () => {}, warn: () => {}, debug: (line: string) => lines.push(line) };
    await (await cloud.open({ log })).reader.listStacks();
    expect(lines.map((line) => line.replace(/\d+ ms/g, 'N ms'))).toEqual([
      'POST identity /auth/tokens: 201 in N ms',
      'GET orchestration /stacks: 503 in N ms, again in N ms',
      'GET orchestration /stacks: 200 in N ms',
    ]);
  });

  it('gives up after five and says what came', async () => {
    cloud.on('GET', heat('/stacks'), {
      status: 503,
      headers: { 'x-openstack-request-id': 'req-1' },
      text: '<h1>no',
    });
    const { reader } = await cloud.open();
    await expect(reader.listStacks()).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(
        /^listing stacks: the orchestration service answers 503 at "127.0.0.1:\d+"/,
      ),
      request: 'GET orchestration /stacks',
      requestId: 'req-1',
    });
    expect(cloud.requests()).toHaveLength(5);
  });
});

describe('time limits', () => {
  it('end a request that is not answered', async () => {
    cloud.on('PUT', heat('/stacks/web/s1'), 'hang');
    const { writer } = await cloud.open({ timeouts: { connectMs: 1000, headersMs: 300, bodyMs: 300 } });
    const environment = { parameters: {}, parameter_defaults: {}, resource_registry: {} };
    const update = { name: 'web', template: {}, files: {}, environment, tags: [], timeoutMinutes: null };
    await expect(writer.update({ name: 'web', id: 's1' }, update)).rejects.toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('took the request and did not answer in time'),
    });
  });
});

describe('proxies', () => {
  /** Answers plain requests by asking the target itself, and CONNECT by a tunnel. */
  async function startProxy(refuse = false) {
    const seen: string[] = [];
    const sockets = new Set<Socket>();
    const server = createServer((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      const url = new URL(request.url ?? '');
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', async () => {
        const { request: ask } = await import('undici');
        const { 'x-auth-token': token } = request.headers;
        const answer = await ask(url, {
          method: request.method === 'POST' ? 'POST' : 'GET',
          headers: { 'content-type': 'application/json', ...(token ? { 'x-auth-token': token } : {}) },
          body: chunks.length === 0 ? null : Buffer.concat(chunks),
        });
        const subject = answer.headers['x-subject-token'];
        response.writeHead(answer.statusCode, subject ? { 'x-subject-token': subject } : {});
        response.end(await answer.body.text());
      });
    });
    server.on('connect', (request, client) => {
      seen.push(`CONNECT ${request.url}`);
      if (refuse) {
        client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
        return;
      }
      const [host, port] = (request.url ?? '').split(':');
      const upstream = connect(Number(port), host, () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        client.pipe(upstream).pipe(client);
      });
      upstream.on('error', () => client.destroy());
      client.on('error', () => upstream.destroy());
    });
    server.on('connection', (socket) => sockets.add(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const close = async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    };
    return { url: `http://127.0.0.1:${port}`, seen, close };
  }

  it('are used for plain http without a tunnel', async () => {
    const proxy = await startProxy();
    cloud.on('GET', heat('/stacks'), NO_STACKS);
    const { reader, close } = await cloud.open({ env: { HTTP_PROXY: proxy.url } });
    expect(await reader.listStacks()).toEqual([]);
    expect(proxy.seen[0]).toBe(`POST ${cloud.url}/v3/auth/tokens`);
    expect(proxy.seen[1]).toContain(`GET ${cloud.url}${heat('/stacks')}`);
    await close();
    await proxy.close();
  });

  it('are left aside for NO_PROXY, address ranges too', async () => {
    const proxy = await startProxy();
    cloud.on('GET', heat('/stacks'), NO_STACKS);
    const { reader } = await cloud.open({ env: { HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.0/8' } });
    await reader.listStacks();
    expect(proxy.seen).toEqual([]);
    await proxy.close();
  });

  it('are used for https by a tunnel', async () => {
    const proxy = await startProxy();
    const safe = await startScriptedCloud(pair);
    safe.on('GET', heat('/stacks'), NO_STACKS);
    const { reader, close } = await safe.open({ env: { HTTPS_PROXY: proxy.url, OS_CACERT: pair.file } });
    expect(await reader.listStacks()).toEqual([]);
    expect(proxy.seen).toContain(`CONNECT ${new URL(safe.url).host}`);
    await close();
    await safe.close();
    await proxy.close();
  });

  it('that refuse are named, without their password', async () => {
    const proxy = await startProxy(true);
    const safe = await startScriptedCloud(pair);
    const withPassword = proxy.url.replace('http://', 'http://me:hunter2@');
    const opening = safe.open({ env: { HTTPS_PROXY: withPassword, OS_CACERT: pair.file } });
    await expect(opening).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(
        /the proxy "127\.0\.0\.1:\d+" does not let us through; check HTTPS_PROXY/,
      ),
    });
    await expect(opening).rejects.not.toMatchObject({ message: expect.stringContaining('hunter2') });
    await safe.close();
    await proxy.close();
  });

  it('that are not there are named as the trouble', async () => {
    await expect(cloud.open({ env: { HTTP_PROXY: 'http://127.0.0.1:1' } })).rejects.toMatchObject({
      message: expect.stringMatching(/on the way to "127.0.0.1:\d+": nothing listens at "127.0.0.1:1"/),
    });
  });

  it('that are no addresses are refused', async () => {
    await expect(cloud.open({ env: { HTTP_PROXY: 'http://' } })).rejects.toMatchObject({
      code: 'credentials-invalid',
    });
  });
});

let pair: Certificate;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'thermostat-tls-'));
  pair = await makeCertificate(folder);
  await writeFile(join(folder, 'broken.pem'), 'nothing');
  return () => rm(folder, { recursive: true });
});

describe('certificates', () => {
  it('of an unknown authority are refused, with what to set', async () => {
    const safe = await startScriptedCloud(pair);
    await expect(safe.open()).rejects.toMatchObject({
      code: 'tls',
      message: expect.stringMatching(/is not trusted or does not match; give .* cacert .* verify: false/),
    });
    await safe.close();
  });

  it('are accepted by cacert', async () => {
    const safe = await startScriptedCloud(pair);
    const { reader } = await safe.open({ env: { OS_CACERT: pair.file } });
    expect(reader.label).toBe('cloud "environment", project "demo"');
    await safe.close();
  });

  it('are accepted unchecked only when told so', async () => {
    const safe = await startScriptedCloud(pair);
    const { reader } = await safe.open({ env: { OS_INSECURE: 'true' } });
    expect(reader.label).toContain('project "demo"');
    await safe.close();
  });

  it('of our own are shown to a cloud that asks for them', async () => {
    const safe = await startScriptedCloud({ ...pair, ca: pair.cert, requestCert: true });
    await expect(safe.open({ env: { OS_CACERT: pair.file } })).rejects.toMatchObject({ name: 'CloudError' });
    const env = {
      OS_CACERT: pair.file,
      OS_CERT: pair.file,
      OS_KEY: pair.file.replace('cert.pem', 'key.pem'),
    };
    expect((await safe.open({ env })).reader.label).toContain('project "demo"');
    await safe.close();
  });

  it('are not blamed when the session breaks in the middle: a reading is asked for again', async () => {
    const safe = await startScriptedCloud(pair);
    const relay = await openRelay(Number(new URL(safe.url).port));
    const url = `https://127.0.0.1:${relay.port}`;
    safe.on('POST', '/v3/auth/tokens', () => login(url, 'token'));
    safe.on('GET', heat('/stacks'), [
      ({ port }) => {
        relay.breakOff(port);
        return 'hang';
      },
      NO_STACKS,
    ]);
    const env = { OS_CACERT: pair.file, OS_AUTH_URL: `${url}/v3` };
    const { reader } = await safe.open({ env });
    expect(await reader.observe([])).toEqual([]);
    relay.close();
    await safe.close();
  });

  it('whose file is not there are a problem of the settings', async () => {
    await expect(cloud.open({ env: { OS_CACERT: 'gone.pem' } })).rejects.toMatchObject({
      code: 'credentials-invalid',
      message: 'reading the OS_* variables: cacert "gone.pem" does not exist; give a PEM file',
    });
  });
});
