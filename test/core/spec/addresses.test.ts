/** Addresses and ranges are read as OpenStack reads them. */
import { expect, it } from 'vitest';
import { rangeOf } from '../../../src/core/spec/addresses.ts';

it.each([
  ['10.20.0.5/16', 4, '10.20.0.0/16', true],
  ['10.0.0.1', 4, '10.0.0.1', false],
  ['0.0.0.0/0', 4, '0.0.0.0/0', false],
  ['::/0', 6, '::/0', false],
  ['::1', 6, '::1', false],
  ['2001:DB8::5/32', 6, '2001:db8::/32', true],
  ['fe80::1:0:0:1/64', 6, 'fe80::/64', true],
  ['1:0:0:2:0:0:0:3', 6, '1:0:0:2::3', false],
  ['::ffff:1.2.3.4', 6, '::ffff:102:304', false],
  ['1:2:3:4:5:6:7::', 6, '1:2:3:4:5:6:7:0', false],
])('%s is of version %i and is written %s', (text, version, canonical, hasHostBits) => {
  expect(rangeOf(text)).toMatchObject({ version, text: canonical, hasHostBits });
});

it('a range knows its ends', () => {
  const { first, last } = rangeOf('10.0.0.0/30') ?? { first: 0n, last: 0n };
  expect([first, last - first]).toEqual([10n * 2n ** 24n, 3n]);
});

it.each([
  '300.1.1.1',
  '10.0.0.0/33',
  '2001:db8:::/32',
  'a::b::c',
  '01.2.3.4',
  '1:2',
  '10.0.0.0/',
  '1.2.3.4/8/8',
  '::/129',
  'web',
  '',
])('"%s" is none', (text) => expect(rangeOf(text)).toBeNull());
