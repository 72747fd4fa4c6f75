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
    if (open.has(name)) throw circular(open, needs);
    open.add(name);
    for (const needed of needs.get(name) ?? []) place(needed);
    open.delete(name);
    ordered.add(name);
  };
  for (const name of needs.keys()) place(name);
  return [...ordered];
}

/** The order in which Heat stores and lists resources: those that need others before them. */
export function dependentsFirst(needs: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const dependents = new Map<string, string[]>([...needs.keys()].map((name) => [name, []]));
  for (const [name, needed] of needs) for (const one of needed) dependents.get(one)?.push(name);
  return inOrder(dependents);
}

/** The graph of the circle; Heat also names each resource's class. */
function circular(names: ReadonlySet<string>, needs: ReadonlyMap<string, readonly string[]>): HeatProblem {
  const shown = [...names].reverse().map((name) => {
    const needed = (needs.get(name) ?? []).map((one) => `"${one}"`).join(', ');
    return `"${name}": {${needed}}`;
  });
  return new HeatProblem('CircularDependencyException', `Circular Dependency Found: {${shown.join(', ')}}`);
}
