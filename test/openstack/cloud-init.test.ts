/** Holds our reading of user data against cloud-init itself, as Debian packages it. */

import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkCloudConfig } from '../../src/core/spec/cloud-init/cloud-config.ts';
import { composeUserData, type UserDataPart } from '../../src/core/spec/cloud-init/compose.ts';
import { fileContent } from '../../src/core/spec/cloud-init/content.ts';
import { readMime } from '../../src/core/spec/cloud-init/mime-message.ts';
import { readyPart } from '../../src/core/spec/cloud-init/ready-script.ts';
import { CLOUD_INIT_VERSION } from '../../src/generated/cloud-config-schema.ts';
import { anyCloudConfigs } from '../core/spec/cloud-init/any-cloud-config.ts';
import { corpus, isCloudConfig, STRICTER } from '../core/spec/cloud-init/corpus.ts';

function cloudInit<T>(
  question: 'schema' | 'parts' | 'merged' | 'version',
  input: unknown,
): Record<string, T> {
  const script = fileURLToPath(new URL('cloud-init', import.meta.url));
  const options = { input: JSON.stringify(input), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  return JSON.parse(execFileSync(script, [question], { ...options, stdio: ['pipe', 'pipe', 'ignore'] }));
}

const named = (texts: readonly string[]) =>
  Object.fromEntries(texts.map((text, index) => [String(index), text]));

it('the schema was taken from the cloud-init that is asked here', () => {
  expect(cloudInit('version', {})).toEqual({ package: CLOUD_INIT_VERSION });
});

describe('the schema of cloud-init', () => {
  it('agrees with us on every cloud-config of the corpus', () => {
    const good = corpus('good').filter(({ text }) => isCloudConfig(text));
    const bad = corpus('bad').filter(({ text }) => isCloudConfig(text));
    const said = cloudInit<string | null>(
      'schema',
      Object.fromEntries([...good, ...bad].map(({ name, text }) => [name, text])),
    );
    const refused = Object.keys(said).filter((name) => said[name] !== null);
    expect(refused).toEqual(bad.map(({ name }) => name).filter((name) => !(name in STRICTER)));
  });

  it.each([1, 2, 3])('agrees with us on two thousand that are made up (%i)', (seed) => {
    const texts = anyCloudConfigs(2000, seed);
    const said = cloudInit<string | null>('schema', named(texts));
    const ours = texts.map((text) => checkCloudConfig(fileContent('u', text)).problems.length === 0);
    const differing = texts.filter((_text, index) => (said[String(index)] === null) !== ours[index]);
    expect(differing).toEqual([]);
    expect(new Set(ours)).toEqual(new Set([true, false]));
  });
});

describe('a composed message', () => {
  const mime = composeUserData([
    { text: '#cloud-config\nhostname: inner\n', type: null, name: 'inner.yaml' },
    { text: '#!/bin/sh\necho inner', type: null, name: null },
  ]);
  const parts: readonly UserDataPart[] = [
    { text: '#cloud-config\nhostname: web\n', type: null, name: 'a/web.yaml' },
    { text: '#cloud-config\nfinal_message: größer als 5 €\n', type: null, name: null },
    { text: '#!/bin/sh\necho no line end', type: 'text/x-shellscript-per-boot', name: 'boot.sh' },
    { text: '#!/bin/sh\n\n\necho --boundary\n\n', type: null, name: null },
    { text: '#!/bin/sh\r\necho CR LF\r\n', type: null, name: null },
    { text: `#!/bin/sh\n# ${'long '.repeat(300)}\nFrom here\n.\n`, type: null, name: null },
    { text: '## template: jinja\n#cloud-config\nhostname: {{ v1.region }}\n', type: null, name: null },
    readyPart('curl -fs http://localhost/größe'),
  ];

  it('is taken apart by cloud-init into the very same parts', () => {
    const said = cloudInit<[string, string, string][]>('parts', { all: composeUserData(parts) });
    expect(
      said['all']?.map(([type, name, text]) => [type, name, Buffer.from(text, 'base64').toString()]),
    ).toEqual([
      ['text/cloud-config', 'part-001-web.yaml', parts[0]?.text],
      ['text/cloud-config', 'part-002', parts[1]?.text],
      ['text/x-shellscript-per-boot', 'part-003-boot.sh', parts[2]?.text],
      ['text/x-shellscript', 'part-004', parts[3]?.text],
      ['text/x-shellscript', 'part-005', parts[4]?.text],
      ['text/x-shellscript', 'part-006', parts[5]?.text],
      ['text/jinja2', 'part-007', parts[6]?.text],
      ['text/x-shellscript', 'part-008-thermostat-ready', parts[7]?.text],
    ]);
  });

  it('may hold a message', () => {
    const text = composeUserData([{ text: mime, type: null, name: null }, readyPart(null)]);
    const said = cloudInit<[string, string, string][]>('parts', { all: text });
    expect(said['all']?.map(([type, name]) => [type, name])).toEqual([
      ['text/cloud-config', 'part-001-inner.yaml'],
      ['text/x-shellscript', 'part-002'],
      ['text/x-shellscript', 'part-002-thermostat-ready'],
    ]);
  });

  it.each(corpus('good').filter(({ text }) => /mime-version/i.test(text)))(
    '$name is read by us as by cloud-init',
    ({ text }) => {
      const said = cloudInit<[string, string, string][]>('parts', { text });
      const ours = readMime(fileContent('u', text)).parts.map(({ type, content }) => [type, content.text]);
      expect(said['text']?.map(([type, , body]) => [type, Buffer.from(body, 'base64').toString()])).toEqual(
        ours,
      );
    },
  );
});

it('a message loses what is neither ASCII nor encoded, whatever its head says', () => {
  const [bad] = corpus('bad').filter(({ name }) => name === 'bad/message-not-ascii.mime');
  const said = cloudInit<[string, string, string][]>('parts', { text: bad?.text ?? '' });
  expect(Buffer.from(said['text']?.[0]?.[2] ?? '', 'base64').toString('latin1')).toBe(
    'final_message: gr\u00f6\u00dfer',
  );
});

it('of two cloud-configs the later replaces whole keys of the earlier, unless it says how to merge', () => {
  const first = '#cloud-config\nruncmd: [a]\nntp: {enabled: true}\n';
  expect(
    cloudInit('merged', {
      plain: [first, '#cloud-config\nruncmd: [b]\nntp: {servers: [b]}\n'],
      told: [first, '#cloud-config\nmerge_how: list(append)+dict(recurse_list)\nruncmd: [b]\n'],
    }),
  ).toEqual({
    plain: { runcmd: ['b'], ntp: { servers: ['b'] } },
    told: { runcmd: ['a', 'b'], ntp: { enabled: true } },
  });
});
