// A resource that is a template file: a nested stack with the resource's properties as parameters.

import { isObject, type Json, type JsonObject, objectOr } from '../../json.ts';
import { stackOutput } from '../outputs.ts';
import type { ResourceType, Site } from '../plug-in.ts';
import { DONE } from '../plug-in.ts';
import { HeatProblem } from '../problem.ts';
import type { Environment, StackContent } from '../records.ts';
import { UNKNOWN } from '../template/functions.ts';
import { readTemplate, type Template } from '../template/template.ts';
import { readYaml } from '../template/yaml.ts';
import type { PropertySchema, TypeSchema } from './schema.ts';

const parsedFiles = new Map<string, JsonObject>();
const schemas = new WeakMap<JsonObject, TypeSchema>();
const MOST_FILES = 2000;
const STACK_ID = 'OS::stack_id';

const TYPES: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  json: 'map',
  comma_delimited_list: 'list',
  String: 'string',
  Number: 'number',
  CommaDelimitedList: 'list',
  Json: 'map',
};

/** Undefined if the file did not come with the stack. */
export function templateType(content: StackContent, name: string): ResourceType | undefined {
  const text = content.files[name];
  if (text === undefined) return undefined;
  const raw = parsedFile(text);
  return {
    schema: schemaOf(raw),
    nestedStack: true,
    isTemplate: true,
    validate: (properties, site) => {
      const inner = childContent(site.content, raw, whatIsKnown(properties));
      site.validateNested({ ...inner, environment: withPlaceholders(inner.environment, raw) }, [
        `${site.name}<${name}>`,
      ]);
    },
    create: (site) =>
      site.nested.create(site, childContent(site.stack.content, raw, ownProperties(site)), 'created'),
    update: (site) =>
      site.nested.update(site, childContent(site.stack.content, raw, ownProperties(site)), 'updated'),
    remove: (site) => site.nested.remove(site, 'removed'),
    resume: () => DONE,
    reference: (site) => output(site, STACK_ID) ?? arn(site),
    attribute: (site, attribute, path) => nestedAttribute(site, attribute, path),
  };
}

function parsedFile(text: string): JsonObject {
  const before = parsedFiles.get(text);
  if (before !== undefined) return before;
  const result = readYaml(text);
  if (result.kind === 'error' || !isObject(result.value)) {
    const detail =
      result.kind === 'error' ? result.message : 'The template is not a JSON object or YAML mapping.';
    throw new HeatProblem('StackValidationFailed', `Failed to retrieve template data: ${detail}`);
  }
  if (parsedFiles.size >= MOST_FILES) parsedFiles.clear();
  parsedFiles.set(text, result.value);
  return result.value;
}

function schemaOf(raw: JsonObject): TypeSchema {
  const before = schemas.get(raw);
  if (before !== undefined) return before;
  const template = readTemplate(raw);
  const properties = Object.fromEntries(
    Object.entries(template.parameters).map(([name, parameter]) => [name, propertyOf(objectOr(parameter))]),
  );
  const attributes = [...template.outputs.map((one) => one.name), STACK_ID, 'show'];
  const schema = { properties, attributes };
  schemas.set(raw, schema);
  return schema;
}

function propertyOf(parameter: JsonObject): PropertySchema {
  const fallback = parameter['default'] ?? parameter['Default'];
  const constraints = Array.isArray(parameter['constraints'])
    ? parameter['constraints'].filter(isObject)
    : [];
  return {
    type: TYPES[String(parameter['type'] ?? parameter['Type'])] ?? 'string',
    required: fallback === undefined,
    update: true,
    default: fallback,
    constraints,
  };
}

/** The parent's files and registry, the resource's properties as parameters (heat/engine/environment.py get_child_environment). */
export function childContent(
  parent: StackContent,
  template: JsonObject,
  parameters: JsonObject,
): StackContent {
  return { template, files: parent.files, environment: childEnvironment(parent.environment, parameters) };
}

function childEnvironment(parent: Environment, parameters: JsonObject): Environment {
  return { ...parent, parameters };
}

/** Only what was given: the file's own defaults fill the rest. */
function ownProperties(site: Site): JsonObject {
  return (site.row.work ?? site.row).properties;
}

/** What refers to resources that do not exist yet is left to the placeholders. */
function whatIsKnown(properties: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => !JSON.stringify(value).includes(UNKNOWN_IN_JSON)),
  );
}

const UNKNOWN_IN_JSON = JSON.stringify(UNKNOWN).slice(1, -1);

/** While only names are checked every parameter counts as given. */
function withPlaceholders(environment: Environment, raw: JsonObject): Environment {
  const template: Template = readTemplate(raw);
  const missing = Object.entries(template.parameters).filter(
    ([, one]) => objectOr(one)['default'] === undefined && objectOr(one)['Default'] === undefined,
  );
  const filler = missing.map(([name, one]): [string, Json] => [
    name,
    placeholderFor(String(objectOr(one)['type'] ?? objectOr(one)['Type'])),
  ]);
  return { ...environment, parameters: { ...Object.fromEntries(filler), ...environment.parameters } };
}

function placeholderFor(type: string): Json {
  if (/number/i.test(type)) return 1;
  if (/boolean/i.test(type)) return false;
  if (/json/i.test(type)) return {};
  return '';
}

function output(site: Site, name: string): Json | undefined {
  const nested = site.nested.find(site);
  return nested === undefined ? undefined : (stackOutput(site.cloud, nested, name) ?? undefined);
}

function nestedAttribute(site: Site, attribute: string, path: readonly string[]): Json | undefined {
  const value = output(site, attribute);
  return path.reduce<Json | undefined>(
    (current, part) =>
      Array.isArray(current) ? current[Number(part)] : isObject(current) ? current[part] : undefined,
    value,
  );
}

function arn(site: Site): Json | undefined {
  const nested = site.nested.find(site);
  return nested === undefined
    ? undefined
    : `arn:openstack:heat::${nested.project}:stacks/${nested.name}/${nested.id}`;
}
