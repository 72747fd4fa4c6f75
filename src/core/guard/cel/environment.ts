/** The functions that expressions may call: CEL's own, a few for text, each under the meter. */
import { strings } from '@bufbuild/cel/ext';
import { RE2JS } from '@bufbuild/re2';
import {
  type CelEnv,
  type CelList,
  CelScalar,
  type CelValue,
  celEnv,
  celFunc,
  celList,
  celMethod,
  listType,
} from './library.ts';
import { Meter } from './meter.ts';
import { APPEND, MADE, TICK, WEIGH } from './metered.ts';

const { BOOL, DYN, INT, STRING } = CelScalar;
const LIST = listType(DYN);

/** Of CEL's extension for text those that make nothing larger than they got. */
const TEXT: ReadonlySet<string> = new Set(['join', 'lowerAscii', 'upperAscii', 'trim', 'substring']);

export interface Metered {
  readonly env: CelEnv;
  /** What runs inside is counted by this meter. */
  readonly use: <Result>(meter: Meter, work: () => Result) => Result;
}

function metered(): Metered {
  let meter = new Meter(0);
  const gathered = new WeakMap<object, CelValue[]>();
  const env = celEnv({
    funcs: [
      ...strings.filter(({ name }) => TEXT.has(name)),
      celFunc(TICK, [DYN, INT], DYN, (condition, nodes) => {
        meter.spend(Number(nodes));
        return condition;
      }),
      celFunc(WEIGH, [DYN], DYN, (value) => {
        meter.weigh(value);
        return value;
      }),
      celFunc(MADE, [DYN], DYN, (value) => {
        meter.made(value);
        return value;
      }),
      celFunc(APPEND, [LIST, LIST], LIST, (list, more) => append(gathered, list, more)),
      celMethod('matches', STRING, [STRING], BOOL, function (pattern) {
        meter.spend(regularExpressionSteps(pattern, this));
        return RE2JS.compile(pattern).test(this);
      }),
    ],
  });
  return {
    env,
    use: (given, work) => {
      meter = given;
      return work();
    },
  };
}

/** The library's own lists nest with every item; what a macro gathers is nobody else's and may simply grow. */
function append(gathered: WeakMap<object, CelValue[]>, list: CelList, more: CelList): CelList {
  const items = gathered.get(list);
  if (items) {
    items.push(...more);
    return list;
  }
  const first = [...list, ...more];
  const made = celList(first);
  gathered.set(made, first);
  return made;
}

/** RE2 takes time in proportion to text times pattern, with counted repetitions written out. */
function regularExpressionSteps(pattern: string, text: string): number {
  const counts = [...pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].map(([, least, most]) =>
    Number(most || least),
  );
  const size = pattern.length * Math.max(1, ...counts.map((count) => Math.min(count, 1_000)));
  return 1 + Math.ceil((size * (text.length + 20)) / 50);
}

/** Whether an expression may call it. */
export function isFunction(name: string): boolean {
  return ENVIRONMENT.env.funcs.find(name) !== undefined || OPERATORS.has(name);
}

/** One for all expressions: making it takes longer than most of them. */
export const ENVIRONMENT: Metered = metered();

/** Those that the library evaluates without a function. */
const OPERATORS: ReadonlySet<string> = new Set([
  '_?_:_',
  '_&&_',
  '_||_',
  '_[_]',
  '@not_strictly_false',
  '__not_strictly_false__',
]);
