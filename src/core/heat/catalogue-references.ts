/** Names of images, flavors, networks, subnets, key pairs and security groups in a template, with the lines that hold them. */
import type { CatalogueReference, CatalogueType } from '../../model/desired.ts';
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import type { Position } from '../../model/problem.ts';
import type { Positions, StackEnvironment } from '../../model/spec.ts';
import { escapePointer } from './compile-template.ts';
import { isSwitchedOff, scopeOf } from './describe-groups.ts';
import { groupType } from './group-types.ts';
import { memberServers } from './member-servers.ts';
import { resolve } from './resolve.ts';
import { object, propertiesKey, resourcesKey, type TemplateView, viewTemplate } from './template.ts';

export interface ReferenceSource {
  readonly template: JsonObject;
  readonly files: Readonly<Record<string, string>>;
  readonly environment: StackEnvironment;
  readonly positions: Positions;
  readonly source: Position;
}

export function templateReferences(input: ReferenceSource): readonly CatalogueReference[] {
  const view = viewTemplate(input.template);
  const scope = scopeOf(view, input);
  const made = namesMadeHere(view, (value) => resolve(value, scope));
  return Object.entries(view.resources).flatMap(([name, resource]) => {
    if (isSwitchedOff(resource, scope)) return [];
    const definition = { type: resource.type, properties: resolve(resource.properties, scope) };
    const path = [resourcesKey(input.template), name, propertiesKey(input.template)];
    const inline = groupType(resource.type)?.member.kind === 'inline';
    const member = inline ? object(object(definition.properties)['resource']) : definition;
    const base = inline ? [...path, 'resource', 'properties'] : path;
    return memberServers(member, input.files)
      .concat(ofItself(definition))
      .flatMap((server) => serverReferences(server.type, server.properties))
      .filter(({ type, value }) => !made.has(`${type}:${value}`))
      .map(({ type, value, keys }) => ({
        type,
        value,
        at: nearest([...base, ...keys], input),
        ...(type === 'subnet' ? { idOnly: SUBNET_IDS } : {}),
      }));
  });
}

/** heat/engine/resources/aws/ec2/instance.py: Neutron is asked for the subnet with this id (measured). */
const SUBNET_IDS = 'Heat hands it to Neutron as it stands';

interface Found {
  readonly type: CatalogueType;
  readonly value: string;
  readonly keys: readonly string[];
}

/** Where the names stand in each type's properties. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, CatalogueType>>>> = {
  'OS::Nova::Server': {
    image: 'image',
    flavor: 'flavor',
    key_name: 'keyPair',
    security_groups: 'securityGroup',
    networks: 'network',
  },
  'AWS::EC2::Instance': {
    ImageId: 'image',
    InstanceType: 'flavor',
    KeyName: 'keyPair',
    SecurityGroups: 'securityGroup',
    SubnetId: 'subnet',
  },
  'AWS::AutoScaling::AutoScalingGroup': { VPCZoneIdentifier: 'subnet' },
  'AWS::AutoScaling::LaunchConfiguration': {
    ImageId: 'image',
    InstanceType: 'flavor',
    KeyName: 'keyPair',
    SecurityGroups: 'securityGroup',
  },
};

function serverReferences(serverType: string, properties: JsonObject): readonly Found[] {
  return Object.entries(FIELDS[serverType] ?? {}).flatMap(([key, type]) =>
    named(type, properties[key], [key]),
  );
}

function named(type: CatalogueType, value: Json | undefined, keys: readonly string[]): readonly Found[] {
  if (typeof value === 'string' && value !== '') return [{ type, value, keys }];
  if (Array.isArray(value))
    return value.flatMap((item, index) => named(type, item, [...keys, String(index)]));
  if (type === 'network' && isJsonObject(value)) return named(type, value['network'], [...keys, 'network']);
  return [];
}

/** What of a CloudFormation-style group names something: it and its launch configuration, which are no servers. */
function ofItself(definition: {
  type: string;
  properties: Json;
}): readonly { address: string; type: string; properties: JsonObject }[] {
  return definition.type.startsWith('AWS::AutoScaling::')
    ? [{ address: '', type: definition.type, properties: object(definition.properties) }]
    : [];
}

/** What the template itself creates under a name need not exist yet. */
const MADE_BY: Readonly<Record<string, CatalogueType>> = {
  'OS::Nova::KeyPair': 'keyPair',
  'OS::Neutron::SecurityGroup': 'securityGroup',
  'OS::Neutron::Net': 'network',
  'OS::Neutron::ProviderNet': 'network',
  'OS::Nova::Flavor': 'flavor',
  'OS::Glance::WebImage': 'image',
};

function namesMadeHere(view: TemplateView, resolved: (value: Json) => Json): ReadonlySet<string> {
  return new Set(
    Object.values(view.resources).flatMap((resource) => {
      const type = MADE_BY[resource.type];
      const name = resolved(resource.properties['name'] ?? null);
      return type && typeof name === 'string' ? [`${type}:${name}`] : [];
    }),
  );
}

/** The position of the value, or of the closest thing around it that is written in this file. */
function nearest(keys: readonly string[], input: ReferenceSource): Position {
  for (let length = keys.length; length > 0; length -= 1) {
    const at = input.positions[`/${keys.slice(0, length).map(escapePointer).join('/')}`];
    if (at) return at;
  }
  return input.source;
}
