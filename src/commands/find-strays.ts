/** Looks for stacks whose spec is gone, and is sure of it before it says so. */
import { SPEC_GLOBS, seemsToSpecify } from '../core/drift/spec-elsewhere.ts';
import { strayItem, strayStacks } from '../core/drift/strays.ts';
import type { DriftItem } from '../model/drift.ts';
import type { StackSummary } from '../model/observed.ts';
import type { CloudReader } from '../ports/cloud.ts';
import { cloudTime } from './cloud-time.ts';
import type { CommandOptions, ReaderParts } from './parts.ts';

/** Only a run over all specs can tell that one is missing. */
export async function findStrays(
  parts: Pick<ReaderParts, 'tree' | 'checkout' | 'clock'>,
  cloud: CloudReader,
  names: readonly string[],
  { only, specs, repository, commit }: CommandOptions,
): Promise<readonly DriftItem[]> {
  if (only.length > 0 || repository === null) return [];
  const found = strayStacks(await cloud.listStacks(), {
    names: new Set(names),
    repository,
    commit,
    covers: (file) => parts.tree.covers(specs, file),
    now: cloudTime(parts.clock, cloud).toISOString(),
  });
  const sure = await withoutSpecElsewhere(parts, specs, found);
  return sure.map(strayItem).sort((a, b) => (a.subject < b.subject ? -1 : 1));
}

const FILES_AT_ONCE = 50;

/** A spec may have moved to where another run reads it. */
async function withoutSpecElsewhere(
  { tree, checkout = { tree, folder: '' } }: Pick<ReaderParts, 'tree' | 'checkout'>,
  globs: readonly string[],
  stacks: readonly StackSummary[],
): Promise<readonly StackSummary[]> {
  if (stacks.length === 0) return [];
  const own = new Set((await tree.list(globs)).map((path) => below(checkout.folder, path)));
  const others = (await checkout.tree.list(SPEC_GLOBS)).filter((path) => !own.has(path));
  let left = stacks;
  for (let at = 0; at < others.length && left.length > 0; at += FILES_AT_ONCE) {
    for (const file of await checkout.tree.read(others.slice(at, at + FILES_AT_ONCE))) {
      if (file.state !== 'read') continue;
      const text = new TextDecoder().decode(file.bytes);
      left = left.filter(({ name }) => !seemsToSpecify(name, file.path, text));
    }
  }
  return left;
}

function below(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}
