// Joins the verdicts of several rules with "and" and "or" (aodh/evaluator/composite.py), its oddities included.

import type { Cloud } from '../cloud.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { AlarmState } from './records.ts';
import { judge, type Next, type Verdict } from './threshold.ts';

interface Leaf {
  readonly kind: 'rule';
  readonly name: string;
  readonly rule: JsonObject;
  verdict: Verdict | undefined;
  /** What it counts as. */
  state: AlarmState | null;
}

type Tree = Leaf | { readonly kind: 'and' | 'or'; readonly parts: readonly Tree[] };

const CHANGES: Readonly<Record<AlarmState, string>> = {
  alarm: 'outside their threshold.',
  ok: 'inside their threshold.',
  'insufficient data': 'state evaluated to unknown.',
};

/** Undefined if one of the rules breaks the evaluator; null: nothing happens. */
export function nextCompositeState(
  cloud: Cloud,
  state: AlarmState,
  rule: JsonObject,
): Next | null | undefined {
  const leaves: Leaf[] = [];
  const tree = grow(rule, leaves);
  for (const leaf of leaves) {
    leaf.verdict = judge(cloud, String(leaf.rule['type']), leaf.rule);
    if (leaf.verdict === undefined) return undefined;
    leaf.state = leaf.verdict.state;
  }
  const plain = decided(state, tree, leaves);
  if (plain !== null) return plain;
  for (const leaf of leaves) leaf.state = countsAs(state, leaf);
  const mixed = decided(state, tree, leaves);
  if (mixed !== null || state === 'insufficient data') return mixed;
  return explained(state, 'insufficient data', tree, leaves);
}

function grow(rule: Json, leaves: Leaf[]): Tree {
  if (isObject(rule)) {
    for (const kind of ['and', 'or'] as const) {
      const parts = rule[kind];
      if (Array.isArray(parts)) return { kind, parts: parts.map((one) => grow(one, leaves)) };
    }
  }
  const leaf: Leaf = {
    kind: 'rule',
    name: `rule${leaves.length + 1}`,
    rule: isObject(rule) ? rule : {},
    verdict: undefined,
    state: null,
  };
  leaves.push(leaf);
  return leaf;
}

/** Mixed values count as the opposite of where they tend to, unless nothing was known before (_evaluate_sufficient; measured). */
function countsAs(state: AlarmState, leaf: Leaf): AlarmState | null {
  const trend = leaf.verdict?.trend ?? null;
  if (trend === null) return leaf.state;
  if (state === 'insufficient data') return trend;
  return trend === 'alarm' ? 'ok' : 'alarm';
}

function decided(state: AlarmState, tree: Tree, leaves: readonly Leaf[]): Next | null {
  if (holds(tree, 'alarm')) return explained(state, 'alarm', tree, leaves);
  return holds(tree, 'ok') ? explained(state, 'ok', tree, leaves) : null;
}

/** For "ok" the two words change places. */
function holds(tree: Tree, wanted: AlarmState): boolean {
  if (tree.kind === 'rule') return tree.state === wanted;
  const every = (tree.kind === 'and') === (wanted === 'alarm');
  return every ? tree.parts.every((one) => holds(one, wanted)) : tree.parts.some((one) => holds(one, wanted));
}

function explained(before: AlarmState, state: AlarmState, tree: Tree, leaves: readonly Leaf[]): Next {
  const form = written(tree);
  const causes = leaves.filter((leaf) => leaf.state === state);
  const change = before === state ? 'remaining as' : 'transition to';
  const names = causes.map(({ name }) => name).sort();
  const reason = `Composite rule alarm with composition form: ${form} ${change} ${state}, due to rules: ${names.join(', ')} ${CHANGES[state]}`;
  const rules = Object.fromEntries(causes.map(({ name, rule }) => [name, rule]));
  return { state, reason, data: { type: 'composite', composition_form: form, causative_rules: rules } };
}

function written(tree: Tree): string {
  return tree.kind === 'rule' ? tree.name : `(${tree.parts.map(written).join(` ${tree.kind} `)})`;
}
