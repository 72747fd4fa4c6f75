// Decides whether Heat would take a template, without making anything.

import type { Cloud } from '../cloud.ts';
import type { Json, JsonObject } from '../json.ts';
import { customCheck } from './constraints.ts';
import { HeatProblem, InvalidValue, joinPath, pythonRepr } from './problem.ts';
import { checkedProperties, withDefaults } from './properties.ts';
import type { Definition, StackContent } from './records.ts';
import { contentParameters, type Finder, isEnabled, makeScope } from './scope.ts';
import { inOrder, requirements } from './template/dependencies.ts';
import { type Scope, UNKNOWN } from './template/functions.ts';
import { resolve, resolveObject } from './template/resolve.ts';
import { readTemplate, type Template } from './template/template.ts';
import { resourceType } from './types/registry.ts';

/** heat.conf max_nested_stack_depth. */
const DEEPEST = 5;

export interface Validation {
  readonly depth: number;
  /** Whether values are looked up in the cloud: not for what is nested in a stack that does not exist yet. */
  readonly strict: boolean;
  readonly path: readonly string[];
}

/** Throws HeatProblem or InvalidValue (heat/engine/stack.py validate). */
export function validateContent(cloud: Cloud, content: StackContent, validation: Validation): void {
  const template = readTemplate(content.template);
  const parameters = contentParameters(cloud, content);
  const scope = makeScope(
    template,
    parameters,
    content.files,
    placeholder(cloud),
    finderFor(template, content),
  );
  for (const name of Object.keys(template.conditions)) scope.condition(name, ['conditions', name]);
  const enabled = new Map([...template.resources].filter(([name, one]) => isEnabled(one, name, scope)));
  const double = Object.keys(template.parameters).filter((name) => template.resources.has(name));
  if (double.length > 0) {
    throw new HeatProblem('StackValidationFailed', `Duplicate names {${double.map(pythonRepr).join(', ')}}`);
  }
  checkReferences(template, enabled);
  // equal members share one object
  const seen = new Set<JsonObject>();
  for (const name of inOrder(requirements(content.template, enabled))) {
    const definition = enabled.get(name);
    if (definition === undefined || seen.has(definition.properties)) continue;
    seen.add(definition.properties);
    validateResource(cloud, content, scope, name, definition, validation);
  }
  for (const output of template.outputs) resolve(output.value, scope, ['outputs', output.name, 'value']);
}

function placeholder(cloud: Cloud) {
  return { name: UNKNOWN, id: UNKNOWN, project: UNKNOWN, region: cloud.world.identity.region };
}

function finderFor(template: Template, content: StackContent): Finder {
  return {
    reference: (name, where) => {
      if (template.resources.has(name)) return UNKNOWN;
      throw new InvalidValue('', where, `The specified reference "${name}" (in unknown) is incorrect.`);
    },
    attribute: (resource, path, where) => {
      const definition = template.resources.get(resource);
      if (definition === undefined) {
        throw new InvalidValue('', where, `The specified reference "${resource}" (in unknown) is incorrect.`);
      }
      const [name = ''] = path;
      const known = resourceType(content, definition.type)?.schema.attributes;
      if (known !== undefined && !known.includes(name) && !name.startsWith('resource.')) {
        throw new InvalidValue('', where, `The Referenced Attribute (${resource} ${name}) is incorrect.`);
      }
      return UNKNOWN;
    },
  };
}

/** heat/engine/function.py dependencies: depends_on and every reference must name a resource. */
function checkReferences(template: Template, enabled: ReadonlyMap<string, Definition>): void {
  for (const [name, definition] of enabled) {
    const missing = definition.dependsOn.find((one) => !template.resources.has(one));
    if (missing !== undefined) throw badReference(missing, [name]);
    checkIn(template, definition.properties, [name, 'Properties']);
  }
}

function checkIn(template: Template, value: Json, where: readonly string[]): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkIn(template, item, [...where, String(index)]);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const name = referenced(template.dialect, key, item);
    if (name !== undefined && !template.resources.has(name)) throw badReference(name, where);
    const isCall = key.startsWith('get_') || key.startsWith('Fn::');
    checkIn(template, item, isCall ? where : [...where, key]);
  }
}

function referenced(dialect: 'hot' | 'cfn', key: string, argument: Json): string | undefined {
  if (dialect === 'hot' && key === 'get_resource' && typeof argument === 'string') return argument;
  if (key !== 'get_attr' && key !== 'Fn::GetAtt') return undefined;
  const first = Array.isArray(argument) ? argument[0] : undefined;
  return typeof first === 'string' ? first : undefined;
}

function badReference(name: string, where: readonly string[]): HeatProblem {
  const message = `The specified reference "${name}" (in ${joinPath(where)}) is incorrect.`;
  return new HeatProblem('InvalidTemplateReference', message);
}

function validateResource(
  cloud: Cloud,
  content: StackContent,
  scope: Scope,
  name: string,
  definition: Definition,
  validation: Validation,
): void {
  const path = [...validation.path, 'resources', name];
  const type = resourceType(content, definition.type);
  if (type === undefined) throw missingType(definition.type);
  const raw = resolveObject(definition.properties, scope, ['resources', name, 'properties']);
  const check = validation.strict ? customCheck(cloud) : undefined;
  type.validateFirst?.(raw, path);
  const values = checkedProperties(type.schema.properties, raw, [...path, 'properties'], check);
  type.validate?.(withDefaults(type.schema.properties, values), {
    cloud,
    content,
    name,
    path,
    depth: validation.depth,
    validateNested: (inner, below) => {
      const at = [...path.slice(0, -1), ...below];
      if (validation.depth < DEEPEST)
        validateInner(cloud, inner, { depth: validation.depth + 1, strict: false, path: at });
    },
  });
}

/** What is wrong inside is told under the resource that holds it (stack_resource.py validate_nested_stack). */
function validateInner(cloud: Cloud, content: StackContent, validation: Validation): void {
  try {
    validateContent(cloud, content, validation);
  } catch (error) {
    if (!(error instanceof HeatProblem)) throw error;
    const kind = error.type === 'StackValidationFailed' ? '' : error.type;
    throw new InvalidValue(kind, validation.path, error.message);
  }
}

/** A type that ends in .yaml is a file that was not sent (heat/engine/resources/template_resource.py). */
function missingType(type: string): HeatProblem {
  if (/\.(?:yaml|template)$/.test(type)) {
    return new HeatProblem(
      'StackValidationFailed',
      `Could not fetch remote template "${type}": Invalid URL scheme `,
    );
  }
  return new HeatProblem('StackValidationFailed', `The Resource Type (${type}) could not be found.`);
}
