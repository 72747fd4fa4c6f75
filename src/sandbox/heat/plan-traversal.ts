// The graph of a traversal: bring each name of the template up to date, then clean old rows away.

import type { Cloud } from '../cloud.ts';
import { stackScope } from './look.ts';
import type { Definition, Stack, TraversalNode } from './records.ts';
import { addRow, bestRow } from './rows.ts';
import { isEnabled } from './scope.ts';
import { dependentsFirst, inOrder, requirements } from './template/dependencies.ts';
import { readTemplate } from './template/template.ts';

interface Draft {
  readonly kind: 'update' | 'cleanup';
  readonly name: string;
  readonly key: number;
  readonly after: Set<string>;
}

/** heat/engine/stack.py _compute_convg_dependencies: a row is cleaned after those that need it, and after its own update. */
export function planTraversal(cloud: Cloud, stack: Stack): TraversalNode[] {
  const definitions =
    stack.action === 'DELETE' ? new Map<string, Definition>() : enabledDefinitions(cloud, stack);
  const drafts = new Map<string, Draft>();
  const existing = [...stack.rows.values()];
  const needs = requirements(stack.content.template, definitions);
  for (const name of inOrder(needs)) {
    const requires = needs.get(name) ?? [];
    drafts.set(`u${name}`, {
      kind: 'update',
      name,
      key: 0,
      after: new Set(requires.map((one) => `u${one}`)),
    });
  }
  for (const row of existing) {
    drafts.set(`c${row.key}`, { kind: 'cleanup', name: row.name, key: row.key, after: new Set() });
  }
  for (const row of existing) {
    const draft = drafts.get(`c${row.key}`);
    if (definitions.has(row.name) && bestRow(stack, row.name) === row) draft?.after.add(`u${row.name}`);
    if (row.replaces !== null) drafts.get(`c${row.replaces}`)?.after.add(`c${row.key}`);
    for (const needed of existing) {
      if (row.requires.includes(needed.name)) drafts.get(`c${needed.key}`)?.after.add(`c${row.key}`);
    }
  }
  storeNewRows(cloud, stack, definitions, needs);
  return numbered([...drafts.entries()]);
}

/** The definitions whose condition holds. */
export function enabledDefinitions(cloud: Cloud, stack: Stack): Map<string, Definition> {
  const scope = stackScope(cloud, stack);
  const { resources } = readTemplate(stack.content.template);
  return new Map([...resources].filter(([name, definition]) => isEnabled(definition, name, scope)));
}

function storeNewRows(
  cloud: Cloud,
  stack: Stack,
  definitions: ReadonlyMap<string, Definition>,
  needs: ReadonlyMap<string, readonly string[]>,
): void {
  for (const name of dependentsFirst(needs)) {
    const definition = definitions.get(name);
    if (definition === undefined || bestRow(stack, name) !== undefined) continue;
    addRow(cloud, stack, name, definition, needs.get(name) ?? []);
  }
}

function numbered(drafts: readonly (readonly [string, Draft])[]): TraversalNode[] {
  const indexes = new Map(drafts.map(([id], index) => [id, index]));
  const next: number[][] = drafts.map(() => []);
  const waits = drafts.map(([, draft], index) => {
    const known = [...draft.after].map((id) => indexes.get(id)).filter((one) => one !== undefined);
    for (const one of known) next[one]?.push(index);
    return known.length;
  });
  return drafts.map(([, { kind, name, key }], index) => ({
    kind,
    name,
    key,
    waits: waits[index] ?? 0,
    next: next[index] ?? [],
    done: false,
  }));
}
