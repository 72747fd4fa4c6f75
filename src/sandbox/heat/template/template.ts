// A template in one shape, whichever of the two languages it was written in.

import { isObject, type Json, type JsonObject, objectOr, textOr } from '../../json.ts';
import { HeatProblem, InvalidValue } from '../problem.ts';
import type { Definition } from '../records.ts';

export interface Output {
  readonly name: string;
  readonly description: string;
  readonly value: Json;
  readonly condition: Json | undefined;
}

export interface Template {
  readonly dialect: 'hot' | 'cfn';
  readonly description: string;
  readonly parameters: JsonObject;
  readonly conditions: JsonObject;
  readonly mappings: JsonObject;
  readonly resources: ReadonlyMap<string, Definition>;
  readonly outputs: readonly Output[];
}

const HOT_VERSIONS = [
  '2013-05-23',
  '2014-10-16',
  '2015-04-30',
  '2015-10-15',
  '2016-04-08',
  '2016-10-14',
  '2017-02-24',
  '2017-09-01',
  '2018-03-02',
  '2018-08-31',
  '2021-04-16',
  'newton',
  'ocata',
  'pike',
  'queens',
  'rocky',
  'wallaby',
];
const CFN_VERSIONS: Readonly<Record<string, string>> = {
  AWSTemplateFormatVersion: '2010-09-09',
  HeatTemplateFormatVersion: '2012-12-12',
};
const HOT_SECTIONS = [
  'heat_template_version',
  'description',
  'parameter_groups',
  'parameters',
  'resources',
  'outputs',
  'conditions',
];
const CFN_SECTIONS = [
  'AWSTemplateFormatVersion',
  'HeatTemplateFormatVersion',
  'Description',
  'Conditions',
  'Mappings',
  'Parameters',
  'Resources',
  'Outputs',
];
const HOT_KEYS = {
  type: 'type',
  properties: 'properties',
  metadata: 'metadata',
  depends_on: 'dependsOn',
  deletion_policy: 'deletionPolicy',
  update_policy: 'updatePolicy',
  description: 'description',
  external_id: 'externalId',
  condition: 'condition',
};
const CFN_KEYS = {
  Type: 'type',
  Properties: 'properties',
  Metadata: 'metadata',
  DependsOn: 'dependsOn',
  DeletionPolicy: 'deletionPolicy',
  UpdatePolicy: 'updatePolicy',
  Description: 'description',
  Condition: 'condition',
};

/** As GET /template_versions lists them; a release name is an alias of the version of its time. */
export function templateVersions(): JsonObject[] {
  const dates = HOT_VERSIONS.filter((version) => /^\d/.test(version));
  const names = HOT_VERSIONS.filter((version) => !/^\d/.test(version));
  const unnamed = dates.length - names.length;
  const cfn = Object.entries(CFN_VERSIONS).map(([key, version]) => ({
    version: `${key}.${version}`,
    type: 'cfn',
    aliases: [],
  }));
  const hot = dates.map((version, index) => {
    const alias = names[index - unnamed];
    const aliases = alias === undefined ? [] : [`heat_template_version.${alias}`];
    return { version: `heat_template_version.${version}`, type: 'hot', aliases };
  });
  return [...cfn, ...hot];
}

const known = new WeakMap<JsonObject, Template>();

/** Understands a parsed template; throws what Heat answers to a bad one (heat/engine/hot/template.py). */
export function readTemplate(raw: JsonObject): Template {
  const before = known.get(raw);
  if (before !== undefined) return before;
  const template = 'heat_template_version' in raw ? readHot(raw) : readCfn(raw);
  known.set(raw, template);
  return template;
}

/** Only a mapping that names its format is a template (heat/common/template_format.py parse). */
export function hasVersion(raw: JsonObject): boolean {
  return 'heat_template_version' in raw || Object.keys(CFN_VERSIONS).some((key) => key in raw);
}

