/** No spec is left: what is said depends on whose stacks live. */
import { expect, test } from 'vitest';
import { zeroSpecs } from '../../../src/core/guard/zero-specs.ts';
import { COMPLETE } from '../live-stack.ts';

const NOTHING = { file: '.', line: 1, column: 1, message: 'no file matches' };
const stack = (name: string, tags: readonly string[]) => ({
  name,
  id: `id-${name}`,
  state: COMPLETE,
  tags,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: null,
});
const OURS = ['thermostat', 'thermostat:repo=team/shop'];

test.each([
  ['nobody’s', [], 'team/shop', null],
  ['stacks that Thermostat did not make', [stack('db', ['team=shop'])], 'team/shop', null],
  ['stacks of another repository', [stack('db', OURS)], 'team/data', null],
  [
    'its own',
    [stack('web', OURS), stack('db', OURS)],
    'team/shop',
    '2 stacks made by Thermostat would be left without a spec (web and db)',
  ],
  [
    'stacks of who knows whom',
    [stack('web', ['thermostat'])],
    'team/shop',
    'a stack made by Thermostat would be left without a spec (web)',
  ],
  ['any, where the repository is not known', [stack('web', OURS)], null, 'a stack made by Thermostat'],
])('%s', (_, stacks, repository, expected) => {
  const { message } = zeroSpecs(NOTHING, stacks, repository);
  if (expected === null) expect(message).toBe(NOTHING.message);
  else expect(message).toContain(expected);
});

test('many are counted', () => {
  const stacks = Array.from({ length: 12 }, (_, index) => stack(`s${index}`, OURS));
  expect(zeroSpecs(NOTHING, stacks, 'team/shop').message).toContain('(s0, s1, s2, s3, s4 and 7 more)');
});
