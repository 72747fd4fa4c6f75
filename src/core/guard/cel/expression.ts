/** An expression of CEL, the Common Expression Language: read once, evaluated as often as one likes, bounded both times. */
import { ENVIRONMENT } from './environment.ts';
import { type CelInput, type CelValue, type Expr, isCelError, parse, plan } from './library.ts';
import type { Meter } from './meter.ts';
import { childrenOf, countNodes, putMeterInto } from './metered.ts';
import { type KnownPaths, wrongPaths } from './paths.ts';

export interface Expression {
  readonly evaluate: (facts: Readonly<Record<string, CelInput>>, meter: Meter) => Evaluated;
}

export type Evaluated =
  | { readonly ok: true; readonly value: CelValue }
  | { readonly ok: false; readonly message: string };

/** Line and column in the expression, from 1. */
export interface Mistake {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type ReadExpression =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export const MAX_LENGTH = 4_000;
const MAX_NODES = 1_000;
const MAX_DEPTH = 60;

export function readExpression(text: string, known: KnownPaths): ReadExpression {
  const parsed = parsedText(text);
  if ('message' in parsed) return { ok: false, mistakes: [parsed] };
  const { expr, placeOf } = parsed;
  const wrong = wrongPaths(expr, known).map(({ id, message }) => ({ ...placeOf(id), message }));
  if (wrong.length > 0) return { ok: false, mistakes: wrong };
  return { ok: true, expression: { evaluate: evaluator(expr, placeOf) } };
}

interface ParsedText {
  readonly expr: Expr;
  readonly placeOf: (id: bigint) => { readonly line: number; readonly column: number };
}

const START = { line: 1, column: 1 };

function parsedText(text: string): ParsedText | Mistake {
  if (text.length > MAX_LENGTH) {
    return { ...START, message: `it has ${text.length} characters; ${MAX_LENGTH} are the most` };
  }
  if (deepest(text) > MAX_DEPTH) return { ...START, message: TOO_DEEP };
  try {
    const { expr, sourceInfo } = parse(text);
    if (depthOf(expr) > 3 * MAX_DEPTH) return { ...START, message: TOO_DEEP };
    const nodes = countNodes(expr);
    if (nodes > MAX_NODES) {
      return { ...START, message: `it has ${nodes} parts; ${MAX_NODES} are the most` };
    }
    const positions = sourceInfo?.positions ?? {};
    return { expr, placeOf: (id) => placeAt(text, positions[String(id)] ?? 0) };
  } catch (error) {
    if (error instanceof RangeError) return { ...START, message: TOO_DEEP };
    return mistakeOf(error instanceof Error ? error.message : String(error));
  }
}

const TOO_DEEP = `it is nested more than ${MAX_DEPTH} levels deep`;

/** Brackets, before the parser goes down into them; those inside of texts count as well. */
function deepest(text: string): number {
  let depth = 0;
  let most = 0;
  for (const sign of text) {
    if ('([{'.includes(sign)) most = Math.max(most, ++depth);
    else if (')]}'.includes(sign)) depth -= 1;
  }
  return most;
}

function depthOf(expr: Expr): number {
  return 1 + Math.max(0, ...childrenOf(expr).map(depthOf));
}

/** The parser says `<input>:1:6: found ? but expecting end of input`. */
function mistakeOf(message: string): Mistake {
  const [, line = '1', column = '1', words = message] =
    /^<input>:(\d+):(\d+): ([\s\S]*)$/.exec(message) ?? [];
  return { line: Number(line), column: Number(column), message: words };
}

function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const blanks = /^\s*/.exec(text.slice(offset))?.[0].length ?? 0;
  const before = text.slice(0, offset + blanks).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function evaluator(expr: Expr, placeOf: ParsedText['placeOf']): Expression['evaluate'] {
  putMeterInto(expr);
  const { env, use } = ENVIRONMENT;
  const run = plan(env, expr);
  return (facts, meter) => {
    const value = use(meter, () => run(facts));
    if (meter.exhausted) return { ok: false, message: TOO_MUCH };
    if (!isCelError(value)) return { ok: true, value };
    if (value.message.includes('call stack')) return { ok: false, message: TOO_MUCH };
    const { line, column } = placeOf(value.exprId ?? 0n);
    const where = line > 1 ? `line ${line}, column ${column}` : `column ${column}`;
    return { ok: false, message: `${value.message} (at ${where} of the expression)` };
  };
}

const TOO_MUCH = 'it takes too much work (loops within loops, or values that grow)';
