/** For any text as user data: no exception, every place inside its file, and no time that grows with its square. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { group, parse } from './spec-files.ts';

const PIECES = [
  ...['#cloud-config\n', '#cloud-config-archive\n', '#cloud-config-jsonp\n', '#!/bin/sh\n', '#include\n'],
  ...[
    '## template: jinja\n',
    'Content-Type: multipart/mixed; boundary="b"\n',
    'MIME-Version: 1.0\n',
    '\n--b\n',
    '--b--\n',
  ],
  ...[
    'Content-Type: text/cloud-config\n',
    'Content-Type: text/plain\n',
    'Content-Transfer-Encoding: base64\n',
    '\n',
  ],
  ...[
    'runcmd:\n',
    'users:\n',
    'packages: ',
    'write_files:\n',
    '  - path: /a\n',
    '    content: |\n',
    '      x\n',
    '- ',
  ],
  ...[
    '- content: |\n    #cloud-config\n    packages: 1\n',
    'password: ',
    'winter-2026\n',
    '{{ a }}',
    '{%',
    '%}',
    '{#',
    '}}',
  ],
  ...[
    '&a ',
    '*a ',
    '<<: *a\n',
    '!!binary ',
    '!!str ',
    '2030-01-01',
    '3.0',
    '0644',
    ': ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
  ],
  ...[
    '|\n',
    '>\n',
    '\t',
    '  ',
    '\r\n',
    '\u0000',
    '\uFEFF',
    'é',
    '😀',
    '__proto__: 1\n',
    'constructor: 1\n',
    'toString: {}\n',
  ],
];

const anyText = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));
const SERVER = { image: 'i', flavor: 'f', networks: ['n'] };

function check(cloudInit: unknown, file = '') {
  return parse({ 'a.yaml': group({ server: { ...SERVER, cloudInit } }) }, { u: file });
}

it('any text is answered, with problems that stand inside it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const lines = text.split('\n');
      for (const { file, line, column } of check({ file: 'u' }, text).problems) {
        if (file !== 'u') continue;
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
      }
    }),
    { numRuns: 1500, seed: 20251 },
  );
});

it('any parts are composed the same each time, or refused', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 4 }), (texts) => {
      const parts = texts.map((inline) => ({ inline, type: 'text/cloud-boothook' }));
      expect(check({ parts })).toEqual(check({ parts }));
    }),
    { numRuns: 200, seed: 20251 },
  );
});

it.each([
  ['entries of an archive', `#cloud-config-archive\n${'- |\n  #!/bin/sh\n'.repeat(60_000)}`],
  [
    'parts of a message',
    `MIME-Version: 1.0\nContent-Type: multipart/x; boundary=b\n\n${'--b\n\n'.repeat(150_000)}--b--\n`,
  ],
  [
    'unknown keys',
    `#cloud-config\n${Array.from({ length: 60_000 }, (_, index) => `packges${index}: 1\n`).join('')}`,
  ],
  ['openings of a template', `## template: jinja\n#cloud-config\na: ${'{{'.repeat(400_000)}\n}}\n`],
  ['expressions of a template', `## template: jinja\n#cloud-config\na: ${'{{a}}'.repeat(150_000)}\n`],
  ['URL-like words', `#!/bin/sh\n${'a.'.repeat(400_000)}`],
  ['words that open an assignment', `#!/bin/sh\n${'curl password'.repeat(60_000)}`],
  [
    'archives in archives',
    `#cloud-config-archive\n${Array.from({ length: 90 }, (_, depth) => `${'  '.repeat(depth)}- |\n${'  '.repeat(depth + 1)}#cloud-config-archive\n`).join('')}`,
  ],
  ['header lines', `MIME-Version: 1.0\n${'a: b\n c\n'.repeat(100_000)}\n`],
])('a megabyte of %s is answered', (_name, text) => {
  const { problems, specs } = check({ file: 'u' }, text);
  expect(problems.length + specs.length).toBeGreaterThan(0);
});
