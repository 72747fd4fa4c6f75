/** The packs that ship: every rule reads, and does with its examples what it says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packGuardrails, parseGuardrails } from '../../../src/core/guard/parse-guardrails.ts';
import { exampleFailures } from '../../../src/core/guard/run-examples.ts';
import { PACKS } from '../../../src/generated/guardrail-packs.ts';

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
