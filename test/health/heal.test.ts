/** The command `health` on the embedded cloud: whom it finds sick, whom it replaces, and whom it never touches. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HealParts } from '../../src/commands/parts.ts';
import type { CloudWriter } from '../../src/ports/cloud.ts';
import { CloudError } from '../../src/ports/errors.ts';
import { pick } from '../contract/json.ts';
import { type HealingStage, openHealingStage, SPEC } from './healing-stage.ts';

let here: HealingStage;
let before: ReadonlyMap<string, string>;

const open = async (spec: string): Promise<void> => {
  here = await openHealingStage(spec);
  before = await here.ids();
  expect(before.size).toBe(4);
};
const names = () => [...before.keys()];
const server = async (index: number) => (await here.servers())[index] ?? '';
/** Members whose physical id is another now. */
const changed = async () => {
  const now = await here.ids();
  return [...before].filter(([name, id]) => now.get(name) !== id).map(([name]) => name);
};
const states = async () => (await here.group()).members.map(({ state }) => `${state.action}_${state.status}`);
const findings = (json: unknown) => pick(json, 'groups', 0, 'scalingGroups', 0, 'findings');

afterEach(() => here.close());

describe('a group that asks for health', () => {
  beforeEach(() => open(SPEC('{ gracePeriod: 5m }')));

  test.each(['stop', 'error', 'delete'] as const)('has a server replaced after: %s', async (damage) => {
    const { template, state, updatedAt, parameters } = await here.stack();
    await here.raw.damage(damage, await server(1));
    expect((await here.run(false)).exitCode).toBe(2);
    expect(await changed()).toEqual([]);
    expect(await here.run(true)).toMatchObject({ exitCode: 0, title: 'Healed: web, 1 server replaced' });
    expect(await changed()).toEqual([names()[1]]);
    expect((await here.group()).members).toHaveLength(4);
    expect(await here.stack()).toMatchObject({ template, state, updatedAt, parameters });
    expect(await here.run(true)).toMatchObject({ exitCode: 0, title: 'Healthy: web is as it should be' });
  });

  test('still hears its alarms after a heal', async () => {
    await here.raw.damage('error', await server(0));
    await here.run(true);
    await here.signal('in');
    expect((await here.group()).members).toHaveLength(3);
    await here.signal('out');
    expect((await here.group()).members).toHaveLength(5);
  });

  test('is left alone when all are dead, with the reason', async () => {
    for (const id of await here.servers()) await here.raw.damage('stop', id);
    const { exitCode, json, text } = await here.run(true);
    expect(exitCode).toBe(2);
    expect(text).toContain('4 of 4 servers are sick, the whole group');
    expect(findings(json)).toEqual([expect.objectContaining({ kind: 'brake', severity: 'error' })]);
    expect(await changed()).toEqual([]);
    expect((await states()).filter((state) => state.endsWith('FAILED'))).toEqual([]);
  });

  test('is left alone while somebody is at work on it', async () => {
    await here.raw.damage('error', await server(0));
    const { id } = await here.stack();
    await here.raw.call('orchestration', 'POST', `/stacks/web/${id}/resources/out/signal`, {});
    here.stage.sandbox.advance(2);
    const { exitCode, text } = await here.run(true);
    expect(exitCode).toBe(2);
    expect(text).toContain('is being scaled; the next run looks again');
    expect(await changed()).toEqual([]);
  });

  test('is left alone in a freeze window, and healed after it', async () => {
    await here.write(
      `apiVersion: thermostat/v1
kind: Settings
spec:
  freeze:
    windows: [ { name: sale, cron: "0 0 1 1 *", for: 24h, reason: the sale } ]
`,
      '.thermostat.yaml',
    );
    await here.raw.damage('error', await server(0));
    const { exitCode, text } = await here.run(true);
    expect(exitCode).toBe(2);
    expect(text).toContain('the freeze window "sale" (the sale) is on: wait until');
    expect(await changed()).toEqual([]);
    here.stage.sandbox.advance(25 * 3600);
    expect((await here.run(true)).exitCode).toBe(0);
    expect(await changed()).toEqual([names()[0]]);
  });

  test('a server that somebody paused or rescued is told, not replaced', async () => {
    const [first] = (await here.group()).members;
    const parts = seenAs(here.parts(), first?.physicalId ?? '', 'RESCUE');
    const { exitCode, json } = await here.run(true, parts);
    expect(exitCode).toBe(2);
    expect(findings(json)).toEqual([
      expect.objectContaining({ kind: 'put-by-hand', remedy: expect.stringContaining('unrescue') }),
    ]);
    expect(await changed()).toEqual([]);
  });

  test('a mark that an earlier run left on a sick member is finished, and counts once', async () => {
    const id = await server(2);
    await here.raw.damage('error', id);
    await mark(id, true, 'Thermostat: unhealthy: is ERROR in Nova');
    expect((await here.run(true)).exitCode).toBe(0);
    expect(await changed()).toEqual([names()[2]]);
  });

  test('a mark that an earlier run left on a member that is well again is taken back', async () => {
    await mark(await server(2), true, 'Thermostat: unhealthy: is SHUTOFF in Nova');
    expect((await here.run(false)).exitCode).toBe(2);
    expect(await here.run(true)).toMatchObject({ exitCode: 0, title: 'Healed: web, marks taken back' });
    expect(await changed()).toEqual([]);
    expect((await states()).filter((state) => state.endsWith('FAILED'))).toEqual([]);
  });

  test('whom a person marked is replaced, however well it looks', async () => {
    await mark(await server(3), true, 'out of memory, says the app');
    expect((await here.run(true)).exitCode).toBe(0);
    expect(await changed()).toEqual([names()[3]]);
  });

  test('after a check by hand the group hears again, the sick are replaced, and the well lose their marks', async () => {
    await here.raw.damage('error', await server(0));
    const { id } = await here.stack();
    await here.raw.call('orchestration', 'POST', `/stacks/web/${id}/actions`, { check: null });
    here.stage.sandbox.advance(60);
    const found = await here.run(false);
    expect(found.exitCode).toBe(2);
    expect(findings(found.json)).toEqual([expect.objectContaining({ kind: 'group-deaf' })]);
    expect((await here.run(true)).exitCode).toBe(0);
    expect(await changed()).toEqual([names()[0]]);
    expect((await here.group()).state).toMatchObject({ action: 'CHECK', status: 'COMPLETE' });
    await here.signal('out');
    expect((await here.group()).members).toHaveLength(6);
  });

  test('after a check by hand who is sick and has to wait is no less sick for the mark that is taken back', async () => {
    await here.raw.damage('error', await server(0));
    await here.raw.damage('error', await server(1));
    const { id } = await here.stack();
    await here.raw.call('orchestration', 'POST', `/stacks/web/${id}/actions`, { check: null });
    here.stage.sandbox.advance(60);
    const first = await here.run(true);
    expect(first.exitCode, first.text).toBe(2);
    expect(first.text).toContain('at most 1 at once (replace.maxUnavailable)');
    expect(await changed()).toHaveLength(1);
    here.stage.sandbox.advance(600);
    expect((await here.run(true)).exitCode).toBe(0);
    expect((await changed()).sort()).toEqual(names().slice(0, 2).sort());
  });

  test('when Heat refuses the update, the mark is taken back', async () => {
    await here.raw.damage('error', await server(0));
    const refusal = new CloudError({ code: 'conflict', message: 'updating stack "web-group": no' });
    const parts = writing(here.parts(), { updateInPlace: () => Promise.reject(refusal) });
    const { exitCode, text } = await here.run(true, parts);
    expect(exitCode).toBe(2);
    expect(text).toContain('not replaced: updating stack "web-group": no');
    expect((await states()).filter((state) => state.endsWith('FAILED'))).toEqual([]);
    expect((await here.run(true)).exitCode).toBe(0);
  });

  test.each([
    ['is cut before the request arrives', { kind: 'reset-before' }],
    ['is cut before the answer comes', { kind: 'reset-after' }],
    ['ends in 503', { kind: 'answer', status: 503, headers: {}, body: 'busy' }],
    ['ends in half an answer', { kind: 'truncate', bytes: 10 }],
  ] as const)(
    'when the line %s, at the mark or at the update, the end is the same',
    async (_words, effect) => {
      for (const nth of [1, 2]) {
        const kept = await here.ids();
        const victim = (await here.group()).members[0]?.name;
        await here.raw.damage('error', kept.get(victim ?? '') ?? '');
        here.stage.sandbox.faults.request({ method: 'PATCH', path: '/resources/', nth, effect });
        here.stage.sandbox.faults.request({ method: 'PATCH', path: /stacks\/[^/]+\/[^/]+$/, nth, effect });
        await here.run(true);
        here.stage.sandbox.faults.clear();
        here.stage.sandbox.advance(300);
        const again = await here.run(true);
        expect(again.exitCode, again.text).toBe(0);
        const now = await here.ids();
        expect([...kept].filter(([name, id]) => now.get(name) !== id).map(([name]) => name)).toEqual([
          victim,
        ]);
        expect((await states()).filter((state) => state.endsWith('FAILED'))).toEqual([]);
      }
    },
  );

  test('a scale-in that comes in between is told, and not repaired', async () => {
    await here.raw.damage('error', await server(3));
    const parts = here.parts();
    const meanwhile = writing(parts, {
      updateInPlace: async (nested) => {
        await (await parts.writer()).updateInPlace(nested);
        const { id } = await here.stack();
        here.stage.sandbox.advance(3);
        await here.raw.call('orchestration', 'POST', `/stacks/web/${id}/resources/in/signal`, {});
      },
    });
    const { json } = await here.run(true, meanwhile);
    expect(findings(json)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'scaled-meanwhile', severity: 'warn' })]),
    );
    const size = (await here.group()).members.length;
    expect((await here.run(true)).exitCode).toBe(0);
    expect((await here.group()).members).toHaveLength(size);
  });

  test.each([
    ['and this run goes on', false],
    ['and this run is killed', true],
  ])(
    'a scale-in between mark and update takes one more, %s: nothing is left behind that ails the group',
    async (_, killed) => {
      await here.raw.damage('error', await server(3));
      const parts = here.parts();
      const meanwhile = writing(parts, {
        updateInPlace: async (nested) => {
          const { id } = await here.stack();
          await here.raw.call('orchestration', 'POST', `/stacks/web/${id}/resources/in/signal`, {});
          here.stage.sandbox.advance(120);
          if (killed) throw new Error('killed');
          await (await parts.writer()).updateInPlace(nested);
        },
      });
      const run = here.run(true, meanwhile);
      if (killed) await expect(run).rejects.toThrow('killed');
      else
        expect(findings((await run).json)).toEqual(
          expect.arrayContaining([
            expect.objectContaining({
              kind: 'scaled-meanwhile',
              message: expect.stringContaining('from 4 to 2'),
            }),
          ]),
        );
      here.stage.sandbox.advance(300);
      expect(await here.run(true)).toMatchObject({ exitCode: 0, title: 'Healthy: web is as it should be' });
      expect(await states()).toEqual(['CREATE_COMPLETE', 'CREATE_COMPLETE']);
      await here.signal('in');
      expect((await here.group()).members, 'never below the minimum').toHaveLength(2);
      await here.signal('out');
      expect((await here.group()).members, 'it hears its alarms').toHaveLength(4);
      expect((await here.run(true)).exitCode).toBe(0);
    },
  );

  test('a replacement that can not be built is told; once the cause is gone, the next run ends well', async () => {
    await here.raw.damage('error', await server(0));
    await here.raw.failBuilds('web-');
    const { exitCode, text } = await here.run(true);
    expect(exitCode).toBe(2);
    expect(text).toMatch(/could not be built|is not there after 15 minutes/);
    here.stage.sandbox.advance(3600);
    await here.raw.failBuilds(null);
    expect((await here.run(true)).exitCode).toBe(0);
    expect(await changed()).toEqual([names()[0]]);
  });

  test('of two runs at once one replaces, the other stands back or does the very same', async () => {
    await here.raw.damage('stop', await server(1));
    await Promise.all([here.run(true), here.run(true)]);
    expect((await here.run(true)).exitCode).toBe(0);
    expect(await changed()).toEqual([names()[1]]);
    expect((await here.group()).members).toHaveLength(4);
  });

  test('a run that begins while another one heals stands back', async () => {
    await here.raw.damage('stop', await server(1));
    let second: unknown = null;
    const parts = here.parts();
    const first = writing(parts, {
      updateInPlace: async (nested) => {
        await (await parts.writer()).updateInPlace(nested);
        second = pick((await here.run(true)).json, 'groups', 0, 'scalingGroups', 0, 'held');
      },
    });
    expect((await here.run(true, first)).exitCode).toBe(0);
    expect(second).toMatch(/is being scaled/);
    expect(await changed()).toEqual([names()[1]]);
  });

  test('no more than replace.perHour are replaced within the hour', async () => {
    for (const round of [1, 2, 3, 4]) {
      await here.raw.damage('error', await server(0));
      expect((await here.run(true)).exitCode, `round ${round}`).toBe(0);
    }
    await here.raw.damage('error', await server(0));
    const { exitCode, text } = await here.run(true);
    expect(exitCode).toBe(2);
    expect(text).toContain('4 of 4 replacements of this hour are used up');
    here.stage.sandbox.advance(3600);
    here = { ...here };
    expect((await here.run(true)).exitCode).toBe(0);
  });
});

