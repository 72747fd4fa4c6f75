// Which resources and attributes a piece of a template speaks of.

import { isObject, type Json } from '../../json.ts';

export interface AttributeReference {
  readonly resource: string;
  readonly path: readonly string[];
}

export interface References {
  readonly resources: ReadonlySet<string>;
  readonly attributes: readonly AttributeReference[];
}

/** Walks the value without evaluating it: an unused branch of an `if` counts, as in Heat. */
export function referencesIn(value: Json, dialect: 'hot' | 'cfn', names: ReadonlySet<string>): References {
  const resources = new Set<string>();
  const attributes: AttributeReference[] = [];
  walk(value, (key, argument) => {
    if (key === (dialect === 'hot' ? 'get_resource' : 'Ref') && typeof argument === 'string') {
      if (dialect === 'hot' || names.has(argument)) resources.add(argument);
    }
    if (key === (dialect === 'hot' ? 'get_attr' : 'Fn::GetAtt') && Array.isArray(argument)) {
      const [resource, ...path] = argument;
      if (typeof resource !== 'string') return;
      resources.add(resource);
      attributes.push({ resource, path: path.map(String) });
    }
  });
  return { resources, attributes };
}

function walk(value: Json, visit: (key: string, argument: Json) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
    return;
  }
  if (!isObject(value)) return;
  for (const [key, item] of Object.entries(value)) {
    visit(key, item);
    walk(item, visit);
  }
}
