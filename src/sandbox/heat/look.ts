// What the templates of a living stack read from its resources.

import type { Cloud } from '../cloud.ts';
import type { Json } from '../json.ts';
import type { Resource, Stack } from './records.ts';
import { currentRow } from './rows.ts';
import { contentParameters, type Finder, makeScope, pseudoParameters } from './scope.ts';
import { siteOf } from './site.ts';
import type { Scope } from './template/functions.ts';
import { readTemplate } from './template/template.ts';
import { resourceType } from './types/registry.ts';

/** The scope of a stack with its resources as they are now. */
export function stackScope(cloud: Cloud, stack: Stack): Scope {
  const finder: Finder = {
    reference: (name) => {
      const row = currentRow(stack, name);
      return row === undefined ? name : rowReference(cloud, stack, row);
    },
    attribute: (name, path) => {
      const row = currentRow(stack, name);
      return row === undefined ? null : rowAttribute(cloud, stack, row, path);
    },
  };
  const { content } = stack;
  const parameters = contentParameters(cloud, content);
  return makeScope(
    readTemplate(content.template),
    parameters,
    content.files,
    pseudoParameters(cloud, stack),
    finder,
  );
}

/** What get_resource gives: the type's own answer, else the physical id, else (before creation) the name. */
export function rowReference(cloud: Cloud, stack: Stack, row: Resource): Json {
  const type = resourceType(stack.content, row.type);
  return type?.reference?.(siteOf(cloud, stack, row)) ?? row.physicalId ?? row.name;
}

/** What get_attr gives; nothing before the resource exists. */
export function rowAttribute(cloud: Cloud, stack: Stack, row: Resource, path: readonly string[]): Json {
  const [name = '', ...rest] = path;
  if (row.physicalId === null) return null;
  const type = resourceType(stack.content, row.type);
  return type?.attribute?.(siteOf(cloud, stack, row), name, rest) ?? null;
}
