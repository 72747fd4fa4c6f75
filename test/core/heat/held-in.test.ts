/** Of a nested resource people are told the stack that holds it: the root stack knows no such resource. */
import { expect, test } from 'vitest';
import { heldIn } from '../../../src/core/heat/held-in.ts';
import { COMPLETE } from '../live-stack.ts';

const resource = (address: string, physicalId: string) => ({
  address,
  physicalId,
  type: '',
  state: COMPLETE,
  createdAt: '',
});
const stack = {
  name: 'web',
  resources: [resource('tier', 'id-of-tier'), resource('tier/group', 'id-of-group')],
};

test.each([
  ['alarm', 'web alarm'],
  ['tier/alarm', 'id-of-tier alarm'],
  ['tier/group/m1', 'id-of-group m1'],
  ['gone/alarm', 'web alarm'],
])('%s is %s', (address, expected) => {
  expect(heldIn(stack, address)).toBe(expected);
});
