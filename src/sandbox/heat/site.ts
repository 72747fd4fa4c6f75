// Gives a plug-in its view of one resource.

import type { Cloud } from '../cloud.ts';
import type { JsonObject } from '../json.ts';
import { nestedStacks } from './nested.ts';
import type { Site } from './plug-in.ts';
import { withDefaults } from './properties.ts';
import type { Resource, Stack } from './records.ts';
import { resourceType } from './types/registry.ts';

/** While an update runs its target is what counts, else what the resource was last brought to. */
export function siteOf(cloud: Cloud, stack: Stack, row: Resource): Site {
  const table = resourceType(stack.content, row.type)?.schema.properties ?? {};
  const target = row.work ?? row;
  let properties: JsonObject | undefined;
  let before: JsonObject | undefined;
  return {
    cloud,
    stack,
    row,
    definition: target.definition,
    changed: new Set(row.work?.changed ?? []),
    nested: nestedStacks,
    get properties() {
      properties ??= withDefaults(table, target.properties);
      return properties;
    },
    get before() {
      before ??= withDefaults(table, row.properties);
      return before;
    },
  };
}
