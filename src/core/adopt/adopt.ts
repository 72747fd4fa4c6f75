/** Proposes live values as the repository's own: what drifted and can be written in a spec, file by file. */
import { createTwoFilesPatch } from 'diff';
import type { Adopted, Adoptions, NotAdopted, Proposal } from '../../model/adoption.ts';
import type { Circumstances } from '../../model/compiled.ts';
import type { DriftItem, GroupDrift, LiveField } from '../../model/drift.ts';
import type { PresentStack } from '../../model/observed.ts';
import type { SourceFile } from '../../model/source.ts';
import type { Spec } from '../../model/spec.ts';
import { canonicalJson, digest, sameValue } from '../heat/canonical.ts';
import { compile } from '../heat/compile.ts';
import { isAsLastApplied, isStillAsSent } from '../heat/sent.ts';
import { parseSpecs } from '../spec/parse.ts';
import { readYamlText } from '../spec/yaml-documents.ts';
import { adoptField, type Draft, type Edited, sourceOf } from './adopt-field.ts';

export interface Repository {
  /** Of the spec files. */
  readonly paths: readonly string[];
  /** Those and all that they name. */
  readonly files: ReadonlyMap<string, SourceFile>;
}

export interface Drifted {
  readonly drift: GroupDrift;
  readonly observed: PresentStack;
}

export function adopt(
  repository: Repository,
  drifted: readonly Drifted[],
  circumstances: Circumstances,
): Adoptions {
  const work: Work = { texts: new Map(), edits: [], refused: [] };
  for (const one of drifted) adoptGroup(repository, one, circumstances, work);
  const specs = [...new Set(work.edits.map(({ spec }) => spec))].sort();
  return { proposals: specs.map((file) => proposalOf(file, repository, work)), refused: work.refused };
}

interface Work {
  /** Texts as edited so far. */
  readonly texts: Map<string, string>;
  readonly edits: { readonly spec: string; readonly file: string; readonly adopted: Adopted }[];
  readonly refused: NotAdopted[];
}

function adoptGroup(
  repository: Repository,
  { drift, observed }: Drifted,
  circumstances: Circumstances,
  work: Work,
): void {
  const group = drift.name;
  let draft = draftOf(repository, drift, circumstances, work);
  for (const wish of wishesOf(drift, observed)) {
    const { item, field, why } = work.edits.length < MOST_EDITS ? wish : oneTooMany(wish);
    const path = field?.path ?? item.subject;
    const verdict =
      field === null || draft === null
        ? { why: why ?? 'the spec can’t be read' }
        : adoptField(draft, field, observed, circumstances);
    if ('why' in verdict || draft === null) {
      work.refused.push({ group, path, why: 'why' in verdict ? verdict.why : '' });
      continue;
    }
    const others = changedSpecs(repository, draft, verdict);
    if (others !== null) work.refused.push({ group, path, why: others });
    else {
      note(work, group, path, item, verdict);
      draft = verdict;
    }
  }
}

function note(work: Work, group: string, path: string, item: DriftItem, edited: Edited): void {
  const { file, offset, from, to, settled } = edited;
  const { line, column } = readYamlText(edited.texts.get(file) ?? '').placeOf(offset);
  const adopted: Adopted = {
    ...{ group, path, at: { file, line, column }, from, to, settled },
    ...{ since: item.since, through: item.through },
  };
  work.edits.push({ spec: edited.spec.source.file, file, adopted });
  for (const [name, text] of edited.texts) work.texts.set(name, text);
}

interface Wish {
  readonly item: DriftItem;
  readonly field: LiveField | null;
  /** Of one that can't come true. */
  readonly why?: string;
}

function wishesOf({ items }: GroupDrift, observed: PresentStack): readonly Wish[] {
  const ahead = isAsLastApplied(observed) || isStillAsSent(observed);
  const all = items.flatMap((item): readonly Wish[] => {
    const live = item.live ?? [];
    if (live.length === 0) return [{ item, field: null, why: whyNot(item) }];
    // what Heat was told shows in what it was told: nobody but the repository has moved
    return live.map((field) =>
      ahead && field.told === undefined ? { item, field: null, why: AHEAD } : { item, field },
    );
  });
  return ofAllMembers(all, observed);
}

/** What a spec says of members it says of all of them: they must have the same value, every one. */
function ofAllMembers(wishes: readonly Wish[], { groups }: PresentStack): readonly Wish[] {
  const seen = new Set<string>();
  return wishes.flatMap((wish): readonly Wish[] => {
    const { item, field } = wish;
    if (field?.ofMember === undefined) return [wish];
    const members =
      groups.find(({ address }) => field.path.startsWith(`resources.${address}.`))?.members ?? [];
    const alike = wishes.filter(
      (other) => other.field?.path === field.path && sameValue(other.field.value, field.value),
    );
    if (alike.length < members.length) return [{ item, field: null, why: ONE_ALONE }];
    if (seen.has(field.path)) return [];
    seen.add(field.path);
    return [wish];
  });
}

