/** A pull request is judged by the rules of the branch it goes to: what it makes of them itself does not help it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { globMatcher } from '../../src/adapters/terminal/glob.ts';
import { apply } from '../../src/commands/apply.ts';
import type { CommandOptions } from '../../src/commands/parts.ts';
import { plan } from '../../src/commands/plan.ts';
import { planPull } from '../../src/commands/plan-pull.ts';
import { validate } from '../../src/commands/validate.ts';
import type { SourceTree } from '../../src/ports/source-tree.ts';
import { OPTIONS, openStage, type Stage } from '../stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

type Files = Readonly<Record<string, string>>;

function tree(files: Files): SourceTree {
  return {
    list: async (globs) => Object.keys(files).filter(globMatcher(globs)).sort(),
    covers: (globs, path) => globMatcher(globs)(path),
    read: async (paths) =>
      paths.map((path) => {
        const text = files[path];
        return text === undefined
          ? { path, state: 'absent' }
          : { path, state: 'read', bytes: new TextEncoder().encode(text) };
      }),
  };
}

const SPECS = { ...OPTIONS, specs: ['scaling/**/*.yaml'] };

function parts(files: Files, base?: Files) {
  return { ...stage.parts('/'), tree: tree(files), ...(base && { base: tree(base) }) };
}

const spec = (max: number) => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: web }
spec:
  size: { min: 2, max: ${max} }
  server: { image: ubuntu-20.04, flavor: m1.small, networks: [ private-network ] }
`;
const settings = (text: string) => `apiVersion: thermostat/v1\nkind: Settings\nspec: ${text}\n`;
const guardrail = (most: number) => `apiVersion: thermostat/v1
kind: Guardrail
metadata: { name: at-most }
spec:
  severity: error
  rule: spec.size.max <= ${most}
  message: max {{ spec.size.max }}; ${most} is the most
  at: spec.size.max
  examples:
    passing: [ { spec: { size: { max: ${most} } } } ]
    failing: [ { spec: { size: { max: ${most + 1} } } } ]
