/** Expressions of guardrails: what they can say, what is found wrong before they run, and that no hostile one runs on. */
import { describe, expect, test } from 'vitest';
import { type Evaluated, readExpression } from '../../../src/core/guard/cel/expression.ts';
import { Meter } from '../../../src/core/guard/cel/meter.ts';
import type { KnownPaths } from '../../../src/core/guard/cel/paths.ts';
import { celInput, shown } from '../../../src/core/guard/cel/values.ts';
import type { Json } from '../../../src/model/json.ts';

const ANYTHING: KnownPaths = { x: {}, y: {} };

function evaluate(text: string, x: Json = null, known = ANYTHING): Evaluated {
  const read = readExpression(text, known);
  if (!read.ok) throw new Error(read.mistakes.map(({ message }) => message).join('; '));
  return read.expression.evaluate({ x: celInput(x), y: null }, new Meter());
}

function value(text: string, x: Json = null): string {
  const result = evaluate(text, x);
  return result.ok ? shown(result.value) : `error: ${result.message}`;
}

test.each<readonly [string, Json, string]>([
  ['x.size.min >= 2', { size: { min: 2 } }, 'true'],
  ['x * 100 / 3 <= 70', 2, 'true'],
  ['x > 1.5', 1.6, 'true'],
  ['x == null || x.a', null, 'true'],
  ['has(x.a) && x.a == "b"', { a: 'b' }, 'true'],
  ['x.all(one, one > 0)', [1, 2, 3], 'true'],
  ['x.filter(one, one > 1).map(one, string(one)).join(", ")', [1, 2, 3], '2, 3'],
  ['"web" in x', { web: 1 }, 'true'],
  ['2 in x', [1, 2], 'true'],
  ['x.matches("^ubuntu-[0-9.]+$")', 'ubuntu-20.04', 'true'],
  ['x.exists(key, x[key] == "shop")', { team: 'shop' }, 'true'],
  ['x.map(one, one + 1)', [1, 2], '2, 3'],
  ['{"a": [1], "b": null}', null, 'a: 1, b: nothing'],
  ['x.a.b', { a: {} }, 'error: field not found: b (at column 4 of the expression)'],
  [
    'x + 1',
    'a',
    "error: found no matching overload for '_+_' applied to '(string, int)' (at column 3 of the expression)",
  ],
])('%s', (text, x, expected) => {
  expect(value(text, x)).toBe(expected);
});

describe('what is found before anything runs', () => {
  const known: KnownPaths = {
    spec: {
      properties: {
        size: { properties: { min: {}, max: {} } },
        networks: { items: { properties: { network: {} } } },
        labels: { additionalProperties: {} },
      },
    },
  };
  const mistakes = (text: string) => {
    const read = readExpression(text, known);
    return read.ok ? [] : read.mistakes.map(({ line, column, message }) => `${line}:${column}: ${message}`);
  };

  test.each([
    ['spec.size.mn > 1', '1:10: there is no key mn here; did you mean "min"?'],
    ['spec["sise"] != null', '1:5: there is no key sise here; did you mean "size"?'],
    ['has(spec.size.maximum)', '1:1: there is no key maximum here; there are min and max'],
    ['true &&\n  spce.size.max > 1', '2:3: there is no spce; did you mean "spec"?'],
    ['spec.networks.all(n, n.net == "a")', '1:23: there is no key net here; there are network'],
    [
      'spec.networks.filter(n, true).exists(m, m.net == "a")',
      '1:42: there is no key net here; there are network',
    ],
    ['spec.networks[0].net == "a"', '1:17: there is no key net here; there are network'],
    ['sise(spec.networks) > 1', '1:1: there is no function sise'],
    ['spec.size.min >', '1:15: found > but expecting end of input'],
    ['', '1:1: found end of input but expecting'],
  ])('%s', (text, message) => {
    expect(mistakes(text)).toEqual([expect.stringContaining(message)]);
  });

  test.each(['spec.labels.anything == "a"', 'spec.networks.map(n, n.network).exists(name, name == "a")'])(
    '%s is well',
    (text) => {
      expect(mistakes(text)).toEqual([]);
    },
  );
});

describe('a hostile expression is refused or ends', () => {
  const refused = (text: string) => {
    const read = readExpression(text, ANYTHING);
    return read.ok ? null : read.mistakes[0]?.message;
  };

  test.each([
    ['long', `${'true && '.repeat(1000)}true`, 'it has 8004 characters; 4000 are the most'],
    ['of many parts', `[${'1,'.repeat(1900)}1]`, /it has 1\d* parts; 1000 are the most/],
    ['deep in brackets', `${'('.repeat(1990)}1${')'.repeat(1990)}`, 'it is nested more than 60 levels deep'],
    ['deep in lists', `${'['.repeat(500)}1${']'.repeat(500)}`, 'it is nested more than 60 levels deep'],
    ['deep in conditions', `${'true ? 1 : '.repeat(300)}1`, 'it is nested more than 60 levels deep'],
    ['deep in keys', `x${'.a'.repeat(900)}`, 'it is nested more than 60 levels deep'],
  ])('%s', (_, text, message) => {
    expect(refused(text)).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });

  const TEN = '[0,1,2,3,4,5,6,7,8,9]';
  const loops = (depth: number) =>
    Array.from({ length: depth }).reduce<string>(
      (inner, _, level) => `${TEN}.all(v${level}, ${inner})`,
      'true',
    );
  const doubled = (first: string, times: number) => `[${first}]${'.map(v, v + v)'.repeat(times)}`;

  test.each([
    ['loops within loops', loops(12)],
    ['loops within loops, its end swallowed', `${loops(12)} || true`],
    ['a text that doubles', `${doubled('"aaaa"', 50)}.size() > 0`],
    ['a list that doubles', `${doubled('[0]', 50)}.size() > 0`],
    ['lists of the same lists, compared', `[0]${'.map(v, [v,v,v,v,v,v,v,v])'.repeat(20)} == [1]`],
    [
      'a regular expression of many repetitions, over and over',
      `x.all(n, "${'a'.repeat(2000)}".matches("(a{100}){9}(b{100}){9}") || true)`,
    ],
    ['a long list walked over and over', 'x.all(a, x.all(b, x.all(c, a == b || b == c || true)))'],
  ])('%s', (_, text) => {
    const many = Array.from({ length: 10_000 }, (_unused, index) => index);
    expect(evaluate(text, many)).toEqual({ ok: false, message: expect.stringContaining('too much work') });
  });

  test('backtracking does not blow up: the engine is RE2', () => {
    expect(value('x.matches("^(a+)+$")', `${'a'.repeat(5_000)}!`)).toBe('false');
  });

  test('a rule over a large group is well within its means', () => {
    const members = Array.from({ length: 10_000 }, (_, index) => ({ fate: 'keep', name: `web-${index}` }));
    expect(value('x.filter(m, m.fate == "replace" || m.name.endsWith("-7")).size()', members)).toBe('1');
    expect(value('x.map(m, m.name).filter(n, n.size() > 3).size()', members)).toBe('10000');
  });

  test('no name of ours can be called', () => {
    expect(refused('@tick(true, 1)')).toMatch(/found @/);
    expect(refused('@result')).toMatch(/found @/);
  });
});
