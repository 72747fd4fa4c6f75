/** Compiles specs for a cloud, asking it only what they depend on. */
import { compile } from '../core/heat/compile.ts';
import { NO_FACTS } from '../core/heat/group/facts-needed.ts';
import type { Desired } from '../model/desired.ts';
import type { Problem } from '../model/problem.ts';
import type { Spec } from '../model/spec.ts';
import type { CloudReader } from '../ports/cloud.ts';

export interface CompiledSpecs {
  readonly desired: readonly Desired[];
  readonly problems: readonly Problem[];
}

export async function compileSpecs(
  _cloud: CloudReader,
  specs: readonly Spec[],
  now: Date,
): Promise<CompiledSpecs> {
  const circumstances = { now: now.toISOString(), facts: NO_FACTS };
  const compiled = specs.map((spec) => compile(spec, circumstances));
  return {
    desired: compiled.map(({ desired }) => desired),
    problems: compiled.flatMap(({ problems }) => problems),
  };
}
