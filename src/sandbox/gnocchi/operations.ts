// Reads an aggregation expression such as (aggregate mean (metric cpu rate:mean)), and works it out over a grid of values.

import type { Json } from '../json.ts';
import { invalidInput } from './refusals.ts';
import { REDUCERS } from './series.ts';

export type Node =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'metric'; readonly references: readonly Reference[] }
  | { readonly kind: 'aggregate'; readonly method: string; readonly of: Node }
  | { readonly kind: 'unary'; readonly name: string; readonly of: Node }
  | { readonly kind: 'rateofchange'; readonly of: Node }
  | { readonly kind: 'binary'; readonly name: string; readonly left: Node; readonly right: Node };

export interface Reference {
  readonly metric: string;
  readonly method: string;
}

/** One row per series, one column per moment; NaN where a series says nothing. */
export interface Grid {
  readonly references: readonly Reference[];
  readonly times: readonly number[];
  readonly rows: readonly (readonly number[])[];
  readonly aggregated: boolean;
}

/** gnocchi/rest/aggregates/operations.py AGG_MAP: not every method of an archive policy is among them. */
const METHODS = ['mean', 'median', 'std', 'min', 'max', 'sum', 'var', 'count'];
const AGGREGATES = new Set([...METHODS, ...METHODS.map((method) => `rate:${method}`)]);

const BINARY: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '**': (left, right) => left ** right,
  '%': (left, right) => left - right * Math.floor(left / right),
  '<': (left, right) => Number(left < right),
  '>': (left, right) => Number(left > right),
  '<=': (left, right) => Number(left <= right),
  '>=': (left, right) => Number(left >= right),
  '=': (left, right) => Number(left === right),
  '!=': (left, right) => Number(left !== right),
  clip_min: (left, right) => Math.max(left, right),
  clip_max: (left, right) => Math.min(left, right),
  max: (left, right) => Math.max(left, right),
};
const BINARY_NAMES: Readonly<Record<string, string>> = {
  add: '+',
  sub: '-',
  mul: '*',
  '×': '*',
  div: '/',
  '÷': '/',
  pow: '**',
  '^': '**',
  mod: '%',
  lt: '<',
  gt: '>',
  le: '<=',
  '≤': '<=',
  ge: '>=',
  '≥': '>=',
  eq: '=',
  '==': '=',
  ne: '!=',
  '≠': '!=',
};
const UNARY: Readonly<Record<string, (value: number) => number>> = {
  abs: Math.abs,
  absolute: Math.abs,
  neg: (value) => -value,
  negative: (value) => -value,
  floor: Math.floor,
  ceil: Math.ceil,
  cos: Math.cos,
  sin: Math.sin,
  tan: Math.tan,
};

/** As a list or as text; throws a refusal. */
export function readOperations(operations: Json | undefined): Node {
  const tree = typeof operations === 'string' ? textTree(operations) : operations;
  if (!Array.isArray(tree))
    throw invalidInput("required key not provided @ data['operations']", ['operations']);
  return readNode(tree, 0);
}

export function referencesOf(node: Node): readonly Reference[] {
  switch (node.kind) {
    case 'number':
      return [];
    case 'metric':
      return node.references;
    case 'binary':
      return [...referencesOf(node.left), ...referencesOf(node.right)];
    default:
      return referencesOf(node.of);
  }
}

function readNode(tree: Json, depth: number): Node {
  if (typeof tree === 'number') return { kind: 'number', value: tree };
  if (typeof tree === 'string' && tree !== '' && Number.isFinite(Number(tree)))
    return { kind: 'number', value: Number(tree) };
  if (!Array.isArray(tree) || tree.length < 2 || depth > 20) throw invalid(tree);
  const [name, ...rest] = tree;
  if (typeof name !== 'string') throw invalid(tree);
  if (name === 'metric') return { kind: 'metric', references: readReferences(rest, tree) };
  if (name === 'aggregate') return readAggregate(rest, tree, depth);
  const of = rest[0] ?? null;
  if (rest.length === 1 && name === 'rateofchange') return { kind: name, of: readNode(of, depth + 1) };
  if (rest.length === 1 && UNARY[name] !== undefined)
    return { kind: 'unary', name, of: readNode(of, depth + 1) };
  const binary = BINARY_NAMES[name] ?? name;
  if (rest.length !== 2 || BINARY[binary] === undefined) throw invalid(tree);
  const [left, right] = [readNode(of, depth + 1), readNode(rest[1] ?? null, depth + 1)];
  return { kind: 'binary', name: binary, left, right };
}

