/** Puts together what a guardrail sees of one group; the larger parts are made when somebody looks at them. */
import type { AlarmTiming } from '../../../model/desired.ts';
import type { CapacityFacts, GuardrailFacts, LiveFacts } from '../../../model/guardrail-facts.ts';
import type { PresentStack } from '../../../model/observed.ts';
import type { GroupPlan } from '../../../model/plan.ts';
import { type HeadRoom, QUOTA_NAMES } from '../../../model/quota.ts';
import type { Settings } from '../../../model/settings.ts';
import type { Spec } from '../../../model/spec.ts';
import { isManaged, isProtected } from '../../heat/tags.ts';
import type { Pair } from '../../plan/plan.ts';
import { costJson, groupJson } from '../../report/plan-json.ts';
import { windowsFor } from '../freeze.ts';
import { plain, specFacts } from './spec-facts.ts';
import { stackFacts } from './stack-facts.ts';

export interface FactSources {
  readonly spec: Spec;
  readonly pair: Pair;
  readonly group: GroupPlan;
  readonly settings: Pick<Settings, 'limits' | 'freeze'>;
  readonly headRoom: readonly HeadRoom[] | null;
}

export function guardrailFacts({ spec, pair, group, settings, headRoom }: FactSources): GuardrailFacts {
  const { desired } = pair;
  const observed = pair.observed.presence === 'present' ? pair.observed : null;
  const labels = spec.kind === 'Deleted' ? {} : spec.labels;
  const { name, kind } = spec;
  const protect = spec.kind === 'Deleted' ? false : spec.protect;
  const freezing = windowsFor(settings.freeze, name, labels).filter(({ effect }) => effect === 'deny');
  return {
    group: { name, kind, labels, protect },
    get plan() {
      return plain(groupJson(group));
    },
    get spec() {
      return spec.kind === 'AutoScalingGroup' ? specFacts(spec) : null;
    },
    alarms: desired.presence === 'present' ? desired.alarms.map(alarmFacts) : [],
    get before() {
      return observed && stackFacts({ ...observed, protect: isProtected(observed.tags) });
    },
    get after() {
      return desired.presence === 'present' ? stackFacts(desired) : null;
    },
    get live() {
      return observed && liveFacts(observed);
    },
    settings: { maxDeletions: settings.limits.maxDeletions, freezeWindows: freezing.length },
    capacity: headRoom && capacityFacts(headRoom),
    cost: group.cost && plain(costJson(group.cost)),
  };
}

function capacityFacts(rows: readonly HeadRoom[]): CapacityFacts {
  const entries = QUOTA_NAMES.map((name) => {
    const row = rows.find((one) => one.name === name);
    if (!row || !('limit' in row)) return [name, null] as const;
    const { limit, others, most, surge } = row;
    return [name, { limit, others, most, surge }] as const;
  });
  return Object.fromEntries(entries) as CapacityFacts;
}

function alarmFacts({ policy, direction, windowSeconds, cooldownSeconds, repeat }: AlarmTiming): AlarmTiming {
  return { policy, direction, windowSeconds, cooldownSeconds, repeat };
}

function liveFacts({ state, tags, createdAt, updatedAt, groups }: PresentStack): LiveFacts {
  const members = groups.flatMap((group) => group.members);
  return {
    status: `${state.action}_${state.status}`,
    managed: isManaged(tags),
    createdAt,
    updatedAt,
    servers: members
      .flatMap(({ servers }) => servers)
      .map((server) => ({
        name: server.name,
        status: server.status,
        flavor: server.flavor,
        createdAt: server.createdAt,
      })),
  };
}