describe('a group that does not ask for health', () => {
  test('is watched, and nobody is replaced', async () => {
    await open(SPEC(''));
    await here.raw.damage('error', await server(1));
    const { exitCode, json } = await here.run(true);
    expect(exitCode).toBe(2);
    expect(findings(json)).toEqual([
      expect.objectContaining({ kind: 'not-asked', remedy: expect.stringContaining('`health: {}`') }),
    ]);
    expect(await changed()).toEqual([]);
  });
});

describe('servers that are asked by HTTP', () => {
  beforeEach(() =>
    open(SPEC('{ checks: [ { http: { port: 80, path: /healthz } } ], samples: { interval: 0s } }')),
  );

  const asked = (answer: (address: string) => 'well' | 'silent' | 'unable'): HealParts => ({
    ...here.parts(),
    probes: {
      clock: here.parts().clock,
      ask: async ({ address }) => {
        const kind = answer(address);
        return kind === 'well' ? { kind: 'status', status: 200 } : { kind, why: 'because' };
      },
    },
  });
  const addressOf = async (index: number) =>
    (await here.group()).members[index]?.servers[0]?.addresses[0] ?? '';

  test('one that does not answer is replaced', async () => {
    const silent = await addressOf(2);
    const parts = asked((address) => (address === silent ? 'silent' : 'well'));
    expect(await here.run(true, parts)).toMatchObject({ exitCode: 0 });
    expect(await changed()).toEqual([names()[2]]);
  });

  test('its successor has its grace period', async () => {
    const silent = await addressOf(2);
    const parts = asked((address) => (address === silent ? 'silent' : 'well'));
    await here.run(true, parts);
    const still = asked(() => 'well');
    const newcomer = (await here.group()).members.find(({ name }) => name === names()[2]);
    const address = newcomer?.servers[0]?.addresses[0] ?? '';
    const starting = asked((one) => (one === address ? 'silent' : 'well'));
    const { exitCode, json } = await here.run(true, starting);
    expect(exitCode).toBe(0);
    expect(JSON.stringify(json)).toContain('still starts (grace for');
    expect((await here.run(true, still)).exitCode).toBe(0);
  });

  test('one that fails now and then passes', async () => {
    const flaky = await addressOf(0);
    let times = 0;
    const parts = asked((address) => {
      if (address !== flaky) return 'well';
      times += 1;
      return times === 2 ? 'well' : 'silent';
    });
    expect((await here.run(true, parts)).exitCode).toBe(0);
    expect(await changed()).toEqual([]);
  });

  test('when nobody can be asked from here, nothing is known: exit code 1, nobody replaced', async () => {
    expect(
      (
        await here.run(
          true,
          asked(() => 'unable'),
        )
      ).exitCode,
    ).toBe(1);
    expect(await changed()).toEqual([]);
  });

  test('when all are silent, the cause is elsewhere', async () => {
    expect(
      (
        await here.run(
          true,
          asked(() => 'silent'),
        )
      ).exitCode,
    ).toBe(2);
    expect(await changed()).toEqual([]);
  });
});

