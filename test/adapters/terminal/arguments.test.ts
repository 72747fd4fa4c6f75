/** The words of the command line: what they come to, and what is refused in words. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OPTIONS, parseArguments } from '../../../src/adapters/terminal/arguments.ts';

test('Horizon’s address is taken as it is', () => {
  const parsed = parseArguments(['drift', '--horizon', 'https://cloud.example/horizon/']);
  expect(parsed).toMatchObject({ ok: true, arguments: { horizon: 'https://cloud.example/horizon/' } });
  expect(parseArguments(['drift'])).toMatchObject({ ok: true, arguments: { horizon: null } });
});

test.each(['cloud.example/horizon', 'javascript:alert(1)', ''])(
  '%o is no address of Horizon’s',
  (address) => {
    const message = `--horizon ${JSON.stringify(address)} is no address; it may be such as https://cloud.example/horizon`;
    expect(parseArguments(['drift', '--horizon', address])).toEqual({ ok: false, message });
  },
);

test('--fix goes with drift alone', () => {
  expect(parseArguments(['drift', '--fix'])).toMatchObject({ ok: true, arguments: { fix: true } });
  expect(parseArguments(['drift'])).toMatchObject({ ok: true, arguments: { fix: false } });
  expect(parseArguments(['plan', '--fix'])).toEqual({
    ok: false,
    message: '--fix goes with drift, not with "plan"',
  });
});

test('the README names no option that there is not', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const named = [...readme.matchAll(/(?<![\w-])--([a-z][a-z-]+)/g)].map(([, name]) => name);
  expect(named).toContain('horizon');
  expect(named.filter((name) => !Object.keys(OPTIONS).includes(name ?? ''))).toEqual([]);
});
