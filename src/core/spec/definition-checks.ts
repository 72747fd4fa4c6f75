/** What must hold for the properties of a scaling group or a server in a template, at any depth. */
import type { Json, JsonObject } from '../../model/json.ts';
import { isJsonObject } from '../../model/json.ts';
import type { Problem } from '../../model/problem.ts';
import { meterProblems, networkProblems, subnetProblems, typeProblems } from './obsolete-checks.ts';
import { list, quote } from './quote.ts';
import type { TemplatePart } from './stack-parts.ts';
import { hint } from './suggest.ts';
import type { TemplateDialect } from './template-dialect.ts';
import { templateHealthProblems } from './template-health-checks.ts';
import { placeIn } from './template-place.ts';
import { pointerTo } from './yaml-values.ts';

interface GroupType {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly min: string;
  readonly max: string;
  readonly desired: string;
}

// heat/engine/resources/openstack/heat/autoscaling_group.py and aws/autoscaling/autoscaling_group.py properties_schema
const GROUP_TYPES: ReadonlyMap<string, GroupType> = new Map([
  [
    'OS::Heat::AutoScalingGroup',
    {
      required: ['resource', 'min_size', 'max_size'],
      optional: ['desired_capacity', 'cooldown', 'rolling_updates', 'health_check'],
      min: 'min_size',
      max: 'max_size',
      desired: 'desired_capacity',
    },
  ],
  [
    'AWS::AutoScaling::AutoScalingGroup',
    {
      required: ['AvailabilityZones', 'MinSize', 'MaxSize'],
      optional: [
        'LaunchConfigurationName',
        'InstanceId',
        'Cooldown',
        'DesiredCapacity',
        'HealthCheckGracePeriod',
        'HealthCheckType',
        'LoadBalancerNames',
        'VPCZoneIdentifier',
        'Tags',
      ],
      min: 'MinSize',
      max: 'MaxSize',
      desired: 'DesiredCapacity',
    },
  ],
]);

/** `definition` stands at `pointer` and has a type. */
export function definitionProblems(
  template: TemplatePart,
  dialect: TemplateDialect,
  pointer: string,
  definition: JsonObject,
  mapped: readonly string[],
): readonly Problem[] {
  const type = definition[dialect.type];
  if (typeof type === 'string' && /\.(?:yml|json|hot)$/i.test(type) && !isMapped(type, mapped)) {
    const message = `the type ${quote(type)} looks like a file, but Heat takes a nested template only when its name ends in .yaml or .template; rename the file`;
    return [{ ...placeIn(template, pointerTo(pointer, dialect.type)), message }];
  }
  const properties = definition[dialect.properties] ?? {};
  if (typeof type !== 'string' || isMapped(type, mapped)) return [];
  const wrong = typeProblems(template, pointerTo(pointer, dialect.type), type);
  if (wrong.length > 0 || !isJsonObject(properties) || isFunction(properties)) return wrong;
  const below = pointerTo(pointer, dialect.properties);
  const group = GROUP_TYPES.get(type);
  return [
    ...(group === undefined ? [] : groupProblems(template, pointer, below, type, group, properties)),
    ...(group === undefined ? [] : templateHealthProblems(template, below, properties)),
    ...(type === 'OS::Nova::Server' ? serverProblems(template, below, properties) : []),
    ...networkProblems(template, pointer, type, properties),
    ...subnetProblems(template, below, type, properties),
    ...meterProblems(template, below, type, properties),
    ...['resource', 'resource_def'].flatMap((key) => {
      const inner = properties[key];
      return isJsonObject(inner)
        ? definitionProblems(template, dialect, pointerTo(below, key), inner, mapped)
        : [];
    }),
  ];
}

/** A single key that is one of Heat's functions: only Heat knows what comes out. */
function isFunction(value: JsonObject): boolean {
  const keys = Object.keys(value);
  return (
    keys.length === 1 && /^(?:get_|str_|list_|map_|Fn::|Ref$|if$|yaql$|repeat$|contains$)/.test(keys[0] ?? '')
  );
}

