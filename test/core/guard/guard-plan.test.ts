/** What limits a plan: guardrails with waivers, freeze windows, the limit of deletions. */
import { describe, expect, test } from 'vitest';
import { isRefused } from '../../../src/core/plan/plan.ts';
import type { Spec } from '../../../src/model/spec.ts';
import { group, live, WEB } from '../live-stack.ts';
import { schedule } from '../schedule/schedules.ts';
import { findings, guardrailText, judged, rules } from './ruled.ts';

const SMALL = guardrailText(
  'small-flavors',
  `rule: spec.server.flavor in params.allowed
message: flavor {{ spec.server.flavor }} is none of {{ params.allowed }}
at: spec.server.image
help: https://wiki.example.org/flavors
parameters: { allowed: [ m1.tiny ] }`,
);
const FOUND = 'flavor m1.small is none of m1.tiny; see https://wiki.example.org/flavors';

describe('a guardrail', () => {
  test('says what is wrong with the values, at the line of the spec', () => {
    const [planned] = judged([{ spec: WEB }], { rules: rules('{}', SMALL) }).groups;
    expect(planned?.findings).toContainEqual({
      rule: 'small-flavors',
      severity: 'error',
      message: FOUND,
      source: { file: 'scaling/web.yaml', line: 9, column: 12 },
    });
  });

  test.each([
    [
      'its severity',
      '{ guardrails: { overrides: [ { guardrail: small-flavors, severity: warn } ] } }',
      `warn small-flavors: ${FOUND}`,
    ],
    [
      'nothing where it is off',
      '{ guardrails: { overrides: [ { guardrail: small-flavors, severity: off } ] } }',
      null,
    ],
    [
      'its parameters',
      '{ guardrails: { overrides: [ { guardrail: small-flavors, parameters: { allowed: [ m1.small ] } } ] } }',
      null,
    ],
  ])('takes %s from the settings', (_, settings, expected) => {
    expect(findings({ rules: rules(settings, SMALL) })).toEqual(expected === null ? [] : [expected]);
  });

  test.each([
    ['names: [ "w*" ]', true],
    ['names: [ api, "*-batch" ]', false],
    ['labels: { team: "sh*" }', true],
    ['labels: { team: data }', false],
    ['labels: { tier: "*" }', false],
    ['kinds: [ HeatStack ]', false],
    ['actions: [ update ]', false],
    ['names: [ web ], labels: { team: shop }, kinds: [ AutoScalingGroup ], actions: [ create ]', true],
  ])('that is for { %s } looks at the group: %s', (match, found) => {
    const text = SMALL.replace('  rule:', `  match: { ${match} }\n  rule:`);
    expect(findings({ rules: rules('{}', text) })).toHaveLength(found ? 1 : 0);
  });

  test('that is for a label looks at a group that loses it, and at its tombstone', () => {
    const text = guardrailText(
      'shop-stays',
      'match: { labels: { team: shop }, actions: [ update, delete ] }\nrule: plan.action == ""\nmessage: the shop stays as it is',
    );
    const observed = live(group());
    const tombstone: Spec = { kind: 'Deleted', name: 'web', source: WEB.source };
    for (const spec of [tombstone, { ...WEB, labels: {} }]) {
      const [planned] = judged([{ spec, observed }], { rules: rules('{}', text) }).groups;
      expect(planned?.findings.map(({ rule }) => rule)).toContain('shop-stays');
    }
  });

  test('passes over a group that does not change, and one that only follows its schedules', () => {
    const spec = { ...WEB, scaling: { ...WEB.scaling, schedules: [schedule({ min: 4, max: 10 })] } };
    const observed = live(group({ scaling: spec.scaling }, {}, '2026-01-05T12:00Z'), [5]);
    const at = (now: string) => judged([{ spec, observed }], { rules: rules('{}', SMALL) }, now).groups[0];
    const [noon, night] = [at('2026-01-05T12:00Z'), at('2026-01-05T22:00Z')];
    expect(noon).toMatchObject({ action: 'no-op' });
    expect(night).toMatchObject({ action: 'update', byClock: true });
    expect([noon, night].flatMap((one) => one?.findings ?? []).map(({ rule }) => rule)).not.toContain(
      'small-flavors',
    );
  });

  test('that breaks is no pass, and says so with its severity and line', () => {
    const text = guardrailText('broken', 'rule: spec.server.metadata.owner == "me"\nmessage: not mine');
    const [planned] = judged([{ spec: WEB }], { rules: rules('{}', text) }).groups;
    expect(planned?.findings).toContainEqual({
      rule: 'broken',
      severity: 'error',
      message:
        'the guardrail could not be decided, which is no pass: field not found: owner (at column 21 of the expression)',
      source: { file: 'policies/own.yaml', line: 1, column: 1 },
    });
    expect(planned && isRefused(planned)).toBe(true);
  });

  test('that runs on ends as an error, not as a pass', () => {
    const ten = '[0,1,2,3,4,5,6,7,8,9]';
    const loops = Array.from({ length: 9 }).reduce<string>(
      (inner, _, n) => `${ten}.all(v${n}, ${inner})`,
      'true',
    );
    expect(
      findings({ rules: rules('{}', guardrailText('endless', `rule: |\n  ${loops}\nmessage: never`)) }),
    ).toEqual([expect.stringMatching(/^error endless: .*could not be decided.*too much work/)]);
  });

  test('fills its message even where a value can not be had', () => {
    const text = guardrailText(
      'partly',
      'rule: "false"\nmessage: "owner {{ spec.server.metadata.owner }}, {{ [1, 2].map(n, n * 2) }}"',
    );
    expect(findings({ rules: rules('{}', text) })).toEqual(['error partly: owner ?, 2, 4']);
  });

  test('sees the servers that are replaced, before and after', () => {
    const text = guardrailText(
      'gentle',
      `rule: plan.servers.replace == 0
message: >-
  {{ plan.servers.replace }} of {{ live.servers.size() }} servers ({{ plan.scalingGroups[0].members.filter(m, m.fate == "replace").map(m, m.server.name).join(", ") }})
  go from {{ before.groups[0].servers[0].image }} to {{ after.groups[0].servers[0].image }}`,
    );
    const spec = { ...WEB, server: { ...WEB.server, image: 'ubuntu-22.04' } };
    const [planned] = judged([{ spec, observed: live(group(), [2]) }], { rules: rules('{}', text) }).groups;
    expect(planned?.findings.map(({ message }) => message)).toContain(
      '2 of 2 servers (web-0, web-1) go from ubuntu-20.04 to ubuntu-22.04',
    );
  });
});

