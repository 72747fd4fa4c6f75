/** What a group's values must fulfil together, beyond what the schema says of each. */
import type { AutoScalingGroup, ScalingPolicy } from '../../generated/spec-types.ts';
import type { Problem } from '../../model/problem.ts';
import type { GroupSpec } from '../../model/spec.ts';
import { positionOf } from './positions.ts';
import { list, quote } from './quote.ts';
import type { YamlValue } from './yaml-values.ts';

interface Finding {
  readonly pointer: string;
  readonly message: string;
}

/** `raw` has passed the schema and `spec` is what it became. */
export function groupProblems(raw: AutoScalingGroup, spec: GroupSpec, yaml: YamlValue): readonly Problem[] {
  const findings = [
    ...size(spec),
    ...rollout(spec),
    ...uniqueNames(raw.spec.scaling?.policies ?? []),
    ...(raw.spec.scaling?.policies ?? []).flatMap((policy, index) => scalingPolicy(policy, index, spec)),
    ...metadata(spec),
    ...loadBalancer(spec),
  ];
  return findings.map(({ pointer, message }) => ({ ...positionOf(yaml, pointer), message }));
}

function size({ size: { min, max, initial } }: GroupSpec): Finding[] {
  if (max < min)
    return [
      {
        pointer: '/spec/size/max',
        message: `size.max is "${max}", below size.min "${min}"; it must be at least ${min}`,
      },
    ];
  if (initial >= min && initial <= max) return [];
  return [
    {
      pointer: '/spec/size/initial',
      message: `size.initial is "${initial}"; it must be from ${min} to ${max}, as size.min and size.max say`,
    },
  ];
}

function rollout({
  size: { min, max },
  rollout: { minInService, maxBatch, imageChange, flavorChange },
}: GroupSpec): Finding[] {
  const pointer = '/spec/rollout/minInService';
  if (minInService > max && max >= min) {
    return [
      {
        pointer,
        message: `rollout.minInService is "${minInService}", above size.max "${max}"; it must be at most ${max}`,
      },
    ];
  }
  const inPlace = [
    ...(imageChange === 'rebuild' ? ['imageChange: rebuild'] : []),
    ...(flavorChange === 'resize' ? ['flavorChange: resize'] : []),
  ];
  // extra members and changes in place: Heat removes a member it has just changed and leaves another one old
  const most = Math.max(0, min - maxBatch);
  if (inPlace.length === 0 || minInService <= most) return [];
  const message = `rollout.minInService is "${minInService}", so Heat would add extra members during a batch, and with ${list(inPlace)} it then leaves a server on the old state; it must be at most ${most} (size.min less maxBatch)`;
  return [{ pointer, message }];
}

function uniqueNames(policies: readonly ScalingPolicy[]): Finding[] {
  const seen = new Set<string>();
  return policies.flatMap(({ name }, index) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [
      {
        pointer: `/spec/scaling/policies/${index}/name`,
        message: `the scaling policy ${quote(name)} stands here for the second time; give each its own name`,
      },
    ];
  });
}

const ADJUSTMENTS = ['add', 'remove', 'addPercent', 'removePercent', 'setTo'] as const;

function scalingPolicy(policy: ScalingPolicy, index: number, { size: { min, max } }: GroupSpec): Finding[] {
  const pointer = `/spec/scaling/policies/${index}`;
  const given = ADJUSTMENTS.filter((key) => policy[key] !== undefined);
  const findings: Finding[] = [];
  if (given.length !== 1) {
    const has = given.length === 0 ? 'says nothing of what it does' : `has ${list(given)}`;
    findings.push({
      pointer: `${pointer}/${given[1] ?? 'name'}`,
      message: `the scaling policy ${quote(policy.name)} ${has}; it needs exactly one of ${list(ADJUSTMENTS)}`,
    });
  }
  const percent = policy.addPercent !== undefined || policy.removePercent !== undefined;
  if (policy.minStep !== undefined && !percent) {
    findings.push({
      pointer: `${pointer}/minStep`,
      message: `minStep is "${policy.minStep}" without a percentage; it goes with addPercent or removePercent only`,
    });
  }
  if (policy.setTo !== undefined && max >= min && (policy.setTo < min || policy.setTo > max)) {
    findings.push({
      pointer: `${pointer}/setTo`,
      message: `setTo is "${policy.setTo}"; it must be from ${min} to ${max}, as size.min and size.max say`,
    });
  }
  return findings;
}

function loadBalancer({ loadBalancer: balancer, server }: GroupSpec): Finding[] {
  if (balancer === null) return [];
  const { network, runtimeApis } = balancer;
  const wrongPort = runtimeApis.find((api) => Number(/:(\d{1,5})$/.exec(api)?.[1] ?? 1) > 65535);
  return [
    ...(wrongPort === undefined
      ? []
      : [
          {
            pointer: '/spec/loadBalancer/haproxy/runtimeApi',
            message: `runtimeApi is ${quote(wrongPort)}; its port must be at most 65535`,
          },
        ]),
    ...(network === null || server.networks.includes(network)
      ? []
      : [
          {
            pointer: '/spec/loadBalancer/haproxy/network',
            message: `loadBalancer.haproxy.network is ${quote(network)}, on which the servers are not; it must be one of server.networks: ${list(server.networks)}`,
          },
        ]),
  ];
}

/** nova/api/validation/parameter_types.py metadata: keys of 1 to 255 of these characters, values to 255. */
function metadata({ server }: GroupSpec): Finding[] {
  return Object.entries(server.metadata).flatMap(([key, value]) => {
    const pointer = `/spec/server/metadata/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!/^[a-zA-Z0-9_:. -]{1,255}$/.test(key)) {
      return [
        {
          pointer,
          message: `the metadata key ${quote(key)} is refused by Nova; it may hold letters, digits, space and - _ : . only, 255 at most`,
        },
      ];
    }
    return value.length <= 255
      ? []
      : [
          {
            pointer,
            message: `the metadata value of ${quote(key)} has ${value.length} characters; Nova takes 255`,
          },
        ];
  });
}
