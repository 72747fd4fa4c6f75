/** The file of settings: what it may say, and what it is told when it may not. */
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, parseSettings } from '../../../src/core/settings/parse-settings.ts';

const file = (text: string) =>
  ({ path: '.thermostat.yaml', state: 'read', bytes: new TextEncoder().encode(text) }) as const;
const settings = (spec: string) =>
  parseSettings(file(`apiVersion: thermostat/v1\nkind: Settings\nspec:\n${spec}`));
const problems = (text: string) =>
  parseSettings(file(text)).problems.map(({ line, column, message }) => `${line}:${column}: ${message}`);
const RULE =
  '  ignore:\n    - { group: web, path: resources.web.properties.max_size, reason: load test, expires: "2027-01-31" }\n';

test('without a file, the defaults hold', () => {
  expect(parseSettings({ path: '.thermostat.yaml', state: 'absent' })).toEqual({
    settings: DEFAULT_SETTINGS,
    problems: [],
  });
});

test('limits and ignore rules are read, each rule with its place', () => {
  expect(settings(`  limits: { maxDeletions: 0 }\n${RULE}`)).toEqual({
    problems: [],
    settings: {
      ...DEFAULT_SETTINGS,
      limits: { maxDeletions: 0 },
      ignore: [
        {
          group: 'web',
          path: 'resources.web.properties.max_size',
          reason: 'load test',
          expires: '2027-01-31',
          source: { file: '.thermostat.yaml', line: 6, column: 7 },
        },
      ],
    },
  });
});

test('an ignore rule without a reason or a last day is refused', () => {
  const text = 'apiVersion: thermostat/v1\nkind: Settings\nspec:\n  ignore: [{ group: web, path: tags }]\n';
  expect(problems(text)).toEqual([
    '4:12: spec.ignore[0] has no "reason"; add it: why it is right that it differs; shown wherever the rule is used',
    '4:12: spec.ignore[0] has no "expires"; add it: the last day it holds (UTC), so that nobody forgets it',
  ]);
});

test('a day that no calendar has is refused where it stands', () => {
  const { problems: found } = settings(RULE.replace('2027-01-31', '2027-02-30'));
  expect(found).toMatchObject([
    { line: 5, message: 'spec.ignore[0].expires is "2027-02-30"; the calendar has no such day' },
  ]);
});

test('a rule that would ignore everything is refused', () => {
  const { problems: found } = settings(RULE.replace('resources.web.properties.max_size', '"*"'));
  expect(found).toMatchObject([
    { message: 'spec.ignore[0].path is "*"; it must be more than * alone, on one line' },
  ]);
});

test.each([
  ['server.metadata.owner', 'nothing begins with "server."; write it as a finding is named, such as'],
  ['spec.size.max', 'nothing begins with "spec."; write it as a finding is named, such as'],
  ['resources web', 'nothing begins with "resources "'],
  [
    'resources.sg.properties.rules[0].port_range_min',
    'items of a list are named by a dot: write .0 instead of [0]',
  ],
])('a rule for %s, which is the name of nothing, is refused where it stands', (path, why) => {
  const { problems: found } = settings(RULE.replace('resources.web.properties.max_size', `"${path}"`));
  expect(found).toEqual([
    expect.objectContaining({
      line: 5,
      message: expect.stringContaining(`spec.ignore[0].path is "${path}"; ${why}`),
    }),
  ]);
});

test.each(['res*', '*.owner', 'server web-1[0] metadata.owner', 'tags', 'Outputs.x', 'security group sg'])(
  'a rule for %s may mean something',
  (path) => {
    expect(settings(RULE.replace('resources.web.properties.max_size', `"${path}"`)).problems).toEqual([]);
  },
);

test.each([
  [
    'a spec',
    'apiVersion: thermostat/v1\nkind: Deleted\nmetadata: { name: web }\n',
    /a document of kind "Deleted"/,
  ],
  [
    'an unknown key',
    'apiVersion: thermostat/v1\nkind: Settings\nspec: { limit: {} }\n',
    /"limit" is no key of spec/,
  ],
  ['broken YAML', 'apiVersion: [', /./],
  ['nothing', '', /^1:1: these are no settings, which begin with apiVersion/],
  ['something else', 'package: example\n', /^1:1: these are no settings/],
  ['a list', '- 1\n', /^1:1: these are no settings/],
])('%s in its place is one clear problem', (_, text, message) => {
  expect(problems(text)).toEqual([expect.stringMatching(message)]);
});

test('every mistake is told at once: one that the schema finds hides no cron, no time zone, no day', () => {
  const text = `apiVersion: thermostat/v1
kind: Settings
spec:
  limits: { maxDeletions: many }
  ignore:
    - { group: web, path: tags, expires: "2027-02-30" }
  guardrails:
    waivers:
      - { guardrail: a, group: web, reason: r, approvedBy: ops, expires: "2026-13-01" }
  freeze:
    windows:
      - { name: night, cron: "0 25 * * *", for: 8h }
      - { cron: "0 0 * * *", timezone: Mars/Base, for: 1h }
      - { name: night, cron: "61 * * *", for: 1h }
`;
  expect(problems(text)).toEqual([
    expect.stringMatching(/^4:\d+: spec\.limits\.maxDeletions is "many"/),
    expect.stringMatching(/^6:\d+: spec\.ignore\[0\] has no "reason"/),
    expect.stringMatching(/^6:\d+: spec\.ignore\[0\]\.expires is "2027-02-30"; the calendar has no such day/),
    expect.stringMatching(/^9:\d+: spec\.guardrails\.waivers\[0\]\.expires is "2026-13-01"; the calendar/),
    expect.stringMatching(/^12:\d+: the cron of "night" is "0 25 \* \* \*"/),
    expect.stringMatching(/^13:\d+: spec\.freeze\.windows\[1\] has no "name"/),
    expect.stringMatching(/^13:\d+: the time zone "Mars\/Base" is not known/),
    expect.stringMatching(/^14:\d+: the window "night" stands here for the second time/),
    expect.stringMatching(
      /^14:\d+: spec\.freeze\.windows\[2\]\.cron is "61 \* \* \*"; it must be five fields/,
    ),
  ]);
});

test('a freeze window of a name that another has is refused', () => {
  const window = '{ name: sale, cron: "0 0 1 1 *", for: 24h }';
  const { problems: found } = settings(`  freeze:\n    windows:\n      - ${window}\n      - ${window}\n`);
  expect(found).toMatchObject([
    { line: 7, message: expect.stringContaining('the window "sale" stands here for the second time') },
  ]);
});
