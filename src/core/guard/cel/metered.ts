/** Puts the meter into a parsed expression: at every turn of a loop, and wherever a value grows or is walked through. */
import type { Expr } from './library.ts';

/** `@` begins no name that a user can write. */
export const TICK = '@tick';
export const WEIGH = '@weigh';
export const MADE = '@made';
export const APPEND = '@append';
/** The name that macros give to what a loop gathers. */
export const GATHERED = '@result';

/** Functions whose work grows with the whole of their arguments. */
const WALKING: ReadonlySet<string> = new Set(['_==_', '_!=_', '@in', '_in_', 'join', 'string']);

/** Changes the expression in place: the library's messages are plain objects of its parser. */
export function putMeterInto(expr: Expr | undefined): void {
  for (const child of childrenOf(expr)) putMeterInto(child);
  if (expr?.exprKind.case === 'comprehensionExpr') {
    const loop = expr.exprKind.value;
    if (!loop.loopCondition) return;
    const nodes = countNodes(loop.loopCondition) + countNodes(loop.loopStep);
    loop.loopCondition = call(TICK, [loop.loopCondition, constant(BigInt(nodes))]);
  } else if (expr?.exprKind.case === 'callExpr') {
    const { value } = expr.exprKind;
    const [first, second] = value.args;
    if (value.function === '_+_') {
      const gathers =
        first?.exprKind.case === 'identExpr' &&
        first.exprKind.value.name === GATHERED &&
        second?.exprKind.case === 'listExpr';
      if (gathers) value.function = APPEND;
      else expr.exprKind = call(MADE, [{ ...expr }]).exprKind;
    } else if (WALKING.has(value.function)) {
      value.args = value.args.map((argument) => call(WEIGH, [argument]));
      if (value.target) value.target = call(WEIGH, [value.target]);
    }
  }
}

export function childrenOf(expr: Expr | undefined): readonly Expr[] {
  const all = ((): readonly (Expr | undefined)[] => {
    switch (expr?.exprKind.case) {
      case 'selectExpr':
        return [expr.exprKind.value.operand];
      case 'callExpr':
        return [expr.exprKind.value.target, ...expr.exprKind.value.args];
      case 'listExpr':
        return expr.exprKind.value.elements;
      case 'structExpr':
        return expr.exprKind.value.entries.flatMap(({ keyKind, value }) =>
          keyKind.case === 'mapKey' ? [keyKind.value, value] : [value],
        );
      case 'comprehensionExpr': {
        const { iterRange, accuInit, loopCondition, loopStep, result } = expr.exprKind.value;
        return [iterRange, accuInit, loopCondition, loopStep, result];
      }
      default:
        return [];
    }
  })();
  return all.filter((child) => child !== undefined);
}

export function countNodes(expr: Expr | undefined): number {
  return expr === undefined ? 0 : childrenOf(expr).reduce((sum, child) => sum + countNodes(child), 1);
}

function call(name: string, args: Expr[]): Expr {
  return {
    $typeName: 'cel.expr.Expr',
    id: args[0]?.id ?? 0n,
    exprKind: { case: 'callExpr', value: { $typeName: 'cel.expr.Expr.Call', function: name, args } },
  };
}

function constant(value: bigint): Expr {
  return {
    $typeName: 'cel.expr.Expr',
    id: 0n,
    exprKind: {
      case: 'constExpr',
      value: { $typeName: 'cel.expr.Constant', constantKind: { case: 'int64Value', value } },
    },
  };
}
