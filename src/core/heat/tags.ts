/** The tags a stack carries: labels of the spec, and who manages it from which file at which commit. */
import { createHash } from 'node:crypto';

/** Heat takes up to 80 characters a tag and no comma (heat/db/models.py StackTag, heat/api/openstack/v1/stacks.py). */
const MAX_TAG = 80;
const PROVENANCE = /^thermostat(:|$)/;

export interface Provenance {
  readonly file: string;
  readonly repository: string | null;
  readonly commit: string | null;
  /** What is sent, and when (see sent.ts); left out: nobody can tell later on whether the stack is as it was sent. */
  readonly sent?: string;
}

export function labelTags(labels: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .sort();
}

/** The labels that a stack carries. */
export function labelsOf(tags: readonly string[]): Readonly<Record<string, string>> {
  const pairs = withoutProvenance(tags).flatMap((tag) => {
    const at = tag.indexOf('=');
    return at > 0 ? [[tag.slice(0, at), tag.slice(at + 1)] as const] : [];
  });
  return Object.fromEntries(pairs);
}

/** All tags for a write: labels first, provenance after. */
export function stackTags(
  { tags, protect }: { readonly tags: readonly string[]; readonly protect: boolean },
  provenance: Provenance,
): readonly string[] {
  const { file, repository, commit, sent } = provenance;
  return [
    ...tags,
    'thermostat',
    ...(protect ? [PROTECTED] : []),
    provenanceTag(FILE, file),
    ...(repository === null ? [] : [provenanceTag(REPOSITORY, repository)]),
    ...(commit === null ? [] : [provenanceTag(COMMIT, commit)]),
    ...(sent === undefined ? [] : [`${SENT}${sent}`]),
  ];
}

/** Outlives the file that asked for it: a tombstone in its place must not delete the stack. */
const PROTECTED = 'thermostat:protect';

export function isProtected(tags: readonly string[]): boolean {
  return tags.includes(PROTECTED);
}

export function isManaged(tags: readonly string[]): boolean {
  return tags.includes('thermostat');
}

const FILE = 'thermostat:file=';
const REPOSITORY = 'thermostat:repo=';
const COMMIT = 'thermostat:commit=';
const SENT = 'thermostat:sent=';

/** What a stack says of itself: what was sent at its last apply, and when. */
export function sentOf(tags: readonly string[]): string | null {
  return behind(tags, SENT);
}

/** The spec that a stack says it was made of. */
export function fileOf(tags: readonly string[]): string | null {
  return behind(tags, FILE);
}

/** The repository and commit that a stack says it was applied from. */
export function provenanceOf(tags: readonly string[]): Pick<Provenance, 'repository' | 'commit'> {
  return { repository: behind(tags, REPOSITORY), commit: behind(tags, COMMIT) };
}

/** null: a stack that names no repository. A long name stands in the tag by its digest. */
export function isFromRepository(tags: readonly string[], repository: string | null): boolean {
  if (repository === null) return behind(tags, REPOSITORY) === null;
  return tags.includes(provenanceTag(REPOSITORY, repository));
}

function behind(tags: readonly string[], prefix: string): string | null {
  return tags.find((tag) => tag.startsWith(prefix))?.slice(prefix.length) ?? null;
}

/** The labels among a stack's tags: provenance changes with every commit and is never a change by itself. */
export function withoutProvenance(tags: readonly string[]): readonly string[] {
  return tags.filter((tag) => !PROVENANCE.test(tag)).sort();
}

/** Keeps the end of what is too long, behind a digest of the whole, so that two long paths stay two. */
function provenanceTag(prefix: string, text: string): string {
  const clean = text.replaceAll(',', ';');
  const room = MAX_TAG - prefix.length;
  if (clean.length <= room) return prefix + clean;
  const mark = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return `${prefix}${mark}~${clean.slice(-(room - mark.length - 1))}`;
}
