/** Holds the paths of an expression against the schema of what it sees: a misspelt key is found before anything is evaluated. */
import { list } from '../../spec/quote.ts';
import { hint } from '../../spec/suggest.ts';
import { isFunction } from './environment.ts';
import type { Expr } from './library.ts';
import { childrenOf } from './metered.ts';

/** A JSON Schema as far as it is looked at; undefined = anything may stand there. */
export interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: boolean | Shape;
  readonly items?: Shape;
}

/** Shapes of the variables by name. */
export type KnownPaths = Readonly<Record<string, Shape>>;

export interface WrongPath {
  readonly id: bigint;
  readonly message: string;
}

export function wrongPaths(expr: Expr, known: KnownPaths): readonly WrongPath[] {
  const walk = new Walk();
  walk.shapeOf(expr, new Map(Object.entries(known)));
  return walk.wrong;
}

type Scope = ReadonlyMap<string, Shape | undefined>;

class Walk {
  readonly wrong: WrongPath[] = [];
  readonly #seen = new Map<Expr, Shape | undefined>();

  shapeOf(expr: Expr | undefined, scope: Scope): Shape | undefined {
    const shape = this.#shapeOf(expr, scope);
    if (expr) this.#seen.set(expr, shape);
    return shape;
  }

  #shapeOf(expr: Expr | undefined, scope: Scope): Shape | undefined {
    switch (expr?.exprKind.case) {
      case 'identExpr':
        return this.#variable(expr.exprKind.value.name, expr.id, scope);
      case 'selectExpr': {
        const { operand, field } = expr.exprKind.value;
        return this.#below(this.shapeOf(operand, scope), field, expr.id);
      }
      case 'callExpr':
        return this.#call(expr, scope);
      case 'comprehensionExpr': {
        const { iterVar, iterRange, accuVar, accuInit, loopCondition, loopStep, result } =
          expr.exprKind.value;
        const range = this.shapeOf(iterRange, scope);
        this.shapeOf(accuInit, scope);
        const inside = new Map(scope).set(accuVar, undefined).set(iterVar, range?.items);
        for (const part of [loopCondition, result]) this.shapeOf(part, inside);
        return this.#gathered(loopStep, inside);
      }
      default:
        if (expr) for (const child of childrenOf(expr)) this.shapeOf(child, scope);
        return undefined;
    }
  }

  #variable(name: string, id: bigint, scope: Scope): Shape | undefined {
    if (!scope.has(name) && !TYPES.has(name)) {
      const names = [...scope.keys()].filter((one) => !one.startsWith('@'));
      this.wrong.push({ id, message: `there is no ${name}${hint(name, names, `there are ${list(names)}`)}` });
    }
    return scope.get(name);
  }

  #below(shape: Shape | undefined, field: string, id: bigint): Shape | undefined {
    const { properties, additionalProperties } = shape ?? {};
    if (properties === undefined) {
      return typeof additionalProperties === 'object' ? additionalProperties : undefined;
    }
    if (Object.hasOwn(properties, field)) return properties[field];
    const names = Object.keys(properties);
    this.wrong.push({
      id,
      message: `there is no key ${field} here${hint(field, names, `there are ${list(names)}`)}`,
    });
    return undefined;
  }

  /** What `map` and `filter` give: a list of what they gather; the other macros give no list. */
  #gathered(step: Expr | undefined, scope: Scope): Shape | undefined {
    this.shapeOf(step, scope);
    const [item] = gatheredItems(step);
    const items = item && this.#seen.get(item);
    return items && { items };
  }

  #call(expr: Expr, scope: Scope): Shape | undefined {
    if (expr.exprKind.case !== 'callExpr') return undefined;
    const { function: name, target, args } = expr.exprKind.value;
    if (!isFunction(name)) this.wrong.push({ id: expr.id, message: `there is no function ${name}` });
    const shapes = [target, ...args].map((one) => this.shapeOf(one, scope));
    if (name !== '_[_]') return undefined;
    const [, key] = args;
    const text = key?.exprKind.case === 'constExpr' ? key.exprKind.value.constantKind : undefined;
    if (text?.case === 'stringValue') return this.#below(shapes[1], text.value, expr.id);
    return shapes[1]?.items;
  }
}

/** `@result + [item]`, perhaps on one side of a condition. */
function gatheredItems(step: Expr | undefined): readonly Expr[] {
  if (step?.exprKind.case !== 'callExpr') return [];
  const { function: name, args } = step.exprKind.value;
  if (name === '_?_:_') return gatheredItems(args[1]);
  const second = name === '_+_' ? args[1]?.exprKind : undefined;
  return second?.case === 'listExpr' ? second.value.elements : [];
}

/** Names of CEL's own types, such as in `type(x) == string`. */
const TYPES: ReadonlySet<string> = new Set([
  'bool',
  'bytes',
  'double',
  'int',
  'list',
  'map',
  'null_type',
  'string',
  'type',
  'uint',
]);
