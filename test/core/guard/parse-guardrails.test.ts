/** Files of guardrails: what is wrong with them is said at its place, and nothing in them can hold up a run. */
import { describe, expect, test } from 'vitest';
import { parseGuardrails } from '../../../src/core/guard/parse-guardrails.ts';
import { exampleFailures } from '../../../src/core/guard/run-examples.ts';
import { file, guardrailText, read } from './ruled.ts';

const problems = (text: string) => {
  const parsed = parseGuardrails([file('policies/own.yaml', text)]);
  return [...parsed.problems, ...exampleFailures(parsed.guardrails)].map(
    ({ line, column, message }) => `${line}:${column}: ${message}`,
  );
};
const GOOD = `apiVersion: thermostat/v1
kind: Guardrail
metadata: { name: two-servers }
spec:
  severity: error
  parameters: { least: 2 }
  rule: |
    spec.size.min >=
      params.least
  message: "{{ spec.size.min }} is less than {{ params.least }}"
  at: spec.size.min
  examples:
    passing: [ { spec: { size: { min: 2 } } } ]
    failing: [ { spec: { size: { min: 1 } } }, { params: { least: 3 } } ]
`;

test('a good one has no problem', () => {
  expect(problems(GOOD)).toEqual([]);
});

test.each([
  [
    'a key of the rule',
    'spec.size.min >=',
    'spec.size.mnimum >=',
    "8:14: spec.rule can't be read: there is no key mnimum here; there are min, max",
  ],
  [
    'a parameter',
    'params.least\n',
    'params.leest\n',
    '9:13: spec.rule can\'t be read: there is no key leest here; did you mean "least"?',
  ],
  ['the grammar', 'spec.size.min >=\n', 'spec.size.min >= >=\n', /^8:\d+: spec.rule can't be read: found/],
  [
    'the message',
    '{{ spec.size.min }}',
    '{{ spec.sise.min }}',
    '10:12: spec.message can\'t be read: {{ spec.sise.min }}: there is no key sise here; did you mean "size"?',
  ],
  [
    'braces of the message',
    '{{ spec.size.min }}',
    '{{ spec.size.min }',
    /^10:12: spec.message can't be read: {{ spec.size.min } is less/,
  ],
  [
    'the key to blame',
    'at: spec.size.min',
    'at: spec.size.mni',
    '11:7: spec.at is "spec.size.mni"; a spec has no such key, see docs/spec.md',
  ],
  [
    'a fact of an example',
    '{ min: 1 }',
    '{ mn: 1 }',
    '14:34: "mn" is no fact in spec.examples.failing[0].spec.size; did you mean "min"?',
  ],
  [
    'an example that does not pass',
    '{ min: 2 }',
    '{ min: 1 }',
    '13:16: the passing example of two-servers fails; the rule is false for it: 1 is less than 2',
  ],
  [
    'an example that does not fail',
    '{ min: 1 }',
    '{ min: 2 }',
    '14:16: the failing example of two-servers passes; the rule is true for it',
  ],
  [
    'an example that can not be decided',
    '{ min: 1 }',
    '{ min: many }',
    /^14:16: the failing example of two-servers can't be decided: found no matching overload/,
  ],
  [
    'a rule that is no question',
    'params.least\n',
    'params.least ? "yes" : "no"\n',
    /can't be decided: it is neither true nor false/,
  ],
  [
    'a parameter of no use',
    '{ least: 2 }',
    '{ least: { a: 1 } }',
    '6:17: the parameter "least" must be a number, a text, true, false, or a list of them',
  ],
  [
    'a missing example',
    '    failing: [ { spec: { size: { min: 1 } } }, { params: { least: 3 } } ]\n',
    '    failing: []\n',
    /^14:5: spec.examples.failing is empty/,
  ],
  ['an unknown key', 'severity: error', 'severity: error\n  policy: yes', '6:3: "policy" is no key of spec'],
  ['a severity', 'severity: error', 'severity: eror', '5:13: spec.severity is "eror"; did you mean "error"?'],
])('a mistake in %s is told at its place', (_, right, wrong, expected) => {
  const text = GOOD.replace(right, wrong);
  expect(text).not.toBe(GOOD);
  const [first = ''] = problems(text);
  if (typeof expected === 'string') expect(first.slice(0, expected.length)).toBe(expected);
  else expect(first).toMatch(expected);
});

test.each([
  [
    'a spec',
    'apiVersion: thermostat/v1\nkind: Deleted\nmetadata: { name: web }\n',
    /^1:1: a document of kind "Deleted" stands here, and no guardrail; files in policies\//,
  ],
  ['something else', 'package: example\n', /^1:1: this is no guardrail/],
  ['nothing', '', /^1:1: this is no guardrail/],
  ['a list', '- 1\n', /^1:1: this is no guardrail/],
  ['broken YAML', 'apiVersion: [', /^1:\d+: (?!this is no guardrail)/],
  [
    'the same name again',
    `${GOOD}---\n${GOOD}`,
    /^16:1: a guardrail "two-servers" stands in policies\/own.yaml:1 already/,
  ],
])('%s is refused', (_, text, message) => {
  expect(problems(text)).toEqual([expect.stringMatching(message)]);
});

describe('settings that name guardrails', () => {
  const found = (guardrails: string) =>
    read(`{ guardrails: { ${guardrails} } }`, GOOD).problems.map(
      ({ line, column, message }) => `${line}:${column}: ${message}`,
    );
  const WAIVER = 'group: web, reason: moving, expires: "2027-01-01", approvedBy: kim';

  test.each([
    [
      'packs: [ baseline, cost ], overrides: [ { guardrail: cost/servers-at-most, parameters: { most: 10 } } ]',
      [],
    ],
    [
      'overrides: [ { guardrail: cost/servers-at-most } ]',
      ['there is no guardrail "cost/servers-at-most"; it is in no chosen pack and in no file'],
    ],
    [
      `waivers: [ { guardrail: two-server, ${WAIVER} } ]`,
      ['there is no guardrail "two-server"; did you mean "two-servers"?'],
    ],
    [
      'overrides: [ { guardrail: two-servers, parameters: { most: 1 } } ]',
      ['"two-servers" has no parameter "most"; it has least'],
    ],
    [
      'overrides: [ { guardrail: two-servers, parameters: { least: [ 1 ] } } ]',
      ['the parameter "least" of "two-servers" is "[1]"; it must be such as "2"'],
    ],
    [
      `waivers: [ { guardrail: two-servers, ${WAIVER.replace('01-01', '02-30')} } ]`,
      ['spec.guardrails.waivers[0].expires is "2027-02-30"; the calendar has no such day'],
    ],
    ['packs: [ basic ]', ['spec.guardrails.packs[0] is "basic"; it must be baseline, production or cost']],
  ])('%s', (text, messages) => {
    expect(found(text).map((line) => line.replace(/^3:\d+: /, ''))).toEqual(messages);
  });

  test.each([
    [
      'cron: "0 25 * * *", for: 1h',
      'the cron of "night" is "0 25 * * *": its hour is "25"; it must be from 0 to 23',
    ],
    [
      'cron: "0 0 * * *", for: 1h, timezone: Europe/Berlni',
      'the time zone "Europe/Berlni" is not known; did you mean "Europe/Berlin"?',
    ],
    ['cron: "0 0 * * *", for: 0', 'the window "night" lasts 0 seconds; say for how long, such as 10h'],
    [
      'cron: "0 0 * * *", for: 24h',
      'the window "night" begins again before it ends, so it is always on; shorten it',
    ],
    ['cron: "0 0 30 2 *", for: 1h', /which never comes/],
  ])('a freeze window with %s is refused', (window, message) => {
    const [problem] = read(`{ freeze: { windows: [ { name: night, ${window} } ] } }`).problems;
    expect(problem?.message).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });
});

describe('a hostile file ends soon, with words', () => {
  const hostile = (rule: string) => problems(guardrailText('hostile', `rule: |\n  ${rule}\nmessage: x`));
  const ten = '[0,1,2,3,4,5,6,7,8,9]';
  const loops = Array.from({ length: 12 }).reduce<string>(
    (inner, _, n) => `${ten}.all(v${n}, ${inner})`,
    'true',
  );

  test('loops within loops, in every example of many guardrails', () => {
    const examples = `passing: [ ${Array.from({ length: 50 }, () => '{}').join(', ')} ]`;
    const text = Array.from({ length: 30 }, (_, index) =>
      guardrailText(`endless-${index}`, `rule: |\n  ${loops}\nmessage: x`).replace(
        'passing: [ {} ]',
        examples,
      ),
    ).join('---\n');
    const found = problems(text);
    expect(found).toHaveLength(6);
    expect(found.every((line) => line.includes('too much work'))).toBe(true);
    expect(found.at(-1)).toMatch(/the examples from here on are not run/);
  });

  test.each([
    ['nested without end', `${'('.repeat(1900)}true${')'.repeat(1900)}`, /nested more than 60 levels deep/],
    ['too long', `${'true && '.repeat(900)}true`, /7205 characters; 4000 are the most/],
    [
      'a bad regular expression',
      'group.name.matches("(((((((((((")',
      /can't be decided: error parsing regexp/,
    ],
    ['a name of ours', '@tick(true, 1)', /can't be read/],
    ['a prototype', 'group.constructor == null', /there is no key constructor here/],
    [
      'a prototype of free keys',
      'group.labels.constructor == null',
      /can't be decided: field not found: constructor/,
    ],
  ])('%s', (_, rule, message) => {
    expect(hostile(rule)[0]).toMatch(message);
  });

  test('more guardrails than anybody needs', () => {
    const text = Array.from({ length: 301 }, (_, index) =>
      guardrailText(`g${index}`, 'rule: "true"\nmessage: x'),
    ).join('---\n');
    expect(problems(text)).toEqual([
      '2701:1: this is guardrail 301; 300 are the most, put some together or remove some',
    ]);
  });
});