describe('a waiver', () => {
  const waived = (waiver: string) =>
    rules(
      `{ guardrails: { waivers: [ { guardrail: small-flavors, reason: moving, approvedBy: kim, ${waiver} } ] } }`,
      SMALL,
    );

  test('turns the refusal into a note that names reason, day and person', () => {
    expect(findings({ rules: waived('group: "w*", expires: "2026-01-05"') })).toEqual([
      `info small-flavors: ${FOUND}; waived until 2026-01-05 by kim: moving`,
    ]);
  });

  test('of another group does not count', () => {
    expect(findings({ rules: waived('group: api, expires: "2027-01-01"') })).toEqual([
      `error small-flavors: ${FOUND}`,
    ]);
  });

  test('that has expired does not count, and is named', () => {
    expect(findings({ rules: waived('group: web, expires: "2026-01-04"') })).toEqual([
      `error small-flavors: ${FOUND}; the waiver of kim expired on 2026-01-04`,
    ]);
  });

  test('that has expired and is not needed asks to be removed', () => {
    const spec = { ...WEB, server: { ...WEB.server, flavor: 'm1.tiny' } };
    expect(findings({ rules: waived('group: web, expires: "2026-01-04"') }, undefined, spec)).toEqual([
      'warn waiver-expired: the waiver of small-flavors for web expired on 2026-01-04, and nothing needs it; remove it',
    ]);
  });
});

