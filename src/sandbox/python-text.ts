// How Python writes values where a service passes its own text on.

import { isObject } from './json.ts';

/** json.dumps: a blank after every comma and colon, nothing beyond ASCII. */
export function pythonJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`;
  if (isObject(value)) {
    const fields = Object.entries(value).map(([key, one]) => `${asciiText(key)}: ${pythonJson(one)}`);
    return `{${fields.join(', ')}}`;
  }
  return typeof value === 'string' ? asciiText(value) : (JSON.stringify(value) ?? 'null');
}

function asciiText(text: string): string {
  return JSON.stringify(text).replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** str() of a float: `15.0`, `1e+16`. */
export function pythonFloat(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return `${value}.0`;
  return String(value).replace(
    /e([+-]?)(\d)$/,
    (_, sign: string, digit: string) => `e${sign || '+'}0${digit}`,
  );
}

export function pythonList(texts: readonly string[]): string {
  return `[${texts.map((one) => `'${one}'`).join(', ')}]`;
}
