/** After an update that stopped, each member's own definition says whether it still has to change. */
import { expect, test } from 'vitest';
import { planGroup } from '../../../src/core/plan/plan.ts';
import { verificationFindings } from '../../../src/core/plan/verify.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { group, live } from '../live-stack.ts';

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