describe('a freeze window', () => {
  const WEEKEND =
    '{ name: weekend, cron: "0 18 * * 5", for: 60h, timezone: Europe/Berlin, reason: nobody is there }';
  const SATURDAY = '2026-01-10T12:00Z';
  const frozen = (windows: string, rest = '') => rules(`{ freeze: { windows: [ ${windows} ]${rest} } }`);

  test('is told in the plan and refuses the apply, until an hour that people can read', () => {
    const given = { rules: frozen(WEEKEND) };
    expect(findings({ ...given, moment: 'plan' }, SATURDAY)).toEqual([
      'warn freeze-window: the freeze window "weekend" (nobody is there) is on: apply would be refused until Mon 2026-01-12 06:00 Europe/Berlin',
    ]);
    expect(findings({ ...given, moment: 'apply' }, SATURDAY)).toEqual([
      'error freeze-window: the freeze window "weekend" (nobody is there) is on: refused until Mon 2026-01-12 06:00 Europe/Berlin',
    ]);
  });

  test.each([
    ['2026-01-09T16:59Z', false],
    ['2026-01-09T17:00Z', true],
    ['2026-01-12T04:59Z', true],
    ['2026-01-12T05:00Z', false],
  ])('at %s is on: %s', (now, on) => {
    expect(findings({ rules: frozen(WEEKEND) }, now)).toHaveLength(on ? 1 : 0);
  });

  test.each([
    ['groups: [ api ]', 0],
    ['groups: [ "w*" ]', 1],
    ['labels: { team: shop }', 1],
    ['labels: { tier: "*" }', 0],
  ])('with %s holds %i groups', (match, count) => {
    expect(findings({ rules: frozen(WEEKEND.replace(' }', `, ${match} }`)) }, SATURDAY)).toHaveLength(count);
  });

  test('that allows forbids everything else, and one that denies wins', () => {
    const office = '{ name: office, effect: allow, cron: "0 9 * * *", for: 8h }';
    const release = '{ name: release, cron: "0 12 * * 1", for: 1h }';
    expect(findings({ rules: frozen(office) }, '2026-01-05T08:00Z')).toEqual([
      'error freeze-window: changes are allowed in the window "office" only: refused until Mon 2026-01-05 09:00 UTC',
    ]);
    expect(findings({ rules: frozen(office) }, '2026-01-05T10:00Z')).toEqual([]);
    expect(findings({ rules: frozen(`${office}, ${release}`) }, '2026-01-05T12:30Z')).toEqual([
      'error freeze-window: the freeze window "release" is on: refused until Mon 2026-01-05 13:00 UTC',
    ]);
  });

  test('that is followed by another ends when both have', () => {
    const next = '{ name: monday, cron: "0 5 * * 1", for: 7h }';
    expect(findings({ rules: frozen(`${WEEKEND}, ${next}`) }, SATURDAY)).toEqual([
      expect.stringContaining('until Mon 2026-01-12 13:00 Europe/Berlin'),
    ]);
  });

  test('lets pass what a named approver answers for, and records it', () => {
    const given = rules(`{ freeze: { windows: [ ${WEEKEND} ], approvers: [ kim ] } }`);
    expect(findings({ rules: given, freezeOverride: 'kim' }, SATURDAY)).toEqual([
      'warn freeze-overridden: the freeze window "weekend" (nobody is there) is on; "kim" lets this change pass all the same',
    ]);
    expect(findings({ rules: given, freezeOverride: 'mallory' }, SATURDAY)).toEqual([
      expect.stringMatching(/^error freeze-window: .*; "mallory" may not override it, but "kim" may$/),
    ]);
    expect(findings({ rules: frozen(WEEKEND), freezeOverride: 'kim' }, SATURDAY)).toEqual([
      expect.stringMatching(
        /^error freeze-window: .*; "kim" may not override it, for freeze.approvers names nobody$/,
      ),
    ]);
  });

  test('holds a group by the labels that its stack still carries: a tombstone has none, and a merge may take them off', () => {
    const given = { rules: frozen(WEEKEND.replace(' }', ', labels: { team: shop } }')) };
    const observed = live(group());
    const tombstone: Spec = { kind: 'Deleted', name: 'web', source: WEB.source };
    const relabelled = { ...WEB, size: { ...WEB.size, max: 9 }, labels: {} };
    const refused = (spec: Spec) => judged([{ spec, observed }], given, SATURDAY).groups.map(isRefused);
    expect(refused(tombstone)).toEqual([true]);
    expect(refused(relabelled)).toEqual([true]);
  });

  test('that allows what a group becomes does not let pass what it is so far', () => {
    const always = '{ name: tries, effect: allow, cron: "0 0 * * *", for: 23h, labels: { team: labs } }';
    const nights = '{ name: night, effect: allow, cron: "0 22 * * *", for: 2h, labels: { team: shop } }';
    const spec = { ...WEB, labels: { team: 'labs' } };
    const observed = live(group());
    const at = (now: string) => judged([{ spec, observed }], { rules: frozen(`${always}, ${nights}`) }, now);
    expect(at('2026-01-05T12:00Z').groups.map(isRefused)).toEqual([true]);
    expect(at('2026-01-05T22:30Z').groups.map(isRefused)).toEqual([false]);
  });

  test('changes no fingerprint', () => {
    const free = judged([{ spec: WEB }], { rules: rules('{}') }, SATURDAY);
    const held = judged(
      [{ spec: WEB }],
      { rules: rules(`{ freeze: { windows: [ ${WEEKEND} ] } }`, SMALL) },
      SATURDAY,
    );
    expect(held.groups[0]?.findings.length).toBeGreaterThan(free.groups[0]?.findings.length ?? 0);
    expect(held.fingerprint).toBe(free.fingerprint);
    expect(held.groups[0]?.fingerprint).toBe(free.groups[0]?.fingerprint);
  });

  test('leaves schedules alone', () => {
    const spec = { ...WEB, scaling: { ...WEB.scaling, schedules: [schedule({ min: 4, max: 10 })] } };
    const observed = live(group({ scaling: spec.scaling }, {}, '2026-01-09T12:00Z'), [5]);
    const [planned] = judged([{ spec, observed }], { rules: frozen(WEEKEND) }, SATURDAY).groups;
    expect(planned).toMatchObject({ byClock: true });
    expect(planned && isRefused(planned)).toBe(false);
  });
});

