/** Compiles specs for a cloud, asking it only what they depend on. */
import { compile } from '../core/heat/compile.ts';
import { factsNeeded, NO_FACTS } from '../core/heat/group/facts-needed.ts';
import type { Compiled } from '../model/compiled.ts';
import type { Desired } from '../model/desired.ts';
import type { CloudFacts } from '../model/facts.ts';
import type { Problem } from '../model/problem.ts';
import type { Spec } from '../model/spec.ts';
import type { CloudReader } from '../ports/cloud.ts';
import { CloudError } from '../ports/errors.ts';

export interface CompiledSpecs {
  readonly desired: readonly Desired[];
  readonly problems: readonly Problem[];
  /** For each of `desired`: what counts only if it changes. */
  readonly unmet: readonly Compiled['unmet'][];
}

export async function compileSpecs(
  cloud: CloudReader,
  specs: readonly Spec[],
  now: Date,
): Promise<CompiledSpecs> {
  return compileWith(await readFacts(cloud, specs), specs, now);
}

/** For bounds alone, which no fact changes: an outage of telemetry or of the flavors is no reason to stop. */
export async function compileForBounds(
  cloud: CloudReader,
  specs: readonly Spec[],
  now: Date,
): Promise<readonly Desired[]> {
  const facts = await readFacts(cloud, specs).catch((error: unknown) => {
    if (error instanceof CloudError) return NO_FACTS;
    throw error;
  });
  return compileWith(facts, specs, now).desired;
}

function compileWith(facts: CloudFacts, specs: readonly Spec[], now: Date): CompiledSpecs {
  const circumstances = { now: now.toISOString(), facts };
  const compiled = specs.map((spec) => compile(spec, circumstances));
  return {
    desired: compiled.map(({ desired }) => desired),
    problems: compiled.flatMap(({ problems }) => problems),
    unmet: compiled.map(({ unmet }) => unmet),
  };
}

export async function readFacts(cloud: CloudReader, specs: readonly Spec[]): Promise<CloudFacts> {
  const needed = factsNeeded(specs);
  const [catalogue, telemetry] = await Promise.all([
    needed.flavors ? cloud.catalogue(['flavor']) : null,
    needed.telemetry && cloud.telemetry(needed.telemetry),
  ]);
  return { flavors: catalogue?.flavor ?? [], telemetry };
}