describe('servers behind Octavia', () => {
  beforeEach(() =>
    open(
      SPEC(
        '{}',
        `  loadBalancer:
    octavia:
      subnet: private-subnet
      listener: { protocol: HTTP, port: 80 }
      monitor: { type: HTTP, path: /healthz }
  rollout: { drain: 5s }
`,
      ),
    ),
  );

  const places = async () => {
    const { resources } = await here.stack();
    const found = resources.filter(({ type }) => type === 'OS::Octavia::PoolMember');
    return names().map(
      (name) => found.find(({ address }) => address.includes(`/${name}/`))?.physicalId ?? '',
    );
  };

  test('one that fails its monitor is replaced, with all that belongs to it', async () => {
    const ids = await places();
    for (const id of ids) await here.raw.report('member', id, 'ONLINE');
    expect(await here.run(true)).toMatchObject({ exitCode: 0, title: 'Healthy: web is as it should be' });
    await here.raw.report('member', ids[1] ?? '', 'ERROR');
    expect(await here.run(true)).toMatchObject({ exitCode: 0, title: 'Healed: web, 1 server replaced' });
    expect(await changed()).toEqual([names()[1]]);
    const after = await places();
    expect(after.filter((id) => !ids.includes(id))).toHaveLength(1);
  });

  test('what Octavia has not looked at yet is not known', async () => {
    const { exitCode, text } = await here.run(true);
    expect(exitCode).toBe(1);
    expect(text).toContain('is OFFLINE in Octavia, which says nothing of its health');
    expect(await changed()).toEqual([]);
  });
});