function readHot(raw: JsonObject): Template {
  const version = String(raw['heat_template_version']);
  if (!HOT_VERSIONS.includes(version))
    throw badVersion('heat_template_version', version, HOT_VERSIONS.join(', '));
  checkSections(raw, HOT_SECTIONS);
  return {
    dialect: 'hot',
    description: textOr(raw['description'], 'No description'),
    parameters: objectOr(raw['parameters']),
    conditions: objectOr(raw['conditions']),
    mappings: {},
    resources: readResources(raw['resources'], 'resources', HOT_KEYS),
    outputs: readOutputs(raw['outputs'], 'outputs', 'value', 'description', 'condition'),
  };
}

function readCfn(raw: JsonObject): Template {
  for (const [key, expected] of Object.entries(CFN_VERSIONS)) {
    const version = raw[key];
    if (version !== undefined && String(version).slice(0, 10) !== expected)
      throw badVersion(key, String(version), expected);
  }
  checkSections(raw, CFN_SECTIONS);
  return {
    dialect: 'cfn',
    description: textOr(raw['Description'], 'No description'),
    parameters: objectOr(raw['Parameters']),
    conditions: objectOr(raw['Conditions']),
    mappings: objectOr(raw['Mappings']),
    resources: readResources(raw['Resources'], 'Resources', CFN_KEYS),
    outputs: readOutputs(raw['Outputs'], 'Outputs', 'Value', 'Description', 'Condition'),
  };
}

function badVersion(key: string, version: string, allowed: string): HeatProblem {
  const message = `The template version is invalid: "${key}: ${version}". "${key}" should be one of: ${allowed}`;
  return new HeatProblem('InvalidTemplateVersion', message);
}

function checkSections(raw: JsonObject, sections: readonly string[]): void {
  const bad = Object.keys(raw).find((key) => !sections.includes(key));
  if (bad !== undefined)
    throw new HeatProblem('StackValidationFailed', `The template section is invalid: ${bad}`);
}

function readResources(
  section: Json | undefined,
  title: string,
  keys: Readonly<Record<string, string>>,
): ReadonlyMap<string, Definition> {
  if (section === undefined || section === null) return new Map();
  if (!isObject(section)) {
    const type = Array.isArray(section) ? 'list' : typeof section === 'string' ? 'str' : 'int';
    throw new HeatProblem('StackValidationFailed', `'${type}' object has no attribute 'items'`);
  }
  return new Map(Object.entries(section).map(([name, entry]) => [name, readDefinition(entry, title, keys)]));
}

/** One resource definition; also used for the member definition of a group. */
export function readDefinition(
  entry: Json,
  title = 'resources',
  keys: Readonly<Record<string, string>> = HOT_KEYS,
): Definition {
  if (!isObject(entry)) {
    const message = `"${title}" must contain a map of resource maps. Found a [<class '${pythonType(entry)}'>] instead`;
    throw new HeatProblem('StackValidationFailed', message);
  }
  const parts: JsonObject = {};
  for (const [key, value] of Object.entries(entry)) {
    const part = keys[key];
    if (part === undefined) {
      throw new HeatProblem(
        'StackValidationFailed',
        `"${key}" is not a valid keyword inside a resource definition`,
      );
    }
    parts[part] = value;
  }
  const depends = parts['dependsOn'];
  return {
    type: textOr(parts['type'], ''),
    properties: objectOr(parts['properties']),
    metadata: objectOr(parts['metadata']),
    dependsOn: Array.isArray(depends) ? depends.map(String) : typeof depends === 'string' ? [depends] : [],
    condition: parts['condition'],
    updatePolicy: objectOr(parts['updatePolicy']),
    description: textOr(parts['description'], ''),
  };
}

function readOutputs(
  section: Json | undefined,
  title: string,
  value: string,
  description: string,
  condition: string,
): readonly Output[] {
  return Object.entries(objectOr(section)).map(([name, entry]) => {
    const content = objectOr(entry)[value];
    if (content === undefined) {
      const message = `Each output definition must contain a ${value} key.`;
      throw new InvalidValue('Output validation error', [title, name], message).toProblem();
    }
    return {
      name,
      description: textOr(objectOr(entry)[description], 'No description given'),
      value: content,
      condition: objectOr(entry)[condition],
    };
  });
}

function pythonType(value: Json): string {
  if (value === null) return 'NoneType';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  return Number.isInteger(value) ? 'int' : 'float';
}
