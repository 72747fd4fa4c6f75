// What the template functions of a stack can see: its parameters, resources, files and conditions.

import type { Cloud } from '../cloud.ts';
import type { Json, JsonObject } from '../json.ts';
import { customCheck } from './constraints.ts';
import { InvalidValue } from './problem.ts';
import type { Definition, Stack, StackContent } from './records.ts';
import { type Scope, select } from './template/functions.ts';
import { type ParameterValues, parameterValues } from './template/parameters.ts';
import { resolve } from './template/resolve.ts';
import { readTemplate, type Template } from './template/template.ts';

export interface PseudoParameters {
  readonly name: string;
  readonly id: string;
  readonly project: string;
  readonly region: string;
}

/** How references and attributes are found; differs between a stack that exists and one that is only checked. */
export interface Finder {
  reference(name: string, where: readonly string[]): Json;
  attribute(resource: string, path: readonly string[], where: readonly string[]): Json;
}

const valuesOf = new WeakMap<StackContent, ParameterValues>();

export function contentParameters(cloud: Cloud, content: StackContent): ParameterValues {
  const before = valuesOf.get(content);
  if (before !== undefined) return before;
  const template = readTemplate(content.template);
  const values = parameterValues(template, content.environment, customCheck(cloud));
  valuesOf.set(content, values);
  return values;
}

export function pseudoParameters(
  cloud: Cloud,
  stack: Pick<Stack, 'name' | 'id' | 'project'>,
): PseudoParameters {
  return { name: stack.name, id: stack.id, project: stack.project, region: cloud.world.identity.region };
}

export function makeScope(
  template: Template,
  parameters: ParameterValues,
  files: Readonly<Record<string, string>>,
  pseudo: PseudoParameters,
  finder: Finder,
): Scope {
  const { dialect } = template;
  const parameter = (name: string, where: readonly string[]): Json => {
    const value = pseudoValue(dialect, pseudo, name) ?? parameters.values.get(name);
    if (value !== undefined) return value;
    throw new InvalidValue('Property error', where, `The Parameter (${name}) was not provided.`);
  };
  const scope: Scope = {
    dialect,
    parameter,
    reference: (name, where) =>
      dialect === 'cfn' && !template.resources.has(name)
        ? parameter(name, where)
        : finder.reference(name, where),
    attribute: (resource, path, where) => finder.attribute(resource, path, where),
    condition: (name, where) => conditionValue(template, scope, name, where),
    file: (name, where) => {
      const text = files[name];
      if (text !== undefined) return text;
      throw new InvalidValue(
        'Property error',
        where,
        `No content found in the "files" section for get_file path: ${name}`,
      );
    },
    mapping: (map, key, name) => select(template.mappings, [map, key, name]),
  };
  return scope;
}

function pseudoValue(dialect: 'hot' | 'cfn', pseudo: PseudoParameters, name: string): Json | undefined {
  const values: JsonObject =
    dialect === 'hot'
      ? { 'OS::stack_name': pseudo.name, 'OS::stack_id': pseudo.id, 'OS::project_id': pseudo.project }
      : { 'AWS::StackName': pseudo.name, 'AWS::StackId': pseudo.id, 'AWS::Region': pseudo.region };
  return values[name];
}

function conditionValue(template: Template, scope: Scope, name: string, where: readonly string[]): boolean {
  const definition = template.conditions[name];
  if (definition === undefined) throw new InvalidValue('', where, `Invalid condition "${name}"`);
  if (typeof definition === 'string') return conditionValue(template, scope, definition, where);
  return resolve(definition, scope, ['conditions', name], 'condition') === true;
}

/** Whether a definition takes part: its condition holds. */
export function isEnabled(definition: Definition, name: string, scope: Scope): boolean {
  const { condition } = definition;
  if (condition === undefined) return true;
  const where = ['resources', name, 'condition'];
  if (typeof condition === 'string') return scope.condition(condition, where);
  return resolve(condition, scope, where, 'condition') === true;
}
