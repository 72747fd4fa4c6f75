/** What can be said of specs with no cloud at hand: what a compilation finds, and where scaling may go wrong. */
import type { Finding, Problem } from '../../model/problem.ts';
import type { Spec } from '../../model/spec.ts';
import { NO_FACTS } from '../heat/group/facts-needed.ts';
import { compileScaling } from '../heat/group/scaling.ts';
import { scalingAdvice } from './scaling-advice.ts';

export interface OfflineChecks {
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
}

export function checkOffline(specs: readonly Spec[]): OfflineChecks {
  const checked = specs.flatMap((spec) => {
    if (spec.kind !== 'AutoScalingGroup') return [];
    const { policies, problems } = compileScaling(spec, NO_FACTS);
    return [{ problems, findings: scalingAdvice(spec, policies, NO_FACTS) }];
  });
  return {
    problems: checked.flatMap(({ problems }) => problems),
    findings: checked.flatMap(({ findings }) => findings),
  };
}
