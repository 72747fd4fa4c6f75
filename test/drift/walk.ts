/** Walks the table of hand changes on a cloud: each is found and named, nothing else is, and all is clean again when it is put right or taken back. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import type { WriterParts } from '../../src/commands/parts.ts';
import { wayOf } from '../../src/core/fix/ways.ts';
import { parseSettings } from '../../src/core/settings/parse-settings.ts';
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { type Check, checker, type Item, OWN } from './check.ts';
import { HEAD, kindsOf, lineOf, writtenLines } from './page.ts';
import { type Played, play, type Seen } from './play.ts';
import type { Row } from './row.ts';
import { must, REPOSITORY, type Scene } from './scene.ts';
import { specsOf } from './specs.ts';
import { ROWS } from './table.ts';
import { WEBS, wavesOn } from './waves.ts';

export interface DriftCloud {
  readonly raw: CloudUnderTest;
  parts(folder: string): WriterParts;
  close(): Promise<void>;
}

const PATIENCE_MS = 900_000;

export function defineDriftKinds(
  cloudName: string,
  kind: 'real' | 'sandbox',
  open: () => Promise<DriftCloud>,
): void {
  describe(`kinds of drift on ${cloudName}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'thermostat-drift-'));
    const lines = new Map<Row, string>();
    let cloud: DriftCloud;
    let scenes: readonly Scene[];
    let check: Check;

    beforeAll(async () => {
      cloud = await open();
      scenes = await makeScenes(cloud.raw, folder);
      const made = await apply(cloud.parts(folder), OWN);
      expect(made.exitCode, made.report.text).toBe(0);
      check = checker(cloud.parts(folder), cloud.raw.now());
    }, PATIENCE_MS);

    afterAll(async () => {
      rmSync(folder, { recursive: true, force: true });
      const seen = ROWS.flatMap((row) => lines.get(row) ?? []);
      if (kind === 'real') process.stdout.write(`${[...HEAD, ...seen].join('\n')}\n`);
      await cloud?.close();
    }, PATIENCE_MS);

    test('nothing is drift right after an apply', async () => {
      const { items, text } = await check({});
      expect(items, text).toEqual([]);
    });

    for (const [index, wave] of wavesOn(kind).entries()) {
      describe(`wave ${index + 1}`, () => {
        let played: Played;
        beforeAll(async () => {
          played = await play(scenes, wave, check);
        }, PATIENCE_MS);

        for (const turn of wave) {
          test(titleOf(turn.row), () => {
            const seen = played.seen.get(turn);
            if (seen === undefined) throw new Error('it was not its turn');
            const line = lineOf(turn.row, seen);
            lines.set(turn.row, line);
            expectOf(turn.row, seen, played.text);
            expect(writtenLines().find((one) => one.startsWith(line.split(' | ', 1)[0] ?? line))).toBe(line);
          });
        }

        test('nothing else was found, and all is clean again', () => {
          const { elsewhere, exitCodes, text } = played;
          expect(elsewhere, text).toEqual([]);
          expect([exitCodes[0], exitCodes[2]], text).toEqual([2, 0]);
        });
      });
    }

    for (const row of ROWS.filter(({ only = kind }) => only !== kind)) {
      test.skip(`${titleOf(row)}: ${row.only} only`, () => {});
    }

    test('the table of docs/drift.md tells of every kind of change, in this order, and of no other', () => {
      const told = writtenLines().map((line) => line.split(' | ', 1)[0]?.replace(/^\| | ¹$/g, ''));
      expect(told).toEqual(ROWS.map(({ deed }) => deed));
    });
  });
}

function titleOf({ deed, kinds }: Row): string {
  return `${deed}: ${kinds.join(', ')}`;
}

/** Subjects that the settings would take for a mistake in a rule. */
function unnameable(items: readonly Item[]): readonly string[] {
  return items.flatMap(({ subject }) => {
    const rule = JSON.stringify({ group: '*', path: subject, reason: 'known', expires: '2999-01-01' });
    const text = `apiVersion: thermostat/v1\nkind: Settings\nspec: { ignore: [ ${rule} ] }\n`;
    const bytes = new TextEncoder().encode(text);
    const { problems } = parseSettings({ path: '.thermostat.yaml', state: 'read', bytes });
    return problems.map(({ message }) => message);
  });
}

function expectOf(row: Row, { trouble, found, fixed, left, servers, after }: Seen, text: string): void {
  if (trouble !== null) throw trouble;
  const kinds = [...row.kinds].sort();
  expect(kindsOf(found), text).toEqual(kinds);
  expect(kindsOf(fixed), text).toEqual(isFixed(row) ? kinds : []);
  expect(kindsOf(left), text).toEqual(isFixed(row) ? [] : kinds);
  expect(
    left.filter((item) => item.left === '' && item.kind !== 'stack-without-spec'),
    'each says why it was left',
  ).toEqual([]);
  expect(unnameable(found), 'a rule to ignore may name what is found').toEqual([]);
  expect(servers[1], '--fix leaves every server').toEqual(servers[0]);
  expect(after, text).toEqual([]);
}

/** All of it, or nothing: no row mixes the two. */
function isFixed({ kinds, left }: Row): boolean {
  return left !== true && kinds.every((kind) => wayOf(kind).by !== 'people');
}

/** One for each stack behind a balancer; the two others, and the key pair, are shared. */
async function makeScenes(raw: CloudUnderTest, folder: string): Promise<readonly Scene[]> {
  const { prefix } = raw;
  const shared = {
    raw,
    admin: await raw.as('admin-demo'),
    edge: `${prefix}edge`,
    tier: `${prefix}tier`,
    key: `${prefix}key`,
    repository: REPOSITORY,
  };
  await must(raw, 'compute', 'POST', '/os-keypairs', {
    keypair: { name: shared.key, public_key: PUBLIC_KEY },
  });
  const scenes = Array.from({ length: WEBS }, (_, lane) => ({ ...shared, web: `${prefix}web-${lane + 1}` }));
  for (const part of ['scaling', 'heat']) mkdirSync(join(folder, part));
  for (const scene of scenes)
    for (const [file, text] of Object.entries(specsOf(scene))) writeFileSync(join(folder, file), text);
  return scenes;
}

const PUBLIC_KEY =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl drift@example.org';
