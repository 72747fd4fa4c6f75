/** Plain JSON to the values of an expression, its results to text. */
import type { Json } from '../../../model/json.ts';
import { type CelInput, type CelValue, isCelList, isCelMap } from './library.ts';

/** Whole numbers become CEL's `int`, so that one can count and multiply with them; all others its `double`. */
export function celInput(value: Json): CelInput {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(celInput);
  return new Map(Object.entries(value).map(([key, item]) => [key, celInput(item)]));
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
