/** Finds the one edit of a spec's files after which the spec comes to the live value, and to nothing else that is new. */
import type { Circumstances } from '../../model/compiled.ts';
import type { DesiredStack } from '../../model/desired.ts';
import type { LiveField } from '../../model/drift.ts';
import type { Json } from '../../model/json.ts';
import type { PresentStack } from '../../model/observed.ts';
import type { SourceFile } from '../../model/source.ts';
import type { Spec } from '../../model/spec.ts';
import { sameValue } from '../heat/canonical.ts';
import { compile } from '../heat/compile.ts';
import { compareStacks } from '../plan/compare-stacks.ts';
import { isSecretPath } from '../plan/field-diff.ts';
import { parseSpecs } from '../spec/parse.ts';
import { type Candidate, candidatesIn, type Wanted } from './candidates.ts';
import { documentCount } from './yaml-places.ts';

/** A spec as it is so far, edits before this one included. */
export interface Draft {
  readonly spec: Spec;
  readonly desired: DesiredStack;
  /** Texts of the files that the spec is made of, its own first. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface Edited extends Draft {
  readonly file: string;
  readonly offset: number;
  readonly from: Json;
  readonly to: Json;
  readonly settled: boolean;
}

export type FieldVerdict = Edited | { readonly why: string };

export function adoptField(
  draft: Draft,
  { path, value, told = null }: LiveField,
  observed: PresentStack,
  circumstances: Circumstances,
): FieldVerdict {
  const obstacle = obstacleTo(path, value);
  if (obstacle !== null) return { why: obstacle };
  const before = differencesOf(draft.desired, observed);
  // what differs in the template is what the plan shows; else Heat was told what the repository says
  const wanted = { path, declared: before.get(path)?.after ?? told, live: value };
  for (const { file, candidate } of everyCandidate(draft, wanted)) {
    const next = tried(draft, file, candidate, circumstances);
    const after = next === null ? null : differencesOf(next.desired, observed);
    if (next === null || after === null || !comesTo(wanted, before, after)) continue;
    const { offset, from, to } = candidate;
    return { ...next, file, offset, from, to, settled: !after.has(path) };
  }
  return { why: NO_PLACE };
}

function* everyCandidate(
  { texts }: Draft,
  wanted: Wanted,
): Iterable<{ readonly file: string; readonly candidate: Candidate }> {
  for (const [file, text] of texts) {
    for (let document = 0; document < documentCount(text); document += 1) {
      for (const candidate of candidatesIn(text, document, wanted)) yield { file, candidate };
    }
  }
}

const NO_PLACE =
  'no single value of the spec comes to it: write it by hand, or put the cloud back by an apply';
const LONGEST = 4000;

/** A hostile cloud may answer anything; what people write in a spec has neither control characters nor no end. */
function obstacleTo(path: string, value: Json): string | null {
  if (isSecretPath(path)) return 'it may be a secret, which belongs into no file';
  if (value === null) return 'the cloud has none: take it out of the spec by hand';
  const text = JSON.stringify(value);
  if (text.includes('"(hidden, ') || text.includes('******')) return 'its value is hidden';
  if (text.length > LONGEST) return 'its value is longer than anybody would write';
  if (/\\u00[01]|\\[nrtbf]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text))
    return 'its value holds characters that nobody sees';
  return null;
}

type Differences = ReadonlyMap<string, { readonly before: Json; readonly after: Json }>;

function differencesOf(desired: DesiredStack, observed: PresentStack): Differences {
  const { changes } = compareStacks(desired, observed);
  return new Map(
    changes.flatMap(({ address, fields }) =>
      fields.length === 0
        ? [[address, { before: null, after: null }] as const]
        : fields.map(({ path, before, after }) => {
            const name = path === '' ? address : `${address}.${path}`;
            return [name, { before, after }] as const;
          }),
    ),
  );
}

function tried(draft: Draft, file: string, candidate: Candidate, circumstances: Circumstances): Draft | null {
  const texts = new Map(draft.texts).set(file, candidate.text);
  const files = new Map([...texts].map(([path, text]) => [path, sourceOf(path, text)]));
  const { specs, problems, needs } = parseSpecs([draft.spec.source.file], files);
  const spec = specs.find(({ name }) => name === draft.spec.name);
  if (problems.length > 0 || needs.length > 0 || spec === undefined) return null;
  const { desired, problems: unmade } = compile(spec, circumstances);
  if (desired.presence === 'absent' || unmade.length > 0) return null;
  return { spec, desired, texts };
}

export function sourceOf(path: string, text: string): SourceFile {
  return { path, state: 'read', bytes: new TextEncoder().encode(text) };
}

/** The live value is reached, and no difference is new but words that follow it. */
function comesTo(
  { path, live }: { readonly path: string; readonly live: Json },
  before: Differences,
  after: Differences,
): boolean {
  const left = after.get(path);
  const reached = left === undefined ? before.has(path) : sameValue(left.after, live);
  const fresh = [...after].filter(([name, { after: next }]) => {
    const known = before.get(name);
    return name !== path && !name.endsWith('.description') && !(known && sameValue(known.after, next));
  });
  return reached && fresh.length === 0;
}
