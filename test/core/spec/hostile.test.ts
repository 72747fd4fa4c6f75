/** Whatever stands in a file, the answer is a problem at its place, soon and in words. */
import { describe, expect, it } from 'vitest';
import { group, problemsOf, type TestFile } from './spec-files.ts';

const HOT = 'heat_template_version: 2018-08-31\n';
const laughs = `${HOT}x0: &x0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n${levels((i) => `x${i}: &x${i} [${repeat(`*x${i - 1}`)}]`)}`;
const mergeBomb = `${HOT}x0: &x0 {k: 1}\n${levels((i) => `x${i}: &x${i} {k${i}: 1, <<: [${repeat(`*x${i - 1}`)}]}`)}`;

type Case = readonly [name: string, file: TestFile, problems: readonly string[]];

const NO_MAPPING =
  'a.yaml:1:1: a spec is a mapping that starts with apiVersion: thermostat/v1 or heat_template_version; this is something else';
const TOO_DEEP = 'the text is nested more than 100 levels deep; nest it less';

const CASES: readonly Case[] = [
  [
    'aliases that expand without end',
    laughs,
    [
      'a.yaml:7:22: the aliases up to here expand to more than 1 MiB; Heat takes 512 KiB, write less by aliases',
    ],
  ],
  [
    'merge keys that expand without end',
    mergeBomb,
    [
      'a.yaml:8:22: the aliases up to here expand to more than 1 MiB; Heat takes 512 KiB, write less by aliases',
    ],
  ],
  ['ten thousand brackets', `${HOT}x: ${'['.repeat(10_000)}`, [`a.yaml:2:103: ${TOO_DEEP}`]],
  ['ten thousand lists in lists', '- '.repeat(10_000), [`a.yaml:1:200: ${TOO_DEEP}`]],
  [
    'a million closing brackets',
    '}'.repeat(1_000_000),
    ['a.yaml:1:1: this is no YAML: "}" does not belong here; remove it, or put the value in quotes'],
  ],
  [
    'a key twice',
    `${HOT}resources: {}\nresources: {}\n`,
    ['a.yaml:3:1: the key "resources" stands here for the second time; keep one of the two'],
  ],
  [
    'a tab as indentation',
    `${HOT}resources:\n\tx: 1\n`,
    ['a.yaml:3:1: this is no YAML: a tab indents this line; YAML takes spaces only'],
  ],
  ['a byte order mark, which is harmless', `\uFEFF${HOT}resources: {}\n`, []],
  [
    'UTF-16',
    new Uint8Array([0xff, 0xfe, 0x61, 0]),
    ['a.yaml:1:1: the file is UTF-16; save the file as UTF-8'],
  ],
  [
    'Latin-1',
    new Uint8Array([0x61, 0x3a, 0x0a, 0x23, 0x20, 0xe9, 0x0a]),
    ['a.yaml:2:3: the byte 0xe9 is not UTF-8; save the file as UTF-8'],
  ],
  [
    'a NUL',
    new Uint8Array([0x61, 0, 0x3a, 0]),
    ["a.yaml:1:2: the character U+0000 can't stand in YAML; save the file as UTF-8 without NUL bytes"],
  ],
  [
    'a control character',
    `${HOT}description: "a\u0007"\n`,
    [
      "a.yaml:2:16: the character U+0007 can't stand in YAML; remove it or write it as an escape in double quotes",
    ],
  ],
  [
    'a lone carriage return',
    'a: 1\rb: 2\n',
    ['a.yaml:1:5: a carriage return stands alone here; end lines with LF or CR LF'],
  ],
  ['nothing', '', ['a.yaml:1:1: the file holds no spec; write one, or remove the file']],
  ['a comment only', '# later\n', ['a.yaml:1:1: the file holds no spec; write one, or remove the file']],
  [
    'a template with company',
    `${HOT}resources: {}\n---\n${group()}`,
    ['a.yaml:1:1: a template shares its file with other documents; give each template a file of its own'],
  ],
  ['a word', 'hello\n', [NO_MAPPING]],
  ['a list', '- a\n', [NO_MAPPING]],
  [
    'an unknown kind',
    'apiVersion: thermostat/v1\nkind: AutoscalingGroup\n',
    ['a.yaml:2:7: kind is "AutoscalingGroup"; did you mean "AutoScalingGroup"?'],
  ],
  [
    "somebody else's document",
    'apiVersion: apps/v1\nkind: Deployment\n',
    ['a.yaml:1:13: apiVersion is "apps/v1"; it must be thermostat/v1'],
  ],
  [
    'a tag that makes objects',
    `${HOT}resources: !!python/object/apply:os.system [x]\n`,
    ['a.yaml:2:44: the tag "!!python/object/apply:os.system" is not known here; leave it away'],
  ],
  [
    'a key that means something to JavaScript',
    `${HOT}__proto__: {a: 1}\nresources: {}\n`,
    ['a.yaml:2:1: the key "__proto__" is refused; give it another name'],
  ],
  [
    'a key that everything in JavaScript has',
    `${HOT}constructor: {}\n`,
    [
      'a.yaml:2:1: "constructor" is no section of a template; it has heat_template_version, description, parameter_groups, parameters, conditions, resources and outputs',
    ],
  ],
  [
    'a number too large for JSON readers',
    `${HOT}parameters: {a: {type: number, default: 9007199254740993}}\n`,
    ['a.yaml:2:41: "9007199254740993" is a number too large to be passed on exactly; put it in quotes'],
  ],
  [
    'infinity',
    `${HOT}description: -.inf\n`,
    ['a.yaml:2:14: "-.inf" is no number that JSON knows; put it in quotes when text is meant'],
  ],
  [
    'an alias of nothing',
    `${HOT}description: *x\n`,
    ['a.yaml:2:14: the alias "*x" has no anchor "&x" above it'],
  ],
  [
    'an alias of what it stands in',
    `${HOT}resources: &x {a: *x}\n`,
    ['a.yaml:2:19: the alias "*x" stands inside its own anchor; it would never end'],
  ],
  [
    'a file that is gone',
    ['absent'],
    ['a.yaml:1:1: there is no file "a.yaml"; create it or correct the path'],
  ],
  [
    'a link out of the repository',
    ['outside'],
    ['a.yaml:1:1: "a.yaml" is a link that leads out of the repository; put the file itself there'],
  ],
];

describe('a hostile or broken spec file', () => {
  it.each(CASES)('%s', (_name, file, problems) => {
    const start = performance.now();
    expect(problemsOf({ 'a.yaml': file })).toEqual(problems);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

function levels(line: (i: number) => string): string {
  return Array.from({ length: 20 }, (_, index) => line(index + 1)).join('\n');
}

function repeat(alias: string): string {
  return Array.from({ length: 10 }, () => alias).join(',');
}