async function mark(id: string, unhealthy: boolean, reason: string): Promise<void> {
  const { nested } = await here.group();
  const path = `/stacks/${nested?.name}/${nested?.id}/resources/${id}`;
  const body = { mark_unhealthy: unhealthy, resource_status_reason: reason };
  expect((await here.raw.call('orchestration', 'PATCH', path, body)).status).toBe(200);
}

function writing(parts: HealParts, own: Partial<CloudWriter>): HealParts {
  return { ...parts, writer: async () => ({ ...(await parts.writer()), ...own }) };
}

/** As Nova would say of a server that a person has taken out. */
function seenAs(parts: HealParts, id: string, status: string): HealParts {
  return {
    ...parts,
    reader: async () => {
      const reader = await parts.reader();
      return {
        ...reader,
        observeLive: async (stacks) =>
          (await reader.observeLive(stacks)).map((stack) =>
            stack.presence === 'absent'
              ? stack
              : {
                  ...stack,
                  groups: stack.groups.map((group) => ({
                    ...group,
                    members: group.members.map((member) => ({
                      ...member,
                      servers: member.servers.map((one) => (one.id === id ? { ...one, status } : one)),
                    })),
                  })),
                },
          ),
      };
    },
  };
}

describe('a group in each of two zones, with one server each', () => {
  const ZONED = SPEC('{ gracePeriod: 5m }').replace('{ min: 2, max: 8 }', '{ min: 1, max: 8 }');
  const ids = async () => {
    const members = (await here.stack()).groups.flatMap((group) => group.members);
    return members.map(({ physicalId }) => physicalId).sort();
  };
  beforeEach(async () => {
    here = await openHealingStage(`${ZONED.trimEnd()}\n  zones: [ nova, nova-b ]\n`, false);
  });

  test('has the server of one replaced', async () => {
    const [victim = '', other = ''] = await ids();
    await here.raw.damage('error', victim);
    expect((await here.run(true)).exitCode).toBe(0);
    expect(await ids()).toContain(other);
    expect(await ids()).not.toContain(victim);
  });

  test('is left alone when both are dead: nobody serves any more', async () => {
    const victims = await ids();
    for (const id of victims) await here.raw.damage('error', id);
    const { exitCode, text } = await here.run(true);
    expect(exitCode).toBe(2);
    expect(text).toContain('2 of 2 servers of all zones are sick, every one');
    expect(await ids()).toEqual(victims);
  });
});