`;
const BASE = { 'scaling/web.yaml': spec(6), 'policies/own.yaml': guardrail(10) };
const FINDING = {
  file: 'scaling/web.yaml',
  line: 5,
  severity: 'error',
  title: 'web: at-most',
  message: 'max 50; 10 is the most',
};

test('the rule of the base branch refuses, at the line of the spec', async () => {
  const { exitCode, report } = await plan(parts({ ...BASE, 'scaling/web.yaml': spec(50) }, BASE), SPECS);
  expect(exitCode).toBe(3);
  expect(report.annotations).toContainEqual(expect.objectContaining(FINDING));
  expect(JSON.parse(report.json).groups[0].findings).toContainEqual({
    rule: 'at-most',
    severity: 'error',
    message: 'max 50; 10 is the most',
    source: { file: 'scaling/web.yaml', line: 5, column: 24 },
  });
  expect(report.text).toContain('max 50; 10 is the most');
});

test.each<readonly [string, Files]>([
  ['loosens the guardrail', { 'policies/own.yaml': guardrail(100) }],
  ['deletes the guardrail', { 'policies/own.yaml': '' }],
  [
    'turns it off',
    {
      '.thermostat.yaml': settings(
        '{ guardrails: { overrides: [ { guardrail: at-most, severity: off } ] } }',
      ),
    },
  ],
  ['looks elsewhere', { '.thermostat.yaml': settings('{ guardrails: { files: [ nowhere/*.yaml ] } }') }],
  [
    'waives it for itself',
    {
      '.thermostat.yaml': settings(
        '{ guardrails: { waivers: [ { guardrail: at-most, group: web, reason: me, expires: "2030-01-01", approvedBy: me } ] } }',
      ),
    },
  ],
])('a pull request that %s with the change does not profit', async (_, change) => {
  const { 'policies/own.yaml': own, ...rest } = { ...BASE, ...change, 'scaling/web.yaml': spec(50) };
  const head = own === '' ? rest : { ...rest, 'policies/own.yaml': own };
  expect((await plan(parts(head, BASE), SPECS)).exitCode).toBe(3);
  expect((await apply(parts(head, BASE), SPECS)).exitCode).toBe(3);
  expect((await plan(parts(head), SPECS)).exitCode, 'once it is merged it counts').toBe(2);
});

test('what a pull request makes of its rules is checked, examples included', async () => {
  const head = { ...BASE, 'policies/own.yaml': guardrail(100).replace('max: 101', 'max: 99') };
  const { exitCode, problems } = await plan(parts(head, BASE), SPECS);
  expect(exitCode).toBe(1);
  expect(problems).toEqual([
    {
      file: 'policies/own.yaml',
      line: 11,
      column: 16,
      message: 'the failing example of at-most passes; the rule is true for it',
    },
  ]);
  expect((await validate(parts(head), SPECS)).problems).toEqual(problems);
});

test('what settings override says nothing of a guardrail’s own examples, nor does it being off', async () => {
  const own = guardrail(10).replace(
    'rule: spec.size.max <= 10',
    'parameters: { most: 10 }\n  rule: spec.size.max <= params.most',
  );
  const override = (rest: string) => ({
    ...BASE,
    'policies/own.yaml': own,
    '.thermostat.yaml': settings(`{ guardrails: { overrides: [ { guardrail: at-most, ${rest} } ] } }`),
  });
  const files = override('parameters: { most: 5 }');
  expect((await validate(parts(files), SPECS)).problems).toEqual([]);
  expect((await plan(parts(files), SPECS)).exitCode, 'the plan goes by the override').toBe(3);
  const broken = { ...override('severity: off'), 'policies/own.yaml': own.replace('max: 11', 'max: 9') };
  expect((await validate(parts(broken), SPECS)).problems).toHaveLength(1);
});

test('broken rules of the base branch stop everything', async () => {
  const { exitCode, problems } = await plan(
    parts(BASE, { ...BASE, 'policies/own.yaml': guardrail(10).replace('size.max <=', 'size.mx <=') }),
    SPECS,
  );
  expect(exitCode).toBe(1);
  expect(problems[0]?.message).toBe(
    'on the base branch, whose rules count: spec.rule can\'t be read: there is no key mx here; did you mean "max"?',
  );
});

test('a freeze window of the base branch holds apply until a named approver lets it pass, which is recorded', async () => {
  const now = '{ name: all year, cron: "0 0 1 1 *", for: 8000h }';
  const frozen = {
    ...BASE,
    '.thermostat.yaml': settings(`{ freeze: { windows: [ ${now} ], approvers: [ kim ] } }`),
  };
  const run = (options: Partial<CommandOptions> = {}) => apply(parts(BASE, frozen), { ...SPECS, ...options });
  expect((await plan(parts(BASE, frozen), SPECS)).exitCode).toBe(2);
  expect(await run()).toMatchObject({ exitCode: 3 });
  expect(await run({ freezeOverride: 'mallory' })).toMatchObject({ exitCode: 3 });
  expect((await stage.reader.listStacks()).length).toBe(0);
  const done = await run({ freezeOverride: 'kim' });
  expect(done.exitCode).toBe(0);
  expect(done.report.markdown).toContain('"kim" lets this change pass all the same');
});

test('specs that fall to zero are refused with the names of what lives', async () => {
  const { exitCode, problems } = await plan(parts({ 'policies/own.yaml': guardrail(10) }), SPECS);
  expect(exitCode).toBe(1);
  expect(problems).toEqual([
    {
      file: '.',
      line: 1,
      column: 1,
      message: expect.stringMatching(
        /^no file matches the spec globs .* Refused, because a stack made by Thermostat would be left without a spec \(web\): removing a file deletes nothing/,
      ),
    },
  ]);
});

test('a pull request that changes nothing but a guardrail which the settings name elsewhere is planned, marked and checked', async () => {
  const base = {
    'scaling/web.yaml': spec(6),
    '.thermostat.yaml': settings('{ guardrails: { files: [ limits/*.yaml ] } }'),
    'limits/own.yaml': guardrail(10),
  };
  const pull = { changedFiles: async () => ['limits/own.yaml'] };
  const options = { ...SPECS, state: 'open', folder: '.', cloudFromFolder: false } as const;
  const asked = (own: string) =>
    planPull({ ...parts({ ...base, 'limits/own.yaml': own }, base), pull }, options);
  expect((await asked(guardrail(20))).report.text).toContain(
    'This pull request changes the rules: limits/own.yaml',
  );
  expect((await asked(guardrail(20).replace('size.max <=', 'size.mx <='))).exitCode).toBe(1);
});