/** Whether the environment maps the type, by name or by a beginning such as `OS::*`. */
function isMapped(type: string, mapped: readonly string[]): boolean {
  return mapped.some((name) => name === type || (name.endsWith('*') && type.startsWith(name.slice(0, -1))));
}

function groupProblems(
  template: TemplatePart,
  pointer: string,
  below: string,
  type: string,
  group: GroupType,
  properties: JsonObject,
): readonly Problem[] {
  const known = [...group.required, ...group.optional];
  const missing = group.required
    .filter((key) => !Object.hasOwn(properties, key))
    .map((key) => ({
      ...placeIn(template, pointer),
      message: `the ${type} here has no ${quote(key)}; Heat requires it`,
    }));
  const unknown = Object.keys(properties)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      ...placeIn(template, pointerTo(below, key)),
      message: `${quote(key)} is no property of ${type}${hint(key, known, `it has ${list(known)}`)}`,
    }));
  return [
    ...missing,
    ...unknown,
    ...bounds(template, below, group, properties),
    ...healthCheck(template, below, properties),
  ];
}

function bounds(
  template: TemplatePart,
  below: string,
  group: GroupType,
  properties: JsonObject,
): readonly Problem[] {
  const at = (key: string) => placeIn(template, pointerTo(below, key));
  const min = literalInteger(properties[group.min]);
  const max = literalInteger(properties[group.max]);
  const desired = literalInteger(properties[group.desired]);
  const problems: Problem[] = [];
  for (const [key, value] of [
    [group.min, min],
    [group.max, max],
  ] as const) {
    if (value !== null && value < 0)
      problems.push({ ...at(key), message: `${key} is "${value}"; it must be at least 0` });
  }
  if (min !== null && max !== null && max < min) {
    problems.push({
      ...at(group.max),
      message: `${group.max} is "${max}", below ${group.min} "${min}"; it must be at least ${min}`,
    });
    return problems;
  }
  if (desired === null) return problems;
  if ((min !== null && desired < min) || (max !== null && desired > max)) {
    const message = `${group.desired} is "${desired}"; it must be from ${group.min} "${min ?? 'any'}" to ${group.max} "${max ?? 'any'}"`;
    problems.push({ ...at(group.desired), message });
  }
  return problems;
}

/** A number as it stands; null for functions and what only Heat can compute. */
function literalInteger(value: Json | undefined): number | null {
  if (typeof value === 'number') return Number.isInteger(value) ? value : null;
  return typeof value === 'string' && /^-?[0-9]{1,9}$/.test(value) ? Number(value) : null;
}

const HEALTH_CHECK_KEYS = ['type', 'grace_period'];

/** Heat does not know it; Thermostat takes it out and acts on it itself. */
function healthCheck(template: TemplatePart, below: string, properties: JsonObject): readonly Problem[] {
  const check = properties['health_check'];
  if (check === undefined || check === null) return [];
  const pointer = pointerTo(below, 'health_check');
  if (!isJsonObject(check)) {
    const message = `health_check is ${quote(check)}; it must be a mapping of type and grace_period`;
    return [{ ...placeIn(template, pointer), message }];
  }
  return Object.keys(check)
    .filter((key) => !HEALTH_CHECK_KEYS.includes(key))
    .map((key) => ({
      ...placeIn(template, pointerTo(pointer, key)),
      message: `${quote(key)} is no key of health_check${hint(key, HEALTH_CHECK_KEYS, `it has ${list(HEALTH_CHECK_KEYS)}`)}`,
    }));
}

function serverProblems(template: TemplatePart, below: string, properties: JsonObject): readonly Problem[] {
  if (properties['user_data_update_policy'] !== 'REBUILD') return [];
  const message =
    'user_data_update_policy is "REBUILD", with which Heat passes the user data as the image and every update fails; it must be REPLACE or IGNORE';
  return [{ ...placeIn(template, pointerTo(below, 'user_data_update_policy')), message }];
}
