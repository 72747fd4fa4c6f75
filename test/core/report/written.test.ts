import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lazily } from '../../../src/core/report/document.ts';
import { written } from '../../../src/core/report/written.ts';

it('writes any document byte for byte as JSON.stringify does', () => {
  const documents = fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())));
  fc.assert(
    fc.property(documents, (document) => {
      expect(written(document)).toBe(`${JSON.stringify(document, null, 2)}\n`);
    }),
  );
});

it('leaves out what is undefined, and writes a list that is made on the way like any other', () => {
  const made = lazily([1, 2], (number) => ({ number, text: 'a\nb' }));
  expect(written({ made, none: undefined, nothing: lazily([], String) })).toBe(
    `${JSON.stringify({ made: [...made], nothing: [] }, null, 2)}\n`,
  );
});