describe('the limit of deletions', () => {
  const tombstone = (name: string): Spec => ({
    kind: 'Deleted',
    name,
    source: { file: `${name}.yaml`, line: 1, column: 1 },
  });
  const gone = ['a', 'b', 'c', 'd'].map((name) => ({
    spec: tombstone(name),
    observed: { ...live(group()), name },
  }));

  test('lets as many go as it says', () => {
    const plan = judged(gone.slice(0, 3), { rules: rules('{}') });
    expect(plan.groups.map(isRefused)).toEqual([false, false, false]);
  });

  test('refuses the whole run beyond it, with the numbers', () => {
    const plan = judged([...gone, { spec: WEB }], { rules: rules('{}') });
    expect(plan.groups.map(isRefused)).toEqual([true, true, true, true, true]);
    expect(plan.groups[4]?.findings.at(-1)).toEqual({
      rule: 'too-many-deletions',
      severity: 'error',
      message:
        'this run would delete 4 stacks (a, b, c and d), and limits.maxDeletions allows 3: nothing of it is applied; delete in smaller steps, or raise the limit first',
    });
  });

  test('does not hold what is as it should be', () => {
    const plan = judged([...gone, { spec: WEB, observed: live(group()) }], { rules: rules('{}') });
    expect(plan.groups[4]).toMatchObject({ action: 'no-op' });
    expect(plan.groups.map(isRefused)).toEqual([true, true, true, true, false]);
  });

  test('may be 0', () => {
    const plan = judged(gone.slice(0, 1), { rules: rules('{ limits: { maxDeletions: 0 } }') });
    expect(plan.groups.map(isRefused)).toEqual([true]);
  });
});
