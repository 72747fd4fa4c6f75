// Trouble on demand: requests and server builds that go wrong as they were told to.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { at, type Client, groupTemplate, openClient, text } from './client.ts';

let client: Client;
beforeAll(async () => {
  client = await openClient();
});
beforeEach(() => client.sandbox.faults.clear());
afterAll(() => client.sandbox.close());

describe('a request fault', () => {
  it('answers in place of the cloud, once, and only where it was asked to', async () => {
    const effect = {
      kind: 'answer',
      status: 503,
      headers: { 'retry-after': '7' },
      body: { busy: true },
    } as const;
    client.sandbox.faults.request({ method: 'GET', path: '/stacks', effect });
    expect((await client.nova('GET', '/flavors')).status).toBe(200);
    expect(await client.heat('GET', '/stacks')).toEqual({ status: 503, body: { busy: true } });
    expect((await client.heat('GET', '/stacks')).status).toBe(200);
  });

  it('can begin with the second request and hit two', async () => {
    const effect = { kind: 'answer', status: 500, headers: {}, body: {} } as const;
    client.sandbox.faults.request({ path: /\/stacks$/, nth: 2, times: 2, effect });
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await client.heat('GET', '/stacks')).status);
    expect(statuses).toEqual([200, 500, 500, 200]);
  });

  it('resets the connection before anything is done', async () => {
    client.sandbox.faults.request({ method: 'POST', effect: { kind: 'reset-before' } });
    await expect(client.heat('POST', '/stacks', stack('before'))).rejects.toThrow();
    expect((await client.heat('GET', '/stacks/before')).status).toBe(404);
  });

  it('resets the connection after all is done', async () => {
    client.sandbox.faults.request({ method: 'POST', effect: { kind: 'reset-after' } });
    await expect(client.heat('POST', '/stacks', stack('after'))).rejects.toThrow();
    expect((await client.heat('GET', '/stacks/after')).status).toBe(302);
  });

  it('stalls', async () => {
    client.sandbox.faults.request({ effect: { kind: 'stall', milliseconds: 80 } });
    const start = performance.now();
    expect((await client.heat('GET', '/stacks')).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(70);
  });

  it.each([
    ['breaks off in the middle', { kind: 'truncate', bytes: 5 }],
    ['answers junk', { kind: 'junk' }],
    ['answers a page', { kind: 'html', status: 502 }],
  ] as const)('%s', async (_what, effect) => {
    client.sandbox.faults.request({ effect });
    await expect(client.heat('GET', '/stacks')).rejects.toThrow();
  });

  it('can be set and cleared over HTTP', async () => {
    const order = { request: { path: '/stacks', times: null, effect: { kind: 'answer', status: 429 } } };
    expect((await client.control('POST', '/faults', order)).status).toBe(204);
    expect((await client.heat('GET', '/stacks')).status).toBe(429);
    expect((await client.control('DELETE', '/faults')).status).toBe(204);
    expect((await client.heat('GET', '/stacks')).status).toBe(200);
    expect((await client.control('POST', '/faults', { wish: 1 })).status).toBe(400);
  });
});

describe('a server that does not build', () => {
  it('is tried six times, and the stack fails with the reason through every level', async () => {
    client.sandbox.faults.server({ kind: 'spawn-fail', name: 'doomed' });
    const path = await client.stack('doomed', { template: groupTemplate({}) });
    const shown = (await client.heat('GET', path)).body;
    expect(text(shown, 'stack', 'stack_status')).toBe('CREATE_FAILED');
    expect(text(shown, 'stack', 'stack_status_reason')).toMatch(
      /^Resource CREATE failed: ResourceInError: resources\.group\.resources\.\w{12}: Went to status ERROR due to "Message: Exceeded/,
    );
    const [member] = await client.members(path);
    const events = (await client.heat('GET', `${path}/events?nested_depth=1&resource_name=${member?.name}`))
      .body['events'];
    const starts = Array.isArray(events)
      ? events.filter((one) => at(one, 'resource_status') === 'CREATE_IN_PROGRESS')
      : [];
    expect(starts).toHaveLength(6);
  });

  it('builds at the second try if only the first fails', async () => {
    client.sandbox.faults.server({ kind: 'spawn-fail', name: 'lucky', times: 1 });
    const path = await client.stack('lucky', { template: groupTemplate({}) });
    expect(await client.status(path)).toBe('CREATE_COMPLETE');
  });

  it('or only takes its time', async () => {
    client.sandbox.faults.server({ kind: 'spawn-delay', flavor: 'm1.small', seconds: 500 });
    await client.heat('POST', '/stacks', stack('slow'));
    client.sandbox.advance(400);
    expect(await client.status(`/stacks/slow/${await idOf('slow')}`)).toBe('CREATE_IN_PROGRESS');
    client.sandbox.advance(200);
    expect(await client.status(`/stacks/slow/${await idOf('slow')}`)).toBe('CREATE_COMPLETE');
  });
});

describe('the request log', () => {
  it('holds method, path and status of each request and counts them by service', async () => {
    const before = client.sandbox.requestCount();
    await client.heat('GET', '/stacks');
    await client.nova('GET', '/flavors');
    expect(client.sandbox.requestCount() - before).toBe(2);
    expect(client.sandbox.requests().at(-1)).toEqual({
      method: 'GET',
      path: '/compute/v2.1/flavors',
      status: 200,
    });
    expect(client.sandbox.requestCounts()['GET compute']).toBeGreaterThan(0);
  });
});

function stack(name: string) {
  return { stack_name: name, template: groupTemplate({}) };
}

async function idOf(name: string): Promise<string> {
  const { body } = await client.heat('GET', `/stacks?name=${name}`);
  return text(body, 'stacks', 0, 'id');
}
