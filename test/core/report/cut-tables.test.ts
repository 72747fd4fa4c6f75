/** Tables that are cut say so, and cut off nothing that is worse than what they show. */
import { expect, test } from 'vitest';
import { costBlocks } from '../../../src/core/report/cost-words.ts';
import { headRoomBlocks } from '../../../src/core/report/head-room-blocks.ts';
import { toText } from '../../../src/core/report/text.ts';
import type { HeadRoom } from '../../../src/model/quota.ts';
import * as sample from './samples.ts';

/** The server group of a group that may have so many servers of 10. */
function serverGroup(name: string, most: number): HeadRoom {
  const state = most > 10 ? 'exceeded' : most > 8 ? 'tight' : 'roomy';
  return { state, name: 'serverGroupMembers', of: name, limit: 10, others: 0, most, surge: 0 };
}

const twenty = Array.from({ length: 20 }, (_, index) => `web-${index}`);

test('a quota that does not suffice is shown, however many are tight', () => {
  const rows = [...twenty.map((name) => serverGroup(name, 9)), serverGroup('late', 11)];
  const text = toText(headRoomBlocks(rows, []));
  expect(text).toMatch(/servers in a server group \(late\) .* −1$/m);
  expect(text).toMatch(/^9 more$/m);
});

test('room that is not told one by one is counted', () => {
  const text = toText(
    headRoomBlocks(
      twenty.map((name) => serverGroup(name, 2)),
      [],
    ),
  );
  expect(text).toContain('(web-11) · 8 more');
});

test('the costs of many teams come to those of all groups', () => {
  const amount = { atLeast: 1, exact: true };
  const at = { min: amount, now: amount, max: amount };
  const groups = twenty.map((team) => ({
    ...sample.grows,
    cost: { currency: 'EUR', before: at, after: at, unknown: [], team },
  }));
  const text = toText(costBlocks(groups));
  expect(text).toMatch(/^ +10 more teams +7,300\.00/m);
  expect(text).toMatch(/^ +all groups +14,600\.00/m);
});
