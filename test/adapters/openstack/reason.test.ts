import { expect, it } from 'vitest';
import { shortReason } from '../../../src/adapters/openstack/reason.ts';

it('keeps an ordinary reason as it is', () => {
  expect(shortReason('Stack UPDATE completed successfully')).toBe('Stack UPDATE completed successfully');
});

it('cuts off the value that Nova repeats, which may be the whole user data', () => {
  const reason =
    "BadRequest: resources.web: Invalid input for field/attribute imageRef. Value: #!/bin/sh\nPASSWORD=hunter2 is not a 'uuid'";
  const short = shortReason(reason);
  expect(short).not.toContain('hunter2');
  expect(short).toBe(
    'BadRequest: resources.web: Invalid input for field/attribute imageRef. (value left out)',
  );
});

it.each([
  '#cloud-config\nusers: [hunter2]',
  'user_data: hunter2',
  '-----BEGIN PRIVATE KEY-----hunter2',
  'MIME-Version: 1.0 hunter2',
])('cuts off what looks like user data or a key: %j', (text) => {
  expect(shortReason(`Went wrong with ${text}`)).toMatch(/^Went wrong with .*\(value left out\)$/);
  expect(shortReason(`Went wrong with ${text}`)).not.toContain('hunter2');
});

it('makes one line of at most 300 characters, without markup and final full stop', () => {
  expect(shortReason('one\n\ttwo\u0000three<br /><br />four.')).toBe('one two three four');
  expect(shortReason('x'.repeat(1000))).toHaveLength(300);
});
