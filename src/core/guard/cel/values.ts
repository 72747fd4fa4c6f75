/** Plain data to the values of an expression, its results to text. */
import { type CelInput, type CelValue, isCelList, isCelMap } from './library.ts';

/** Plain data to CEL: whole numbers become its `int`, so that one can count and multiply with them; all others its `double`. */
export function celInput(value: unknown): CelInput {
  switch (typeof value) {
    case 'number':
      return Number.isSafeInteger(value) ? BigInt(value) : value;
    case 'string':
    case 'boolean':
      return value;
    case 'object':
      if (value === null) return null;
      if (Array.isArray(value)) return value.map(celInput);
      return new Map(Object.entries(value).map(([key, item]) => [key, celInput(item)]));
    default:
      throw new Error(`a fact is ${typeof value}, which is no plain data`);
  }
}

const LONGEST = 500;

/** As a sentence shows it: lists with commas, at most 500 characters. */
export function shown(value: CelValue): string {
  const text = written(value, 0);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

function written(value: CelValue, depth: number): string {
  if (typeof value === 'string') return value;
  if (value === null) return 'nothing';
  if (depth > 3) return '…';
  if (isCelList(value)) return limited(value, (item) => written(item, depth + 1)).join(', ');
  if (isCelMap(value))
    return limited(value.entries(), ([key, item]) => `${String(key)}: ${written(item, depth + 1)}`).join(
      ', ',
    );
  return typeof value === 'object' ? 'a value that has no text' : String(value);
}

/** More would be cut off anyway. */
const MOST = 50;

function limited<Item>(items: Iterable<Item>, text: (item: Item) => string): readonly string[] {
  const texts: string[] = [];
  for (const item of items) {
    if (texts.length === MOST) return [...texts, '…'];
    texts.push(text(item));
  }
  return texts;
}
