// The sandbox's time and memory: it moves only when told, forgets nothing, and does the same thing twice.

import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SandboxState } from '../../src/sandbox/embedded.ts';
import { startSandbox } from '../../src/sandbox/embedded.ts';
import { readStateFile, writeStateFile } from '../../src/sandbox/state-file.ts';
import { connect, groupTemplate, openClient, server, text } from './client.ts';

const GROUP = { template: groupTemplate({ min_size: 3 }) };
const REPLACED = {
  template: groupTemplate({ min_size: 3 }, server({ flavor: 'm1.medium', flavor_update_policy: 'REPLACE' })),
};

describe('the virtual clock', () => {
  it('stands still: a stack stays in progress until time is let go by', async () => {
    const client = await openClient();
    const made = await client.heat('POST', '/stacks', { stack_name: 'still', ...GROUP });
    const path = `/stacks/still/${text(made.body, 'stack', 'id')}`;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await client.status(path)).toBe('CREATE_IN_PROGRESS');
    client.sandbox.advance(60);
    expect(await client.status(path)).toBe('CREATE_COMPLETE');
    await client.sandbox.close();
  });

  it('starts where it is told and counts in seconds', async () => {
    const { sandbox } = await openClient({ start: '2031-05-06T07:08:09Z' });
    sandbox.advance(51);
    expect(sandbox.now().toISOString()).toBe('2031-05-06T07:09:00.000Z');
    await sandbox.close();
  });

  it('runs by itself at the speed asked for', async () => {
    const client = await openClient({ speed: 10_000 });
    const before = client.sandbox.now().getTime();
    await new Promise((resolve) => setTimeout(resolve, 30));
    await client.heat('GET', '/stacks');
    expect(client.sandbox.now().getTime() - before).toBeGreaterThan(100_000);
    await client.sandbox.close();
  });

  it('ends tokens by its own time', async () => {
    const client = await openClient();
    client.sandbox.advance(86_399);
    expect((await client.heat('GET', '/stacks')).status).toBe(200);
    client.sandbox.advance(2);
    expect((await client.heat('GET', '/stacks')).status).toBe(401);
    await client.sandbox.close();
  });

  it('can be moved over HTTP', async () => {
    const client = await openClient();
    const answer = await client.control('POST', '/clock', { advance: 90 });
    expect(answer.body).toEqual({ now: '2026-01-01T00:01:30.000Z' });
    expect((await client.control('POST', '/clock', { advance: 'soon' })).status).toBe(400);
    await client.sandbox.close();
  });
});

describe('the state', () => {
  it('is the same, byte for byte, after the same requests', async () => {
    expect(await storyOf()).toBe(await storyOf());
  });

  it('saved in the middle of a rolling update and loaded again ends as if nothing had happened', async () => {
    const client = await openClient();
    const path = await client.stack('halfway', GROUP);
    await client.heat('PUT', path, REPLACED);
    client.sandbox.advance(20);
    const saved = JSON.parse(JSON.stringify(client.sandbox.snapshot())) as SandboxState;
    expect(await client.status(path)).toBe('UPDATE_IN_PROGRESS');
    client.rest();
    const resumed = await connect(await startSandbox({ state: saved }));
    expect(await resumed.status(path)).toBe('UPDATE_IN_PROGRESS');
    resumed.rest();
    expect(await resumed.members(path)).toEqual(await client.members(path));
    expect(await resumed.status(path)).toBe('UPDATE_COMPLETE');
    await client.sandbox.close();
    await resumed.sandbox.close();
  });

  it('is not touched by what happens after it was taken', async () => {
    const client = await openClient();
    const before = client.sandbox.snapshot();
    const copy = JSON.stringify(before);
    await client.stack('later', GROUP);
    expect(JSON.stringify(before)).toBe(copy);
    await client.sandbox.close();
  });

  it.each([
    ['nothing', null, 'it is not an object'],
    ['another version', { version: 2 }, '"version" is 2, want 1'],
    ['a world without a clock', { version: 1 }, '"now" is not a number'],
  ])('%s is refused with one clear error', async (_what, state, message) => {
    const broken = state as unknown as SandboxState;
    await expect(startSandbox({ state: broken })).rejects.toThrow(`loading a sandbox state: ${message}`);
  });

  it('with a damaged stack is refused, and the stack is named', async () => {
    const client = await openClient();
    await client.stack('whole', GROUP);
    const state = JSON.parse(JSON.stringify(client.sandbox.snapshot())) as { stacks: { events?: unknown }[] };
    delete state.stacks[0]?.events;
    await client.sandbox.close();
    const broken = state as unknown as SandboxState;
    await expect(startSandbox({ state: broken })).rejects.toThrow('"stacks[0]" is not a whole stack');
  });
});

describe('the state file', () => {
  it('brings back what was written, and leaves no half-written file behind', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
    const client = await openClient();
    await client.stack('kept', GROUP);
    const state = client.sandbox.snapshot();
    await client.sandbox.close();
    await writeStateFile(join(folder, 'state.json'), state);
    expect(await readdir(folder)).toEqual(['state.json']);
    expect(await readStateFile(join(folder, 'state.json'))).toEqual(state);
  });

  it('that is not there means a new cloud; one that is no state is an error with its name', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
    expect(await readStateFile(join(folder, 'none.json'))).toBeNull();
    await writeFile(join(folder, 'bad.json'), '{"version": 1');
    await expect(readStateFile(join(folder, 'bad.json'))).rejects.toThrow(
      /reading the sandbox state ".*bad\.json"/,
    );
  });

  it('that cannot be written is named, with what is lost', async () => {
    const client = await openClient();
    const state = client.sandbox.snapshot();
    await client.sandbox.close();
    await expect(writeStateFile('/nowhere/state.json', state)).rejects.toThrow(
      /^saving the sandbox state "\/nowhere\/state\.json": ENOENT.*what was done on the sandbox is lost/,
    );
  });
});

async function storyOf(): Promise<string> {
  const client = await openClient();
  const path = await client.stack('twin', GROUP);
  await client.heat('POST', `${path}/resources/up/signal`, {});
  client.rest();
  await client.heat('PUT', path, REPLACED);
  client.sandbox.advance(33);
  const state = JSON.stringify(client.sandbox.snapshot());
  await client.sandbox.close();
  const port = new URL(client.sandbox.authUrl).port;
  return state.replaceAll(`:${port}/`, ':PORT/');
}
