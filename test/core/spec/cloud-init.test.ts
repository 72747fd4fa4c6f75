/** User data that is wrong is refused at the line that has it, with what would be right; what is right passes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { checkCloudConfig } from '../../../src/core/spec/cloud-init/cloud-config.ts';
import { readCloudConfigYaml } from '../../../src/core/spec/cloud-init/cloud-config-yaml.ts';
import { fileContent } from '../../../src/core/spec/cloud-init/content.ts';
import { CLOUD_CONFIG_SCHEMA } from '../../../src/generated/cloud-config-schema.ts';
import type { Finding } from '../../../src/model/problem.ts';
import { corpus, isCloudConfig } from './cloud-init/corpus.ts';
import { group, parse, type TestFile } from './spec-files.ts';

const SERVER = { image: 'i', flavor: 'f', networks: ['n'] };
const GOLDEN: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'cloud-init', 'bad.golden.json'), 'utf8'),
);

function read(cloudInit: unknown, others: Readonly<Record<string, TestFile>> = {}) {
  const parsed = parse({ 'a.yaml': group({ server: { ...SERVER, cloudInit } }) }, others);
  const findings: readonly Finding[] = parsed.specs.flatMap((spec) =>
    spec.kind === 'AutoScalingGroup' ? spec.findings : [],
  );
  return {
    problems: parsed.problems.map(
      ({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`,
    ),
    findings: findings.map(
      ({ severity, source, message }) => `${severity} ${source?.file}:${source?.line}: ${message}`,
    ),
    spec: parsed.specs[0],
  };
}

const readFileAlone = (text: string) => read({ file: 'u' }, { u: text });

describe('the corpus', () => {
  it.each(corpus('good'))('$name is right', ({ text }) => {
    expect(readFileAlone(text).problems).toEqual([]);
  });

  it.each(corpus('bad'))('$name is refused for what is wrong with it', ({ name, text }) => {
    expect(readFileAlone(text).problems.map((line) => line.replace(/^u:/, ''))).toEqual(GOLDEN[name]);
  });

  it('shows no secret in any message', () => {
    expect(JSON.stringify(GOLDEN)).not.toMatch(/winter-2026|hvs\.|abcdef0123456789|abcdEFGH/);
  });

  it.each([
    ['under a key that takes a mapping', '#cloud-config\nntp: hunter2secret\n'],
    ['under a key that takes true or false', '#cloud-config\npackage_update: hunter2secret\n'],
    ['under a key that takes one of some words', '#cloud-config\npower_state: { mode: hunter2secret }\n'],
    ['under a key that takes a list', '#cloud-config\npackages: hunter2secret\n'],
    ['as a number', '#cloud-config\nhostname: 20022002\n'],
    ['as a number that is too small', '#cloud-config\npower_state: { mode: halt, delay: -20022002 }\n'],
    ['as a first line', 'hunter2secret\n'],
    ['behind the sign of a comment', '# hunter2secret\n'],
    ['behind a mistyped header', '#cloud-confg hunter2secret\n'],
  ])('shows no secret that stands %s', (_, text) => {
    const { problems } = readFileAlone(text);
    expect(problems).not.toEqual([]);
    expect(problems.join()).not.toMatch(/hunter2|2002/);
  });

  it('shows nothing of user data that is written as a mapping or in the wrong place', () => {
    for (const cloudInit of [
      'hunter2secret',
      { inline: { password: 'hunter2secret' } },
      { inline: 20022002 },
      { parts: 'hunter2secret' },
      { parts: ['hunter2secret'] },
      { parts: [{ inline: ['hunter2secret'] }] },
    ]) {
      const { problems } = read(cloudInit);
      expect(problems).toEqual([
        expect.stringMatching(/ is (?:text|a number|a list|a mapping of keys to values); it must be /),
      ]);
      expect(problems.join()).not.toMatch(/hunter2|2002/);
    }
  });

  it('is judged by us as by Ajv', () => {
    const ajv = new Ajv2020.default({ strict: false, formats: { date: true } });
    const validate = ajv.compile(JSON.parse(CLOUD_CONFIG_SCHEMA));
    // what JSON can't tell, Ajv can't either: a date, and 3.0 from 3; and its formats are not ours
    const told = (name: string) => !/(?:date|float)/.test(name);
    const files = [...corpus('good'), ...corpus('bad')].filter(
      ({ name, text }) => isCloudConfig(text) && told(name),
    );
    const readable = files.flatMap(({ name, text }) => {
      const { yaml, problems } = readCloudConfigYaml(fileContent(name, text));
      return yaml === null || problems.length > 0 || yaml.value === null
        ? []
        : [{ name, text, value: yaml.value }];
    });
    expect(readable.length).toBeGreaterThan(40);
    const ours = readable.map(({ name, text }) => [
      name,
      checkCloudConfig(fileContent(name, text)).problems.length === 0,
    ]);
    expect(ours).toEqual(
      readable.map(({ name, value }) => [
        name,
        typeof value === 'object' && !Array.isArray(value) && validate(value),
      ]),
    );
  });
});

describe('a place', () => {
  const spec = (scalar: string) => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: {name: web}
spec:
  size: {min: 1, max: 2}
  server:
    image: i
    flavor: f
    networks: [n]
    cloudInit:
      inline: ${scalar}
`;
  const places = (text: string) =>
    parse({ 'a.yaml': text }).problems.map(({ line, column }) => `${line}:${column}`);
  const lines = ['#cloud-config', '', 'packages:', '  - 5'];
  const block = (indent: string) => lines.map((line) => (line === '' ? '' : indent + line)).join('\n');

  it.each([
    ['|', '        ', '15:13'],
    ['|-', '       ', '15:12'],
    ['| # of the web servers', '        ', '15:13'],
    ['|2+', '        ', '15:13'],
  ])('in a block %j of the spec is that of the line itself', (header, indent, place) => {
    expect(places(spec(`${header}\n${block(indent)}`))).toEqual([place]);
  });

  it('in CR LF text is the same', () => {
    expect(places(spec(`|\n${block('        ')}`).replaceAll('\n', '\r\n'))).toEqual(['15:13']);
  });

  it.each([['"#cloud-config\\npackages: [5]"'], ['>\n        #cloud-config\n\n        packages: [5]']])(
    'in another scalar is that of the scalar',
    (scalar) => {
      expect(places(spec(scalar))).toEqual(['11:15']);
    },
  );
});

describe('several parts', () => {
  const parts = [{ file: 'base.yaml' }, { inline: '#!/bin/sh\necho\n', type: 'text/x-shellscript-per-boot' }];

  it('become one message, the same bytes each time', () => {
    const others = { 'base.yaml': '#cloud-config\npackages: [nginx]\n' };
    const userData = () => {
      const { spec } = read({ parts }, others);
      return spec?.kind === 'AutoScalingGroup' ? spec.server.userData : null;
    };
    expect(userData()).toBe(userData());
    expect(
      userData(),
    ).toBe(`Content-Type: multipart/mixed; boundary="thermostat-29dab4f630b9b925a7b34335f664d56a"
MIME-Version: 1.0

--thermostat-29dab4f630b9b925a7b34335f664d56a
Content-Type: text/cloud-config; charset="us-ascii"
MIME-Version: 1.0
Content-Transfer-Encoding: 7bit
Content-Disposition: attachment; filename="part-001-base.yaml"

#cloud-config
packages: [nginx]

--thermostat-29dab4f630b9b925a7b34335f664d56a
Content-Type: text/x-shellscript-per-boot; charset="us-ascii"
MIME-Version: 1.0
Content-Transfer-Encoding: 7bit
Content-Disposition: attachment; filename="part-002"

#!/bin/sh
echo

--thermostat-29dab4f630b9b925a7b34335f664d56a--
`);
  });

  it('are checked each in its own file', () => {
    const others = { 'base.yaml': '#cloud-config\npackages: nginx\n', 'b.sh': 'echo\n' };
    expect(
      read({ parts: [{ file: 'base.yaml' }, { file: 'b.sh', type: 'text/x-shellscript' }] }, others).problems,
    ).toEqual([
      'b.sh:1:1: the script names no interpreter, so it would not be run; its first line must be such as #!/bin/sh',
      'base.yaml:2:11: packages is text; it must be a list',
    ]);
  });

  it('that replace each other are reported', () => {
    const others = {
      a: '#cloud-config\nruncmd: [echo a]\n',
      b: '#cloud-config\nhostname: h\nruncmd: [echo b]\n',
    };
    expect(read({ parts: [{ file: 'a' }, { file: 'b' }] }, others).findings).toEqual([
      'warn b:3: "runcmd" replaces that of an earlier part, which is lost; write both into one part, or add merge_how',
    ]);
    const merged = { ...others, b: `${others.b}merge_how: list(append)+dict(recurse_list)\n` };
    expect(read({ parts: [{ file: 'a' }, { file: 'b' }] }, merged).findings).toEqual([]);
  });

  it('are measured together', () => {
    const long = (bytes: number) => `#!/bin/sh\n${'x'.repeat(bytes - 10)}`;
    const two = [{ file: 'a' }, { file: 'b' }];
    expect(read({ parts: two }, { a: long(30_000), b: long(20_000) }).problems).toEqual([
      expect.stringMatching(
        /^a\.yaml:1:\d+: the user data has 50\d\d\d bytes \(a 30000 and b 20000\); Nova takes 49149, load the rest from the server itself$/,
      ),
    ]);
    expect(read({ parts: two }, { a: long(30_000), b: long(10_000) }).findings).toEqual([
      expect.stringMatching(
        /the user data has 40\d\d\d bytes \(a 30000 and b 10000\), 82 % of the 49149 that Nova takes$/,
      ),
    ]);
    expect(read({ parts: two }, { a: long(30_000), b: long(8_000) }).findings).toEqual([]);
  });

  it.each([
    [
      { parts: [] },
      'spec.server.cloudInit.parts is empty; it needs at least one: several files or texts, sent as one MIME message',
    ],
    [
      { parts: [{ file: 'a', inline: 'b' }] },
      'spec.server.cloudInit.parts[0] needs exactly one of file and inline',
    ],
    [
      { parts: [{ type: 'text/cloud-config' }] },
      'spec.server.cloudInit.parts[0] needs exactly one of file and inline',
    ],
    [{ allowSecrets: [] }, 'spec.server.cloudInit needs exactly one of file, inline and parts'],
    [
      { parts: [{ inline: 'a', type: 'text/cloud-confg' }] },
      'spec.server.cloudInit.parts[0].type is "text/cloud-confg"; did you mean "text/cloud-config"?',
    ],
  ])('are refused: %j', (cloudInit, message) => {
    expect(read(cloudInit).problems.map((line) => line.replace(/^\S+ /, ''))).toEqual([message]);
  });

  it('of a compressed file are refused in words', () => {
    expect(read({ file: 'u' }, { u: new Uint8Array([0x1f, 0x8b, 8, 0]) }).problems).toEqual([
      'u:1:1: the file is compressed by gzip, which a template cannot carry; name the uncompressed file',
    ]);
  });
});

describe('a secret', () => {
  const text = '#!/bin/sh\nexport DB_PASSWORD=winter-2026\n';

  it('is refused, and never shown', () => {
    const { problems } = readFileAlone(text);
    expect(problems).toEqual([
      'u:2:8: a secret stands here in plain text ("DB_PASSWORD"), readable with the repository, the stack or the server\'s metadata; let the server fetch it at its boot, from Barbican or Vault, or name it in cloudInit.allowSecrets, with a reason',
    ]);
  });

  it('may stand there when the spec says so, with its reason in the plan', () => {
    const allowSecrets = [
      { name: 'DB_PASSWORD', reason: 'laboratory only' },
      { name: 'DB_PASWORD', reason: 'mistyped' },
    ];
    const { problems, findings } = read({ file: 'u', allowSecrets }, { u: text });
    expect(problems).toEqual([]);
    expect(findings).toEqual([
      'warn u:2: the user data holds a secret in plain text ("DB_PASSWORD"), permitted: laboratory only',
      'warn a.yaml:1: cloudInit.allowSecrets permits "DB_PASWORD", which stands nowhere in the user data; did you mean "DB_PASSWORD"?',
    ]);
  });

  it.each([
    ['a number too large', 'password: 123456789012345678901234567890'],
    ['a first line', 'DB_PASSWORD=winter-2026'],
    ['a merge of text', 'users:\n  - {name: a, <<: winter-2026}'],
    ['a list for text', 'users:\n  - {name: a, plain_text_passwd: [winter-2026]}'],
    ['a password that is no text', 'users:\n  - {name: a, plain_text_passwd: 20262026}'],
  ])('is not shown by %s', (_name, body) => {
    const header = body.startsWith('DB_') ? '' : '#cloud-config\n';
    const { problems } = readFileAlone(header + body);
    expect(problems).not.toEqual([]);
    expect(problems.join()).not.toMatch(/winter|2026|12345/);
  });
});
