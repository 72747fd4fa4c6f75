/** Proposes live values as the repository's own: what drifted and can be written in a spec, file by file. */
import { createTwoFilesPatch } from 'diff';
import type { Adopted, Adoptions, NotAdopted, Proposal } from '../../model/adoption.ts';
import type { Circumstances } from '../../model/compiled.ts';
import type { DriftItem, GroupDrift, LiveField } from '../../model/drift.ts';
import type { PresentStack } from '../../model/observed.ts';
import type { SourceFile } from '../../model/source.ts';
import type { Spec } from '../../model/spec.ts';
import { canonicalJson, digest } from '../heat/canonical.ts';
import { compile } from '../heat/compile.ts';
import { parseSpecs } from '../spec/parse.ts';
import { readYamlText } from '../spec/yaml-documents.ts';
import { adoptField, type Draft, sourceOf } from './adopt-field.ts';

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
  let draft = draftOf(repository, group, circumstances, work);
  for (const { item, field } of drift.items.flatMap(fieldsOf)) {
    const refuse = (why: string) => work.refused.push({ group, path: field?.path ?? item.subject, why });
    if (field === null) refuse(whyNot(item));
    else if (draft === null) refuse('the spec can’t be read');
    else {
      const verdict = adoptField(draft, field, observed, circumstances);
      if ('why' in verdict) {
        refuse(verdict.why);
        continue;
      }
      const others = changedSpecs(repository, draft.texts, verdict.texts, group);
      if (others !== null) {
        refuse(others);
        continue;
      }
      const { file, offset, from, to, settled } = verdict;
      const { line, column } = readYamlText(verdict.texts.get(file) ?? '').placeOf(offset);
      const adopted: Adopted = {
        ...{ group, path: field.path, at: { file, line, column }, from, to, settled },
        ...{ since: item.since, through: item.through },
      };
      work.edits.push({ spec: verdict.spec.source.file, file, adopted });
      for (const [path, text] of verdict.texts) work.texts.set(path, text);
      draft = verdict;
    }
  }
}

interface ItemField {
  readonly item: DriftItem;
  readonly field: LiveField | null;
}

function fieldsOf(item: DriftItem): readonly ItemField[] {
  const live = item.live ?? [];
  return live.length === 0 ? [{ item, field: null }] : live.map((field) => ({ item, field }));
}

/** What no spec can say. */
function whyNot({ kind, subject }: DriftItem): string {
  if (/^server-/.test(kind)) return `it is one server’s own: a spec speaks of all of them`;
  if (/^(resources|files|environment|parameters)(\.|$)/.test(subject))
    return 'it is no single value, or may be a secret';
  return 'no setting of a spec stands for it';
}

function textOf(file: SourceFile | undefined): string | null {
  return file?.state === 'read' ? new TextDecoder().decode(file.bytes) : null;
}

/** The spec with its files, its own first; templates and environments that it names behind it. */
function draftOf(
  { paths, files }: Repository,
  name: string,
  circumstances: Circumstances,
  { texts }: Work,
): Draft | null {
  const edited = new Map(files);
  for (const [path, text] of texts) edited.set(path, sourceOf(path, text));
  const spec = parseSpecs(paths, edited).specs.find((one) => one.name === name);
  if (spec === undefined) return null;
  const { desired } = compile(spec, circumstances);
  if (desired.presence === 'absent') return null;
  const own = filesOf(spec, edited);
  return { spec, desired, texts: own };
}

/** Those that a parse of the spec's file alone asks for. */
function filesOf(spec: Spec, files: Repository['files']): ReadonlyMap<string, string> {
  const own = new Map<string, string>();
  let wanted: readonly string[] = [spec.source.file];
  while (wanted.length > 0) {
    for (const path of wanted) {
      const text = textOf(files.get(path));
      if (text === null) return own;
      own.set(path, text);
    }
    const read = new Map([...own].map(([path, text]) => [path, sourceOf(path, text)]));
    wanted = parseSpecs([spec.source.file], read).needs;
  }
  return own;
}

/** A file, or an anchor in it, may serve several specs: none but the one meant may change. null = so it is. */
function changedSpecs(
  { paths, files }: Repository,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  name: string,
): string | null {
  const parsed = [before, after].map((texts) => {
    const all = new Map(files);
    for (const [path, text] of texts) all.set(path, sourceOf(path, text));
    return parseSpecs(paths, all);
  });
  const [old, next] = parsed;
  if (old === undefined || next === undefined || next.problems.length > 0)
    return 'the edited specs would not be valid';
  const others = old.specs.filter((spec) => spec.name !== name);
  const changed = others.find((spec) => {
    const twin = next.specs.find((one) => one.name === spec.name);
    return twin === undefined || settingsOf(twin) !== settingsOf(spec);
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
