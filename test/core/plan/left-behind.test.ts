/** After an update that stopped, each member's own definition says whether it still has to change. */
import { describe, expect, test } from 'vitest';
import { planGroup } from '../../../src/core/plan/plan.ts';
import { handedDown } from '../../../src/core/plan/sides.ts';
import { verificationFindings } from '../../../src/core/plan/verify.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { group, live, WEB } from '../live-stack.ts';

const STOPPED = { action: 'UPDATE', status: 'FAILED', reason: 'no host' } as const;
const zoned = (image: string) => group({ zones: ['a'] }, { image });

/** The definition as Heat wrote it down for one member, with its functions evaluated. */
function ownDefinition(image: string): JsonObject {
  const text = JSON.stringify(zoned(image).groups[0]?.member).replaceAll(
    '{"list_join":["/",[{"get_param":"OS::stack_id"},"a"]]}',
    '"stack-id/a"',
  );
  return JSON.parse(text);
}

const definitions = { 'group-a': { m0: ownDefinition('new'), m1: ownDefinition('old') } };

test('a member of a zone that already has the new definition is kept, the other replaced', () => {
  const observed = { ...live(zoned('new'), [2]), state: STOPPED };
  const plan = planGroup({ desired: zoned('new'), observed, definitions });
  expect(plan.servers).toMatchObject({ keep: 1, replace: 1 });
});

test('a member of a zone that was left on the old definition is named after the apply', () => {
  const after = { desired: zoned('new'), observed: live(zoned('new'), [2]), definitions };
  const findings = verificationFindings(after, planGroup(after));
  expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
    ['member-behind', 'group-a: the member m1 still has the old definition'],
  ]);
});

describe('going back after an update that failed', () => {
  const failed = { action: 'CREATE', status: 'FAILED', reason: 'no host' } as const;
  const observed = (sizes: readonly [number]) => {
    const stack = live(zoned('new'), sizes);
    const groups = stack.groups.map((one) => ({
      ...one,
      state: STOPPED,
      members: one.members.map((each, index) => (index === 1 ? { ...each, state: failed } : each)),
    }));
    return { ...stack, state: STOPPED, groups };
  };
  const own = (...images: readonly string[]) => ({
    'group-a': Object.fromEntries(images.map((image, index) => [`m${index}`, ownDefinition(image)])),
  });
  const planned = (desired: ReturnType<typeof zoned>, ...images: readonly string[]) => {
    const plan = planGroup({ desired, observed: observed([images.length]), definitions: own(...images) });
    return plan.findings.map(({ rule }) => rule).filter((rule) => rule.includes('go'));
  };

  test('is refused while a server shows what was before: Heat would take the group for unchanged', () => {
    expect(planned(zoned('old'), 'new', 'new', 'old')).toEqual(['goes-back-after-failure']);
  });

  test('is seen through a second update that failed, too', () => {
    expect(planned(zoned('old'), 'second', 'new', 'old')).toEqual(['goes-back-after-failure']);
  });

  test('is a guess when no server shows it any more', () => {
    expect(planned(zoned('old'), 'new', 'new')).toEqual(['may-go-back-after-failure']);
    const plan = planGroup({
      desired: zoned('old'),
      observed: observed([2]),
      definitions: own('new', 'new'),
    });
    expect(plan.changes.find(({ address }) => address === 'resources.group-a')?.confidence).toBe('predicted');
  });

  test('is not what a third definition does, which replaces the servers', () => {
    expect(planned(zoned('third'), 'new', 'new', 'old')).toEqual([]);
  });

  test('is not what a third definition of members in a stack of their own does, whatever came by scaling and failed', () => {
    const drained = (image: string) => group({ rollout: { ...WEB.rollout, drainSeconds: 30 } }, { image });
    const stack = live(drained('new'), [3]);
    const groups = stack.groups.map((each) => ({
      ...each,
      state: STOPPED,
      members: each.members.map((member, index) => (index === 2 ? { ...member, state: failed } : member)),
    }));
    const files = { ...drained('old').files, ...stack.files };
    const of = (image: string): JsonObject =>
      Object.assign({}, ...drained(image).groups.map((one) => handedDown(one, stack)));
    const rules = (desired: ReturnType<typeof drained>) =>
      planGroup({
        desired,
        observed: { ...stack, files, state: STOPPED, groups },
        definitions: { group: { m0: of('new'), m1: of('old'), m2: of('new') } },
      })
        .findings.map(({ rule }) => rule)
        .filter((rule) => rule.includes('go'));
    expect(rules(drained('third'))).toEqual([]);
    expect(rules(drained('old'))).toEqual(['goes-back-after-failure']);
  });

  test('is not what the same again does', () => {
    expect(planned(zoned('new'), 'new', 'new', 'old')).toEqual([]);
  });
});