describe('a group in each of two zones, with three servers each', () => {
  const ZONED = SPEC('{ gracePeriod: 5m, replace: { perHour: 1 } }').replace('min: 2', 'min: 3');
  const members = async () => (await here.stack()).groups.flatMap((group) => group.members);
  const ids = async () => (await members()).map(({ physicalId }) => physicalId);

  test('has one server replaced at once and in an hour, in whichever zone', async () => {
    here = await openHealingStage(`${ZONED.trimEnd()}\n  zones: [ nova, nova-b ]\n`, false);
    const [first = '', , , second = ''] = await ids();
    for (const id of [first, second]) await here.raw.damage('error', id);
    const shown = await here.run(false);
    expect(JSON.stringify(shown.json).match(/"outcome":"planned"/g)).toHaveLength(1);
    expect(shown.text).toContain('in all zones together (replace.maxUnavailable), and 1 is replaced first');
    expect((await here.run(true)).exitCode).toBe(2);
    expect(await ids()).toContain(second);
    expect(await ids()).not.toContain(first);
    // beyond the grace period of the new one
    here.stage.sandbox.advance(600);
    expect((await here.run(true)).text).toContain('1 of 1 replacements of this hour are used up');
    expect(await ids()).toContain(second);
    here.stage.sandbox.advance(3600);
    expect((await here.run(true)).exitCode).toBe(0);
    expect(await ids()).not.toContain(second);
  });
});

