/** What a plain scalar of a YAML or JSON file means, or why it can't be taken. */

export type ScalarTag = 'null' | 'bool' | 'int' | 'float' | 'str';

export type ScalarReading =
  | { readonly tag: ScalarTag; readonly value: null | boolean | number | string }
  /** One clause that says what is so and what would be right. */
  | { readonly tag: 'refused'; readonly why: string };

/** Reads the text of a scalar without quotes. */
export type ScalarReader = (text: string) => ScalarReading;

/** A whole number, unless JavaScript can't hold it exactly. */
export function exactInteger(value: bigint): ScalarReading {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return { tag: 'int', value: number };
  return { tag: 'refused', why: 'is a number too large to be passed on exactly; put it in quotes' };
}

/** A finite number; infinity and NaN have no JSON form. */
export function finiteFloat(value: number): ScalarReading {
  if (Number.isFinite(value)) return { tag: 'float', value: value === 0 ? 0 : value };
  return { tag: 'refused', why: 'is no number that JSON knows; put it in quotes when text is meant' };
}
