/** Walks the table of hand changes on a cloud: each is found and named, nothing else is, and all is clean again when it is taken back. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { driftOrFix } from '../../src/commands/fix.ts';
import type { WriterParts } from '../../src/commands/parts.ts';
import { wayOf } from '../../src/core/fix/ways.ts';
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { OPTIONS } from '../stage.ts';
import { idsOf, must, REPOSITORY, type Scene, SERVER, specsOf } from './scene.ts';
import { ROWS, type Row } from './table.ts';

export interface DriftCloud {
  readonly raw: CloudUnderTest;
  readonly kind: 'real' | 'sandbox';
  parts(folder: string): WriterParts;
  close(): Promise<void>;
}

const OWN = { ...OPTIONS, specs: ['scaling/*.yaml'], repository: REPOSITORY };

export function defineDriftKinds(cloudName: string, open: () => Promise<DriftCloud>): void {
  describe(`kinds of drift on ${cloudName}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'thermostat-drift-'));
    const seen: string[] = [];
    let cloud: DriftCloud;
    let scene: Scene;
    let begun = new Date(0);

    /** Time stands still, so that alarms that nobody feeds are no older than a moment. */
    const check = async ({ minutesLater = 0, fix = false } = {}) => {
      const parts = cloud.parts(folder);
      const now = () => new Date(begun.getTime() + minutesLater * 60_000);
      const { exitCode, report } = await driftOrFix(
        { ...parts, clock: { ...parts.clock, now } },
        { ...OWN, fix },
      );
      const found: Found = JSON.parse(report.json);
      const items = [...found.groups.flatMap((group) => group.items), ...found.strays];
      return {
        exitCode,
        text: report.text,
        items,
        fixed: found.groups.flatMap((group) => group.fixed),
        kinds: kindsOf(items),
      };
    };

    beforeAll(async () => {
      cloud = await open();
      scene = await makeScene(cloud, folder);
      const made = await apply(cloud.parts(folder), OWN);
      expect(made.exitCode, made.report.text).toBe(0);
      begun = cloud.raw.now();
    });

    afterAll(async () => {
      rmSync(folder, { recursive: true, force: true });
      if (seen.length > 0) process.stdout.write(`${[...HEAD, ...seen].join('\n')}\n`);
      await cloud?.close();
    });

    test('nothing is drift right after an apply', async () => {
      const { kinds, text } = await check();
      expect(kinds, text).toEqual([]);
    });

    for (const row of ROWS) {
      test(`${row.deed}: ${row.kinds.join(', ')}`, async (context) => {
        if (row.only !== undefined && row.only !== cloud.kind) return context.skip(`${row.only} only`);
        const before = await servers(scene);
        const takeBack = await row.change(scene);
        const { minutesLater } = row;
        const looked = cloud.kind === 'sandbox' ? await check({ minutesLater }) : null;
        const asked = await check({ minutesLater, fix: true });
        // a check that only looks finds the same: asked before, where it costs little
        const found = looked ?? { ...asked, kinds: kindsOf([...asked.fixed, ...asked.items]) };
        const touched = asked.fixed.length > 0 && `${await servers(scene)}` !== `${before}`;
        if (asked.fixed.length === 0) await takeBack();
        const after = looked || asked.fixed.length === 0 ? await check() : asked;
        const first = found.items.length > 0 ? found : { ...found, items: asked.fixed };
        seen.push(line(row, first, asked, after.kinds.length === 0));
        expect(found.kinds, found.text).toEqual([...row.kinds].sort());
        expect(kindsOf(asked.fixed), asked.text).toEqual(isFixed(row) ? [...row.kinds].sort() : []);
        expect(asked.kinds, asked.text).toEqual(isFixed(row) ? [] : [...row.kinds].sort());
        expect(
          asked.items.filter(({ left, kind }) => left === '' && kind !== 'stack-without-spec'),
          'each says why it was left',
        ).toEqual([]);
        expect(touched, 'what is put right leaves every server').toBe(false);
        expect(after.kinds, after.text).toEqual([]);
      });
    }
  });
}

/** Ids of all that the three stacks have. */
async function servers(scene: Scene): Promise<readonly string[]> {
  const stacks = [scene.web, scene.edge, scene.tier];
  return (await Promise.all(stacks.map((stack) => idsOf(scene, stack, SERVER)))).flat();
}

function kindsOf(items: readonly Item[]): readonly string[] {
  return [...new Set(items.map(({ kind }) => kind))].sort();
}

/** All of it, or nothing: no row mixes the two. */
function isFixed({ kinds, left }: Row): boolean {
  return left !== true && kinds.every((kind) => wayOf(kind).by !== 'people');
}

interface Item {
  readonly kind: string;
  readonly severity: string;
  readonly since: string | null;
  readonly through: string;
  readonly left?: string;
}

interface Found {
  readonly groups: readonly { readonly items: readonly Item[]; readonly fixed: readonly Item[] }[];
  readonly strays: readonly Item[];
}

const HEAD = [
  '| what somebody does | found as | severity | says since when, through what | by `drift --fix` | clean again |',
  '|---|---|---|---|---|---|',
];

function line(
  { deed, kinds }: Row,
  { items, kinds: found }: { readonly items: readonly Item[]; readonly kinds: readonly string[] },
  asked: { readonly fixed: readonly Item[]; readonly items: readonly Item[] },
  clean: boolean,
): string {
  const right = JSON.stringify(found) === JSON.stringify([...kinds].sort());
  const [first] = items;
  const says = [first?.since ? 'when' : '', first?.through.replace(/ (by|of) .*/, '') ?? '']
    .filter(Boolean)
    .join(', ');
  return `| ${deed} | ${found.map((kind) => `\`${kind}\``).join(', ') || 'not found'}${right ? '' : ' (wrong)'} | ${first?.severity ?? ''} | ${says || '–'} | ${fixWords(asked)} | ${clean ? 'yes' : 'NO'} |`;
}

async function makeScene({ raw }: DriftCloud, folder: string): Promise<Scene> {
  const { prefix } = raw;
  const names = { web: `${prefix}web`, edge: `${prefix}edge`, tier: `${prefix}tier`, key: `${prefix}key` };
  await must(raw, 'compute', 'POST', '/os-keypairs', {
    keypair: { name: names.key, public_key: PUBLIC_KEY },
  });
  for (const part of ['scaling', 'heat']) mkdirSync(join(folder, part));
  for (const [file, text] of Object.entries(specsOf(names))) writeFileSync(join(folder, file), text);
  return { raw, admin: await raw.as('admin-demo'), repository: REPOSITORY, ...names };
}

const PUBLIC_KEY =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl drift@example.org';

function fixWords({
  fixed,
  items,
}: {
  readonly fixed: readonly Item[];
  readonly items: readonly Item[];
}): string {
  if (fixed.length > 0) return items.length === 0 ? 'put right' : 'PUT RIGHT IN PART';
  return `left: ${items[0]?.left ?? 'NOT FOUND'}`;
}
