/** What a template asks for that no cloud gives any more: said before Heat takes it and fails, or does nothing. */
import type { Json, JsonObject } from '../../model/json.ts';
import { isJsonObject } from '../../model/json.ts';
import type { Problem } from '../../model/problem.ts';
import { KNOWN_TYPES } from './known-types.ts';
import { quote } from './quote.ts';
import { removedMeter } from './removed-meters.ts';
import { removedType } from './removed-types.ts';
import type { TemplatePart } from './stack-parts.ts';
import { suggest } from './suggest.ts';
import { placeIn } from './template-place.ts';
import { pointerTo } from './yaml-values.ts';

/** `typeAt`: the pointer at which the type stands. */
export function typeProblems(template: TemplatePart, typeAt: string, type: string): readonly Problem[] {
  const message = wrongType(type);
  return message === null ? [] : [{ ...placeIn(template, typeAt), message }];
}

/** Two letters: what an operator has added to a cloud is not taken for a typing error. */
const TYPING_ERROR = 2;

function wrongType(type: string): string | null {
  const removed = removedType(type);
  if (removed !== null) return `${type} ${removed.why}; use ${removed.instead}`;
  if (KNOWN_TYPES.includes(type)) return null;
  const meant = suggest(type, KNOWN_TYPES, TYPING_ERROR);
  return meant === null ? null : `${quote(type)} is no type that Heat has; did you mean ${quote(meant)}?`;
}

/** The meter of a Gnocchi alarm, and of every rule of a composite one. */
export function meterProblems(
  template: TemplatePart,
  below: string,
  type: string,
  properties: JsonObject,
): readonly Problem[] {
  if (!/^OS::(?:Aodh|Ceilometer)::/.test(type)) return [];
  const metric = properties['metric'];
  return [
    ...oneMeter(template, pointerTo(below, 'metric'), metric),
    ...rules(template, pointerTo(below, 'composite_rule'), properties['composite_rule']),
  ];
}

function rules(template: TemplatePart, pointer: string, value: Json | undefined): readonly Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = pointerTo(pointer, key);
    return key === 'metric' ? oneMeter(template, at, inner) : rules(template, at, inner);
  });
}

function oneMeter(template: TemplatePart, pointer: string, metric: Json | undefined): readonly Problem[] {
  const message = typeof metric === 'string' ? removedMeter(metric) : null;
  return message === null ? [] : [{ ...placeIn(template, pointer), message }];
}

/** What each type must have so that Nova gets a network (nova: "nics are required after microversion 2.36", measured). */
const NETWORKS: ReadonlyMap<string, { readonly oneOf: readonly string[]; readonly example: string }> =
  new Map([
    ['OS::Nova::Server', { oneOf: ['networks'], example: 'networks: [ { network: NAME } ]' }],
    ['AWS::EC2::Instance', { oneOf: ['SubnetId', 'NetworkInterfaces'], example: 'SubnetId: SUBNET' }],
    [
      'AWS::AutoScaling::AutoScalingGroup',
      { oneOf: ['VPCZoneIdentifier'], example: 'VPCZoneIdentifier: [ SUBNET ]' },
    ],
  ]);

export function networkProblems(
  template: TemplatePart,
  pointer: string,
  type: string,
  properties: Json,
): readonly Problem[] {
  const wanted = NETWORKS.get(type);
  if (wanted === undefined || !isJsonObject(properties)) return [];
  if (wanted.oneOf.some((key) => (properties[key] ?? null) !== null)) return [];
  const message = `the ${type} here has no ${quote(wanted.oneOf[0])}; Nova makes no server without a network, and says so only when the stack is being built; add it, such as ${wanted.example}`;
  return [{ ...placeIn(template, pointer), message }];
}

const SUBNET_KEYS: ReadonlyMap<string, string> = new Map([
  ['AWS::AutoScaling::AutoScalingGroup', 'VPCZoneIdentifier'],
  ['AWS::EC2::Instance', 'SubnetId'],
]);

const UUID = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;

/** heat/engine/resources/aws/ec2/instance.py asks Neutron by id: `Subnet private-subnet could not be found.` (measured) */
export function subnetProblems(
  template: TemplatePart,
  below: string,
  type: string,
  properties: JsonObject,
): readonly Problem[] {
  const key = SUBNET_KEYS.get(type);
  if (key === undefined) return [];
  const value = properties[key];
  const names = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
  return names
    .filter((name) => !UUID.test(name))
    .map((name) => ({
      ...placeIn(template, pointerTo(below, key)),
      message: `${key} is ${quote(name)}; Heat takes a subnet's id here, no name, such as { Ref: Subnet } with the id as parameter`,
    }));
}