describe('a group in each of two zones, whose servers are asked by HTTP', () => {
  const ZONED = SPEC(
    '{ gracePeriod: 5m, checks: [ { http: { port: 80, path: /healthz } } ], samples: { interval: 0s, of: 1 } }',
  ).replace('min: 2', 'min: 3');
  const members = async () => (await here.stack()).groups.flatMap((group) => group.members);
  const addressOf = (member: Awaited<ReturnType<typeof members>>[number] | undefined) =>
    member?.servers[0]?.addresses[0] ?? '';

  test('has none replaced in the second while the new server of the first still starts', async () => {
    here = await openHealingStage(`${ZONED.trimEnd()}\n  zones: [ nova, nova-b ]\n`, false);
    const old = await members();
    const [first, , , second] = old;
    const well = old.filter((one) => one !== first && one !== second).map(addressOf);
    const parts: HealParts = {
      ...here.parts(),
      probes: {
        clock: here.parts().clock,
        ask: async ({ address }) =>
          well.includes(address) ? { kind: 'status', status: 200 } : { kind: 'silent', why: 'because' },
      },
    };
    const { exitCode, text } = await here.run(true, parts);
    expect(exitCode, text).toBe(2);
    const now = (await members()).map(({ physicalId }) => physicalId);
    expect(now).not.toContain(first?.physicalId);
    expect(now).toContain(second?.physicalId);
    expect(text).toContain('at most 1 at once in all zones together');
  });

  test('has nobody replaced in the second who answers again when its turn comes', async () => {
    here = await openHealingStage(
      `${ZONED.replace('gracePeriod: 5m', 'gracePeriod: 0s').trimEnd()}\n  zones: [ nova, nova-b ]\n`,
      false,
    );
    const old = await members();
    const [first, , , second] = old;
    let healed = false;
    const sick = () => (healed ? [] : [first, second].map(addressOf));
    const parts: HealParts = {
      ...here.parts(),
      probes: {
        clock: here.parts().clock,
        ask: async ({ address }) => {
          healed ||= (await members())[0]?.physicalId !== first?.physicalId;
          return sick().includes(address)
            ? { kind: 'silent', why: 'because' }
            : { kind: 'status', status: 200 };
        },
      },
    };
    await here.run(true, parts);
    const now = (await members()).map(({ physicalId }) => physicalId);
    expect(now).not.toContain(first?.physicalId);
    expect(now).toContain(second?.physicalId);
  });
});