/** More at once nobody would look at, and each takes its time. */
const MOST_EDITS = 100;
function oneTooMany({ item }: Wish): Wish {
  return { item, field: null, why: 'a hundred are adopted at once: merge those first' };
}

const AHEAD =
  'nobody has changed the stack since its last apply: the repository is ahead of it, and an apply is due';
const ONE_ALONE = 'it is one server’s own: a spec speaks of all of them';

/** What no spec can say. */
function whyNot({ kind, subject }: DriftItem): string {
  if (/^server-/.test(kind)) return ONE_ALONE;
  if (/^(resources|files|environment|parameters)(\.|$)/.test(subject))
    return 'it is no single value, or may be a secret';
  return 'no setting of a spec stands for it';
}

function textOf(file: SourceFile | undefined): string | null {
  return file?.state === 'read' ? new TextDecoder().decode(file.bytes) : null;
}

/** The spec with its files, its own first; templates and environments that it names behind it. */
function draftOf(
  { files }: Repository,
  { name, source }: GroupDrift,
  circumstances: Circumstances,
  { texts }: Work,
): Draft | null {
  const own = filesOf(source.file, edited(files, texts));
  const spec = parseSpecs([source.file], edited(new Map(), own)).specs.find((one) => one.name === name);
  if (spec === undefined) return null;
  const { desired } = compile(spec, circumstances);
  return desired.presence === 'absent' ? null : { spec, desired, texts: own };
}

function edited(files: Repository['files'], texts: ReadonlyMap<string, string>): Repository['files'] {
  return new Map([...files, ...[...texts].map(([path, text]) => [path, sourceOf(path, text)] as const)]);
}

/** Those that a parse of the spec's file alone asks for. */
function filesOf(file: string, files: Repository['files']): ReadonlyMap<string, string> {
  const own = new Map<string, string>();
  let wanted: readonly string[] = [file];
  while (wanted.length > 0) {
    for (const path of wanted) {
      const text = textOf(files.get(path));
      if (text === null) return own;
      own.set(path, text);
    }
    wanted = parseSpecs([file], edited(new Map(), own)).needs;
  }
  return own;
}

/**
 * A file may serve several specs: none but the one meant may change; null = so it is. In a spec's own file only those that
 * stand there can; what a template or an environment serves, nobody knows but all specs together.
 */
function changedSpecs(
  { paths, files }: Repository,
  before: Draft,
  { spec, file, texts }: Edited,
): string | null {
  const own = spec.source.file;
  const parse = (draft: ReadonlyMap<string, string>) =>
    parseSpecs(file === own ? [own] : paths, edited(files, draft));
  const [old, next] = [parse(before.texts), parse(texts)];
  if (next.problems.length > old.problems.length) return 'the edited specs would not be valid';
  const changed = old.specs
    .filter(({ name }) => name !== spec.name)
    .find((one) => {
      const twin = next.specs.find(({ name }) => name === one.name);
      return twin === undefined || settingsOf(twin) !== settingsOf(one);
    });
  return changed === undefined
    ? null
    : `it would change "${changed.name}", too, which is written in the same place`;
}

/** Without the places at which it stands. */
function settingsOf(spec: Spec): string {
  const plain: Parameters<typeof canonicalJson>[0] = JSON.parse(
    JSON.stringify(spec, (key, value: unknown) => (PLACES.has(key) ? undefined : value)),
  );
  return canonicalJson(plain);
}

const PLACES = new Set(['source', 'positions', 'templatePositions', 'at']);

function proposalOf(file: string, { files }: Repository, work: Work): Proposal {
  const edits = work.edits.filter(({ spec }) => spec === file);
  const changed = [...new Set(edits.map((edit) => edit.file))].sort();
  const texts = changed.map((path) => ({
    path,
    before: textOf(files.get(path)) ?? '',
    after: work.texts.get(path) ?? '',
  }));
  const patch = texts.map(({ path, before, after }) =>
    createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
      context: 3,
    }).replace(/^=+\n/, ''),
  );
  return {
    file,
    edits: edits.map(({ adopted }) => adopted),
    files: texts,
    patch: patch.join(''),
    sent: null,
  };
}

/** The same values give the same text, wherever they stand by now and since whenever they are so. */
export function proposalDigest({ edits }: Proposal): string {
  return digest(edits.map(({ group, path, to }) => ({ group, path, to })));
}
