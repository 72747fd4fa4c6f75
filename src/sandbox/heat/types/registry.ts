// Which behaviour belongs to a type name: built in, or a template file that a stack brings along.

import { objectOr } from '../../json.ts';
import type { ResourceType } from '../plug-in.ts';
import type { StackContent } from '../records.ts';
import { behaviours } from './behaviours.ts';
import { typeSchema } from './schema.ts';
import { templateType } from './template-resource.ts';

const built = new Map<string, ResourceType>();

/** Undefined if Heat would not know the type. */
export function resourceType(content: StackContent, name: string): ResourceType | undefined {
  const registry = objectOr(content.environment.resource_registry);
  const mapped = registry[name];
  const actual = typeof mapped === 'string' ? mapped : name;
  return /\.(?:yaml|template)$/.test(actual) ? templateType(content, actual) : builtIn(actual);
}

function builtIn(name: string): ResourceType | undefined {
  const before = built.get(name);
  if (before !== undefined) return before;
  const schema = typeSchema(name);
  if (schema === undefined) return undefined;
  const type: ResourceType = { ...behaviours(name), schema };
  built.set(name, type);
  return type;
}