function readAggregate(rest: readonly Json[], tree: Json, depth: number): Node {
  const [method, of] = rest;
  if (rest.length !== 2 || typeof method !== 'string' || !AGGREGATES.has(method)) throw invalid(tree);
  return { kind: 'aggregate', method, of: readNode(of ?? null, depth + 1) };
}

function readReferences(rest: readonly Json[], tree: Json): readonly Reference[] {
  const pairs = typeof rest[0] === 'string' ? [rest] : rest;
  return pairs.map((pair): Reference => {
    if (!Array.isArray(pair)) throw invalid(tree);
    const [metric, method, ...more] = pair;
    if (typeof metric !== 'string' || typeof method !== 'string' || more.length > 0) throw invalid(tree);
    return { metric, method };
  });
}

function invalid(tree: Json): Error {
  const name = Array.isArray(tree) ? String(tree[0]) : String(tree);
  return invalidInput(`'${name}' operation invalid for dictionary value @ data['operations']`, [
    'operations',
  ]);
}

function textTree(text: string): Json {
  const tokens = text.match(/[()]|[^\s()]+/g) ?? [];
  const stack: Json[][] = [[]];
  for (const token of tokens) {
    if (token === '(') stack.push([]);
    else if (token === ')') {
      const done = stack.pop() ?? [];
      stack.at(-1)?.push(done);
    } else stack.at(-1)?.push(token);
  }
  const [first] = stack[0] ?? [];
  if (stack.length !== 1 || first === undefined)
    throw invalidInput('Fail to parse the operations string', ['operations']);
  return first;
}

/** A number stays a number until it meets a series. */
export function evaluate(node: Node, grid: Grid): Grid | number {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'metric':
      return pickRows(grid, node.references);
    case 'aggregate':
      return aggregate(node.method, evaluate(node.of, grid));
    case 'unary':
      return mapValues(evaluate(node.of, grid), UNARY[node.name] ?? ((value) => value));
    case 'rateofchange':
      return differences(evaluate(node.of, grid));
    case 'binary':
      return combine(node.name, evaluate(node.left, grid), evaluate(node.right, grid));
  }
}

function pickRows(grid: Grid, wanted: readonly Reference[]): Grid {
  const picked = grid.references.flatMap((reference, index) =>
    wanted.some((one) => one.metric === reference.metric && one.method === reference.method) ? [index] : [],
  );
  return {
    ...grid,
    references: picked.flatMap((index) => grid.references[index] ?? []),
    rows: picked.map((index) => grid.rows[index] ?? []),
  };
}

/** Of what is there at each moment; a rate only afterwards: so a member that joins or leaves makes a jump. */
function aggregate(method: string, inner: Grid | number): Grid | number {
  if (typeof inner === 'number') return inner;
  const rate = method.startsWith('rate:');
  const reduce = REDUCERS[rate ? method.slice(5) : method] ?? ((): number => Number.NaN);
  const row = inner.times.map((_, column) => {
    const present = inner.rows
      .map((one) => one[column] ?? Number.NaN)
      .filter((value) => !Number.isNaN(value));
    return present.length === 0 && method !== 'count' ? Number.NaN : reduce(present);
  });
  const whole = { ...inner, rows: [row], aggregated: true };
  return rate ? differences(whole) : whole;
}

function differences(inner: Grid | number): Grid | number {
  if (typeof inner === 'number') return 0;
  return {
    ...inner,
    times: inner.times.slice(1),
    rows: inner.rows.map((row) => row.slice(1).map((value, index) => value - (row[index] ?? Number.NaN))),
  };
}

function mapValues(inner: Grid | number, change: (value: number) => number): Grid | number {
  if (typeof inner === 'number') return change(inner);
  return { ...inner, rows: inner.rows.map((row) => row.map(change)) };
}

function combine(name: string, left: Grid | number, right: Grid | number): Grid | number {
  const join = BINARY[name] ?? ((): number => Number.NaN);
  if (typeof left === 'number') return mapValues(right, (value) => join(left, value));
  if (typeof right === 'number') return mapValues(left, (value) => join(value, right));
  const rows = left.rows.map((row, index) =>
    row.map((value, column) => join(value, right.rows[index]?.[column] ?? Number.NaN)),
  );
  return { ...left, rows, aggregated: true };
}
