/** The packs that ship: every rule reads, and does with its examples what it says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guardrailReference } from '../../../scripts/guardrail-reference.mjs';
import { packGuardrails, parseGuardrails } from '../../../src/core/guard/parse-guardrails.ts';
import { exampleFailures } from '../../../src/core/guard/run-examples.ts';
import factsSchema from '../../../src/core/guard/schema/guardrail-facts.schema.json' with { type: 'json' };
import { parseSettings } from '../../../src/core/settings/parse-settings.ts';
import { PACKS } from '../../../src/generated/guardrail-packs.ts';
import { file } from './ruled.ts';

const ROOT = join(import.meta.dirname, '../../..');

describe.each(Object.keys(PACKS))('%s', (pack) => {
  const path = `policies/${pack}.yaml`;

  test('is the file in policies/', () => {
    expect(PACKS[pack]).toBe(readFileSync(join(ROOT, path), 'utf8'));
  });

  test('reads without a problem', () => {
    const bytes = new TextEncoder().encode(PACKS[pack]);
    expect(parseGuardrails([{ path, state: 'read', bytes }]).problems).toEqual([]);
    expect(packGuardrails(pack).length).toBeGreaterThan(4);
  });

  test.each(packGuardrails(pack).map((guardrail) => [guardrail.name, guardrail] as const))(
    '%s passes and fails as its examples say',
    (_, guardrail) => {
      expect(exampleFailures([guardrail])).toEqual([]);
    },
  );
});

describe('docs/guardrails.md', () => {
  const page = readFileSync(join(ROOT, 'docs/guardrails.md'), 'utf8');

  test('lists every rule and every fact as they are', () => {
    expect(guardrailReference(PACKS, factsSchema, page)).toBe(page);
    for (const pack of Object.keys(PACKS)) {
      for (const { name } of packGuardrails(pack)) expect(page).toContain(`| \`${name}\` |`);
    }
  });

  test('shows what works', () => {
    const blocks = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, block = '']) => block);
    const [settings = '', guardrail = '', waivers = '', freeze = ''] = blocks;
    const head = 'apiVersion: thermostat/v1\nkind: Settings\nspec:\n';
    for (const text of [settings, `${head}  guardrails:\n${waivers}`, `${head}${freeze}`]) {
      expect(parseSettings(file('.thermostat.yaml', text)).problems, text).toEqual([]);
    }
    const { guardrails, problems } = parseGuardrails([file('policies/flavors.yaml', guardrail)]);
    expect([...problems, ...exampleFailures(guardrails)]).toEqual([]);
    expect(guardrails).toHaveLength(1);
  });
});
