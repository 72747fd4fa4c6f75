/** What guardrails see: all of it is in the published schema, nothing else is, and no secret. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, inject, test } from 'vitest';
import { fileSystemTree } from '../../../src/adapters/terminal/source-tree.ts';
import { readSpecs } from '../../../src/commands/read-specs.ts';
import { guardrailFacts } from '../../../src/core/guard/facts/facts.ts';
import { sampleFacts } from '../../../src/core/guard/sample.ts';
import { compile } from '../../../src/core/heat/compile.ts';
import { planGroup } from '../../../src/core/plan/plan.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/parse-settings.ts';
import type { GuardrailFacts } from '../../../src/model/guardrail-facts.ts';
import { isJsonObject, type Json } from '../../../src/model/json.ts';
import type { ObservedStack } from '../../../src/model/observed.ts';
import type { Spec } from '../../../src/model/spec.ts';
import { CIRCUMSTANCES, live } from '../live-stack.ts';
import { parse } from '../spec/spec-files.ts';

const EXAMPLES = join(import.meta.dirname, '../../../docs/examples');
const { specs } = await readSpecs(fileSystemTree(EXAMPLES), [
  'network.yaml',
  'balanced.yaml',
  'scaling.yaml',
  'stack.yaml',
]);

function facts(
  spec: Spec,
  observed: ObservedStack = { presence: 'absent', name: spec.name },
): GuardrailFacts {
  const { desired } = compile(spec, CIRCUMSTANCES);
  const pair = { desired, observed, definitions: {} };
  return guardrailFacts({ spec, pair, group: planGroup(pair), settings: DEFAULT_SETTINGS, headRoom: null });
}

function running(spec: Spec, servers: number): ObservedStack {
  const { desired } = compile(spec, CIRCUMSTANCES);
  if (desired.presence === 'absent') throw new Error('a tombstone runs nothing');
  return live(
    desired,
    desired.groups.map(() => servers),
  );
}

/** Each mapping whose keys the schema names takes no others. */
function closed(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!isJsonObject(schema)) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return isJsonObject(schema['properties']) && !('additionalProperties' in schema)
    ? { ...inner, additionalProperties: false }
    : inner;
}

function complaints(value: unknown): unknown {
  const text = readFileSync(join(inject('dist'), 'schema/guardrail-facts.json'), 'utf8');
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(Object(closed(JSON.parse(text))));
  return validate(JSON.parse(JSON.stringify(value))) ? null : validate.errors;
}

describe('the published schema holds', () => {
  test.each(specs.map((spec) => [spec.name, spec] as const))('for %s, new and running', (_, spec) => {
    expect(complaints(facts(spec))).toBeNull();
    if (spec.kind !== 'Deleted') expect(complaints(facts(spec, running(spec, 2)))).toBeNull();
  });

  test('for a tombstone and the sample of the examples', () => {
    const [tombstone] = parse({
      'web.yaml': 'apiVersion: thermostat/v1\nkind: Deleted\nmetadata: { name: web }\n',
    }).specs;
    const [group] = specs.filter(({ kind }) => kind === 'AutoScalingGroup');
    if (!tombstone || !group) throw new Error('no specs');
    expect(complaints(facts(tombstone, running(group, 3)))).toBeNull();
    expect(complaints(sampleFacts())).toBeNull();
  });

  test('and asks for every key', () => {
    const { alarms, ...rest } = sampleFacts();
    expect(alarms).toEqual([]);
    expect(complaints(rest)).toMatchObject([{ keyword: 'required' }]);
    expect(complaints({ ...sampleFacts(), more: 1 })).toMatchObject([{ keyword: 'additionalProperties' }]);
  });
});

test('hidden parameters and user data stay hidden, wherever they are used', () => {
  const template = `heat_template_version: 2018-08-31
parameters:
  secret: { type: string, hidden: true, default: from-the-template }
  other: { type: string, hidden: true }
resources:
  web:
    type: OS::Heat::AutoScalingGroup
    properties:
      min_size: 1
      max_size: 3
      resource:
        type: OS::Nova::Server
        properties: { image: ubuntu-20.04, flavor: m1.small, networks: [ { network: private-network } ], metadata: { note: { str_replace: { template: "$x $y", params: { $x: { get_param: secret }, $y: { get_param: other } } } } }, user_data: written-in-the-template }
`;
  const stack = `apiVersion: thermostat/v1
kind: HeatStack
metadata: { name: web }
spec: { template: web.hot.yaml, environment: { parameters: { other: from-the-file }, parameter_defaults: { other: by-default } } }
`;
  const parsed = parse({ 'web.yaml': stack }, { 'web.hot.yaml': template });
  expect(parsed.problems).toEqual([]);
  const [spec] = parsed.specs;
  if (!spec) throw new Error('no spec');
  const seen = facts(spec, running(spec, 1));
  expect(seen.after?.groups[0]?.servers[0]).toMatchObject({ image: 'ubuntu-20.04', flavor: 'm1.small' });
  expect(JSON.stringify(seen)).not.toMatch(/from-the-template|from-the-file|by-default|written-in/);
});
