/** The facts that examples of guardrails start from: a small group that is being created, made as every plan is made. */
import type { GuardrailFacts } from '../../model/guardrail-facts.ts';
import type { GroupSpec } from '../../model/spec.ts';
import { compileGroup } from '../heat/group/compile-group.ts';
import { NO_FACTS } from '../heat/group/facts-needed.ts';
import { planGroup } from '../plan/plan.ts';
import { DEFAULT_SETTINGS } from '../settings/parse-settings.ts';
import { parseSpecs } from '../spec/parse.ts';
import { guardrailFacts } from './facts/facts.ts';

export const SAMPLE = `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: web, labels: { team: shop } }
spec:
  size: { min: 2, max: 6 }
  server: { image: ubuntu-20.04, flavor: m1.small, networks: [ private-network ] }
`;

/** No schedule depends on it. */
const NOW = '2026-01-01T00:00:00Z';

let made: GuardrailFacts | null = null;

/** Made once, when somebody asks. */
export function sampleFacts(): GuardrailFacts {
  made ??= make();
  return made;
}

function make(): GuardrailFacts {
  const spec = sampleSpec();
  const { desired } = compileGroup(spec, { now: NOW, facts: NO_FACTS });
  const pair = { desired, observed: { presence: 'absent', name: spec.name }, definitions: {} } as const;
  return guardrailFacts({ spec, pair, group: planGroup(pair), settings: DEFAULT_SETTINGS, headRoom: null });
}

function sampleSpec(): GroupSpec {
  const path = 'scaling/web.yaml';
  const file = { path, state: 'read', bytes: new TextEncoder().encode(SAMPLE) } as const;
  const [spec] = parseSpecs([path], new Map([[path, file]])).specs;
  if (spec?.kind !== 'AutoScalingGroup') throw new Error('the sample of the guardrails is no valid spec');
  return spec;
}
