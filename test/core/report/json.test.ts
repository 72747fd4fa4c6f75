/** The JSON of every report keeps to its published schema. */
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { applyReport } from '../../../src/core/report/apply-report.ts';
import { driftReport } from '../../../src/core/report/drift-report.ts';
import { failureReport } from '../../../src/core/report/failure-report.ts';
import { planReport } from '../../../src/core/report/plan-report.ts';
import { problemsReport } from '../../../src/core/report/problems-report.ts';
import * as sample from './samples.ts';

const FOLDER = new URL('../../../src/core/report/schema/', import.meta.url);
const CONTEXT = { cloud: 'sandbox' };
const groups = [
  sample.grows,
  sample.replaces,
  sample.creates,
  sample.resizes,
  sample.shrinks,
  sample.deletes,
  sample.resumes,
  sample.refused,
  ...sample.quiet,
];

function errors(schema: string, json: string): unknown {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: true, allowUnionTypes: true });
  for (const file of readdirSync(FOLDER)) {
    ajv.addSchema(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')));
  }
  ajv.validate(`${schema}.json`, JSON.parse(json));
  return ajv.errors ?? [];
}

/** Every object of a schema lets nothing else in: the test finds keys that nobody described. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, closed(one)]));
  return 'properties' in value ? { ...inner, additionalProperties: false } : inner;
}

function undescribed(schema: string, json: string): unknown {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  for (const file of readdirSync(FOLDER)) {
    ajv.addSchema(closed(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))) as object);
  }
  ajv.validate(`${schema}.json`, JSON.parse(json));
  return ajv.errors ?? [];
}

const OUTPUTS: readonly (readonly [string, string, string])[] = [
  ['plan', 'a plan of everything', planReport(sample.planOf(groups, sample.problems), CONTEXT).json],
  ['plan', 'an empty plan', planReport(sample.planOf([]), CONTEXT).json],
  [
    'outcome',
    'an outcome',
    applyReport(
      sample.outcomeOf([
        sample.outcome(sample.grows),
        sample.outcome(sample.creates, {
          status: 'failed',
          steps: [{ kind: 'create', status: 'failed', message: 'no' }],
        }),
      ]),
      CONTEXT,
    ).json,
  ],
  [
    'drift',
    'a drift check',
    driftReport(
      sample.driftOf([
        sample.drifted('web', {
          status: 'drifted',
          items: [
            {
              kind: 'k',
              severity: 'error',
              cannotScale: true,
              subject: 's',
              repository: 'r',
              cloud: 'c',
              remedy: 'm',
              about: { service: 'server', id: 'i' },
              since: null,
              through: '',
              mends: [],
              left: '',
            },
          ],
          notDrift: ['n'],
        }),
        sample.drifted('new', { stackId: null, status: 'unchecked', message: 'why' }),
      ]),
      CONTEXT,
    ).json,
  ],
  [
    'problems',
    'problems',
    problemsReport({ problems: sample.problems, specs: 2, kind: 'validate' }, {}).json,
  ],
  [
    'plan',
    'a plan stopped by problems',
    problemsReport({ problems: sample.problems, specs: 2, kind: 'plan' }, {}).json,
  ],
  [
    'outcome',
    'an apply stopped by problems',
    problemsReport({ problems: sample.problems, specs: 2, kind: 'apply' }, {}).json,
  ],
  [
    'drift',
    'a drift check stopped by problems',
    problemsReport({ problems: sample.problems, specs: 2, kind: 'drift' }, {}).json,
  ],
  ['plan', 'a plan that broke', failureReport({ kind: 'plan', message: 'no cloud' }, {}).json],
];

describe.each(OUTPUTS)('schema %s', (schema, what, json) => {
  test(`${what} keeps to it`, () => {
    expect(errors(schema, json)).toEqual([]);
  });

  test(`it describes every key of ${what}`, () => {
    expect(undescribed(schema, json)).toEqual([]);
  });
});

test('a plan without a fingerprint is refused by the schema', () => {
  const { fingerprint: _, ...rest } = JSON.parse(planReport(sample.planOf([]), CONTEXT).json);
  expect(errors('plan', JSON.stringify(rest))).toMatchObject([{ keyword: 'required' }]);
});

test('the JSON of a plan begins with the keys of the design, in its order', () => {
  const plan = JSON.parse(planReport(sample.planOf([sample.grows]), CONTEXT).json);
  expect(Object.keys(plan).slice(0, 5)).toEqual(['version', 'summary', 'fingerprint', 'groups', 'problems']);
  expect(Object.keys(plan.groups[0]).slice(0, 10)).toEqual([
    'name',
    'stack',
    'source',
    'action',
    'fingerprint',
    'size',
    'servers',
    'changes',
    'cost',
    'findings',
  ]);
});

test('objects inside changes are written with sorted keys', () => {
  const json = planReport(sample.planOf([sample.creates]), CONTEXT).json;
  const { after } = JSON.parse(json).groups[0].changes[0].fields[1];
  expect(Object.keys(after)).toEqual(['cooldown', 'max_size', 'min_size']);
});
