/** Bytes of a file to text: UTF-8 only, with the place of the first byte or character that can't be. */

export type Decoded =
  | { readonly state: 'text'; readonly text: string }
  | { readonly state: 'refused'; readonly line: number; readonly column: number; readonly message: string };

const SAVE_AS_UTF8 = 'save the file as UTF-8';

/** UTF-8 text of any kind, unchanged (a byte order mark stays). */
export function decodeText(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    return { state: 'refused', line: 1, column: 1, message: `the file is UTF-16; ${SAVE_AS_UTF8}` };
  }
  if (startsWith(bytes, [0x1f, 0x8b])) {
    const message =
      'the file is compressed by gzip, which a template cannot carry; name the uncompressed file';
    return { state: 'refused', line: 1, column: 1, message };
  }
  const text = utf8(bytes);
  if (text !== null) return { state: 'text', text };
  const good = utf8(bytes.subarray(0, validPrefix(bytes)), true) ?? '';
  // a character that is cut short is only seen at the byte behind it
  const first = bytes[new TextEncoder().encode(good).length] ?? 0;
  const byte = `0x${first.toString(16).padStart(2, '0')}`;
  return {
    state: 'refused',
    ...placeAfter(good),
    message: `the byte ${byte} is not UTF-8; ${SAVE_AS_UTF8}`,
  };
}

/** Text that is to be read as YAML or JSON: the byte order mark is gone, control characters are refused. */
export function decodeYaml(bytes: Uint8Array): Decoded {
  const decoded = decodeText(bytes);
  if (decoded.state === 'refused') return decoded;
  const text = decoded.text.startsWith('\uFEFF') ? decoded.text.slice(1) : decoded.text;
  const bad = UNREADABLE.exec(text);
  if (bad === null) return { state: 'text', text };
  return { state: 'refused', ...placeAfter(text.slice(0, bad.index)), message: unreadable(bad[0]) };
}

// yaml/reader.py Reader.NON_PRINTABLE; a lone CR, NEL, LS and PS are line breaks for PyYAML and not for YAML 1.2.
const UNREADABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]|\r(?!\n)/u;

function unreadable(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  if (character === '\r') return 'a carriage return stands alone here; end lines with LF or CR LF';
  if (code === '0000') return `the character U+0000 can't stand in YAML; ${SAVE_AS_UTF8} without NUL bytes`;
  return `the character U+${code} can't stand in YAML; remove it or write it as an escape in double quotes`;
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

function utf8(bytes: Uint8Array, incomplete = false): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: incomplete });
  } catch {
    return null;
  }
}

/** Length of the longest beginning that is UTF-8, by halving. */
function validPrefix(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (utf8(bytes.subarray(0, middle), true) === null) bad = middle;
    else good = middle;
  }
  return good;
}

function placeAfter(text: string): { line: number; column: number } {
  const start = text.lastIndexOf('\n') + 1;
  return { line: text.split('\n').length, column: text.length - start + 1 };
}
