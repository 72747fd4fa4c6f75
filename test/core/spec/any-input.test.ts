/** For any bytes at all: no exception, and every problem stands inside its file. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse, type TestFile } from './spec-files.ts';

const PIECES = [
  'apiVersion: thermostat/v1\n',
  'kind: AutoScalingGroup\n',
  'kind: HeatStack\n',
  'kind: Deleted\n',
  'metadata: {name: a}\n',
  'spec:\n',
  '  size: {min: 1, max: 2}\n',
  '  template: b.yaml\n',
  '  environment: [b.yaml]\n',
  '  server:\n',
  '    image: x\n',
  'heat_template_version: 2018-08-31\n',
  'AWSTemplateFormatVersion: 2010-09-09\n',
  'resources:\n',
  'Resources: {a: {Type: b.yaml}}\n',
  '  g:\n',
  '    type: b.yaml\n',
  '    type: OS::Heat::AutoScalingGroup\n',
  '    properties: {resource: {type: a.yaml}}\n',
  'parameters: {p: {type: string}}\n',
  'x: {get_file: a.yaml}\n',
  'x: {get_param: [p, 1]}\n',
  '&a ',
  '*a ',
  '<<: *a\n',
  '- ',
  '? ',
  ': ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '|\n',
  '>\n',
  '#',
  '!!str ',
  '!x ',
  '---\n',
  '...\n',
  '\n',
  '\t',
  '  ',
  '\u0000',
  '\uFEFF',
  'é',
  '😀',
  '\r\n',
  '1e999',
  '0x',
  '__proto__: 1\n',
  'constructor: 1\n',
  '~',
  ',',
  '%YAML 1.1\n',
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join(''));
const file: fc.Arbitrary<TestFile> = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.json() },
);

it('any two files are answered, with problems that stand inside them', () => {
  fc.assert(
    fc.property(file, file, (a, b) => {
      const files: Record<string, TestFile> = { 'a.yaml': a, 'b.yaml': b };
      const { specs, problems } = parse(files);
      for (const { file: path, line, column, message } of problems) {
        const lines = textOf(files[path]).split('\n');
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 2);
        expect(message).not.toMatch(/[\p{Cc}]|undefined|\[object|\.$/u);
      }
      expect(specs.length + problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 500, seed: 20251 },
  );
});

it('the same files give the same answer', () => {
  fc.assert(
    fc.property(text, (a) => {
      expect(JSON.stringify(parse({ 'a.yaml': a }))).toBe(JSON.stringify(parse({ 'a.yaml': a })));
    }),
    { numRuns: 100, seed: 20251 },
  );
});

function textOf(file: TestFile | undefined): string {
  if (file instanceof Uint8Array) return new TextDecoder().decode(file);
  return typeof file === 'string' ? file : '';
}
