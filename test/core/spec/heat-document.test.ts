/** Templates are read as Heat reads them: a table of documents with what PyYAML 6.0.2 made of each. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHeatDocument } from '../../../src/core/spec/heat-document.ts';
import type { Json } from '../../../src/model/json.ts';

type Row = readonly [text: string, outcome: 'value' | 'refused', value?: Json];

const TABLE: readonly Row[] = JSON.parse(
  readFileSync(new URL('./pyyaml/documents.golden.json', import.meta.url), 'utf8'),
);

/** Python has one key for 1 and True; nobody writes that on purpose. */
const KNOWN_DIFFERENT = ['yes: 1\nno: 2\n1: 3\n~: 4\n'];
/** Harmless: what arrives at Heat is JSON. */
const KNOWN_LAXER = ['a: "\\ud83d\\ude00"\n', 'k8: >\n    \t\n'];
/** PyYAML takes these; we say what to write instead. */
const KNOWN_STRICTER = [
  /second time/,
  /written with "\? "/,
  /tag "!"/,
  /number with a point as a key/,
  /a key is a list/,
  /bracket is opened/,
  /quote is opened/,
  /follows without a space/,
  /a tab indents/,
  /on the same line/,
  /can't be read as the tag/,
];

describe('a document in a template', () => {
  it('never has another value than Heat gives it', () => {
    const different = TABLE.filter(([text, outcome, value]) => {
      const { document } = read(text);
      return document !== null && outcome === 'value' && sorted(document.value) !== sorted(value ?? null);
    });
    expect(different.map(([text]) => text)).toEqual(KNOWN_DIFFERENT);
  });

  it('is refused where Heat would refuse it', () => {
    const taken = TABLE.filter(([text, outcome]) => outcome === 'refused' && read(text).document !== null);
    expect(taken.map(([text]) => text).filter((text) => !KNOWN_LAXER.includes(text))).toEqual([]);
  });

  it('is refused beyond that for known reasons only', () => {
    const refused = TABLE.filter(([, outcome, value]) => outcome === 'value' && isMapping(value)).flatMap(
      ([text]) =>
        read(text)
          .problems.slice(0, 1)
          .map(({ message }) => message),
    );
    expect(refused.filter((message) => !KNOWN_STRICTER.some((known) => known.test(message)))).toEqual([]);
  });

  it('may be JSON, with numbers as JSON has them', () => {
    const { document } = read('{"heat_template_version": "2013-05-23", "n": 1e5, "t": "1e5"}');
    expect(document?.value).toEqual({ heat_template_version: '2013-05-23', n: 100000, t: '1e5' });
  });
});

function read(text: string) {
  return readHeatDocument('t.yaml', text, 'template');
}

function isMapping(value: Json | undefined): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(value: Json): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    isMapping(item as Json) ? Object.fromEntries(Object.entries(item as object).sort()) : item,
  );
}
