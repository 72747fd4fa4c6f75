/** Puts together what a guardrail sees of one group. */
import type { AlarmTiming } from '../../../model/desired.ts';
import type { GuardrailFacts, LiveFacts } from '../../../model/guardrail-facts.ts';
import type { PresentStack } from '../../../model/observed.ts';
import type { GroupPlan } from '../../../model/plan.ts';
import type { Settings } from '../../../model/settings.ts';
import type { Spec } from '../../../model/spec.ts';
import { isManaged, isProtected } from '../../heat/tags.ts';
import type { Pair } from '../../plan/plan.ts';
import { groupJson } from '../../report/plan-json.ts';
import { windowsFor } from '../freeze.ts';
import { plain, specFacts } from './spec-facts.ts';
import { stackFacts } from './stack-facts.ts';

export interface FactSources {
  readonly spec: Spec;
  readonly pair: Pair;
  readonly group: GroupPlan;
  readonly settings: Pick<Settings, 'limits' | 'freeze'>;
}

export function guardrailFacts({ spec, pair, group, settings }: FactSources): GuardrailFacts {
  const { desired } = pair;
  const observed = pair.observed.presence === 'present' ? pair.observed : null;
  const labels = spec.kind === 'Deleted' ? {} : spec.labels;
  return {
    group: {
      name: spec.name,
      kind: spec.kind,
      labels,
      protect: spec.kind === 'Deleted' ? false : spec.protect,
    },
    plan: plain(groupJson(group)),
    spec: spec.kind === 'AutoScalingGroup' ? specFacts(spec) : null,
    alarms: desired.presence === 'present' ? desired.alarms.map(alarmFacts) : [],
    before: observed && stackFacts({ ...observed, protect: isProtected(observed.tags) }),
    after: desired.presence === 'present' ? stackFacts(desired) : null,
    live: observed && liveFacts(observed),
    settings: {
      maxDeletions: settings.limits.maxDeletions,
      freezeWindows: windowsFor(settings.freeze, spec.name, labels).filter(({ effect }) => effect === 'deny')
        .length,
    },
    capacity: null,
    cost: null,
  };
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
