/** Finds by what checks and within what limits each scaling group of a stack is looked after. */
import type { HealthSpec } from '../../model/health-spec.ts';
import type { LiveStack } from '../../model/observed.ts';
import type { GroupSpec, TemplateSpec } from '../../model/spec.ts';
import { type LiveGroup, liveGroups } from '../balancer/live-groups.ts';
import { groupProperties } from '../heat/describe-groups.ts';
import { HEALTH } from '../spec/defaults.ts';
import { templateHealth } from './template-health.ts';

export interface WatchedGroup {
  readonly group: LiveGroup;
  readonly spec: HealthSpec;
  /** Whether the spec asks for health checks at all: without, nobody is replaced. */
  readonly asked: boolean;
}

export function watchedGroups(stack: LiveStack, spec: GroupSpec | TemplateSpec): readonly WatchedGroup[] {
  if (spec.kind === 'AutoScalingGroup') {
    return liveGroups(stack.groups).map((group) => ({
      group,
      spec: spec.health ?? ONLY_WATCH,
      asked: spec.health !== null,
    }));
  }
  const properties = groupProperties({ ...spec, initial: [] });
  return stack.groups.flatMap((group) => {
    const { nested } = group;
    if (nested === null) return [];
    const own = templateHealth(properties[group.address] ?? {});
    return [{ group: { ...group, nested }, spec: own ?? ONLY_WATCH, asked: own !== null }];
  });
}

/** For whoever has not asked for anything: Nova's word, and no replacement. */
const ONLY_WATCH: HealthSpec = {
  checks: [{ kind: 'server' }],
  graceSeconds: HEALTH.graceSeconds,
  samples: { failed: HEALTH.samples, of: HEALTH.samples, intervalSeconds: HEALTH.intervalSeconds },
  replace: { maxUnavailable: HEALTH.maxUnavailable, perHour: 0, brake: HEALTH.brake },
};
