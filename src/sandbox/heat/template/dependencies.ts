// Which resource needs which, and an order that respects it.

import type { JsonObject } from '../../json.ts';
import { HeatProblem } from '../problem.ts';
import type { Definition } from '../records.ts';
import { referencesIn } from './references.ts';
import { readTemplate } from './template.ts';

/** For each definition the names it needs: depends_on, get_resource, get_attr; only names that take part. */
export function requirements(
  raw: JsonObject,
  definitions: ReadonlyMap<string, Definition>,
): ReadonlyMap<string, readonly string[]> {
  const { dialect } = readTemplate(raw);
  const names = new Set(definitions.keys());
  return new Map(
    [...definitions].map(([name, definition]) => {
      const { resources } = referencesIn([definition.properties, definition.metadata], dialect, names);
      const needed = new Set([...definition.dependsOn, ...resources]);
      return [name, [...needed].filter((one) => names.has(one))];
    }),
  );
}

/** Names with those they need before them; throws CircularDependencyException. */
export function inOrder(needs: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const ordered = new Set<string>();
  const open = new Set<string>();
  const place = (name: string): void => {
    if (ordered.has(name)) return;
    if (open.has(name)) throw circular(open);
    open.add(name);
    for (const needed of needs.get(name) ?? []) place(needed);
    open.delete(name);
    ordered.add(name);
  };
  for (const name of needs.keys()) place(name);
  return [...ordered];
}

function circular(names: ReadonlySet<string>): HeatProblem {
  return new HeatProblem(
    'CircularDependencyException',
    `Circular Dependency Found: {${[...names].join(', ')}}`,
  );
}
