/** Notes in a stack's tags what was sent and when, so that a check of many stacks need not read again what nobody has touched. */
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import type { PresentStack, StackSummary } from '../../model/observed.ts';
import type { StackRequest } from '../../model/request.ts';
import { digest } from './canonical.ts';
import { filesNamed } from './files-in-use.ts';
import { nestedStack } from './member-servers.ts';
import { hiddenParameters } from './parameters.ts';
import { sentOf, withoutProvenance } from './tags.ts';
import { viewTemplate } from './template.ts';

type Content = Pick<StackRequest, 'template' | 'files' | 'environment' | 'timeoutMinutes' | 'tags'>;

/** `3f9a12bc77d01e55@1795652408`: the beginning of a digest, and the second in which it was sent. */
export function sentNote(content: Content, at: Date): string {
  return `${shortDigest(content)}@${Math.floor(at.getTime() / 1000)}`;
}

/** Heat notes the time of an update before it answers; runner and cloud keep the same time, or the stack is read whole. */
const SOONEST_SECONDS = -1;
const LATEST_SECONDS = 5;

/** So long after it was sent, no update by anybody else can bear the time of this one; whole seconds make it two more. */
export const NOTE_ALONE_AFTER_MS = (LATEST_SECONDS - SOONEST_SECONDS + 2) * 1000;

/**
 * True when the stack is what its last apply sent, and this is that: every update, of whatever by whomever, changes
 * `updated_time` and keeps the note; scaling and healing change neither.
 */
export function isAsSent(content: Content, stack: StackSummary): boolean {
  const note = noteOf(stack);
  if (note === null || stack.state.status !== 'COMPLETE' || !OWN_ACTIONS.has(stack.state.action))
    return false;
  return isOfThen(stack, note.second) && !hidesDefaults(content) && note.mark === shortDigest(content);
}

/** True when nobody has updated the stack since its last apply: what differs then is what the repository has got ahead. */
export function isAsLastApplied(stack: Updated): boolean {
  const note = noteOf(stack);
  return note !== null && isOfThen(stack, note.second);
}

type Updated = Pick<StackSummary, 'tags' | 'updatedAt' | 'createdAt'>;

/** True when the last apply sent just this, whatever became of the stack since: what is wanted was approved and applied once. */
export function wasSent(content: Content, { tags, files }: Pick<PresentStack, 'tags' | 'files'>): boolean {
  const note = noteOf({ tags });
  // files of members that were on their way out went along
  const all = { ...content, files: { ...files, ...content.files } };
  return note !== null && [content, all].some((one) => shortDigest(one) === note.mark);
}

/** True when the stack still is what its last apply sent: whatever has updated it since changed nothing of it. */
export function isStillAsSent(stack: PresentStack): boolean {
  const { template, timeoutMinutes, tags } = stack;
  const own = {
    template,
    environment: asGiven(stack.environment),
    timeoutMinutes,
    tags: withoutProvenance(tags),
  };
  // files of members that were on their way out lie there, too
  return [stack.files, filesNamed(stack)].some((files) => wasSent({ ...own, files }, { tags, files: {} }));
}

/** Heat adds entries of its own to the registry that it was given: an empty list, and names that stand for themselves. */
function asGiven(environment: PresentStack['environment']): PresentStack['environment'] {
  const given = Object.entries(environment.resource_registry).filter(
    ([key, value]) =>
      value !== key && (key !== 'resources' || !isJsonObject(value) || Object.keys(value).length > 0),
  );
  return { ...environment, resource_registry: Object.fromEntries(given) };
}

function noteOf({ tags }: Pick<StackSummary, 'tags'>): {
  readonly mark: string;
  readonly second: number;
} | null {
  const [, mark, second] = /^([0-9a-f]{16})@(\d{1,12})$/.exec(sentOf(tags) ?? '') ?? [];
  return mark === undefined ? null : { mark, second: Number(second) };
}

const OWN_ACTIONS = new Set(['CREATE', 'UPDATE']);

/** A note of the creation says nothing of an update, and one so soon after it could be anybody's. */
function isOfThen(
  { createdAt, updatedAt }: Pick<StackSummary, 'createdAt' | 'updatedAt'>,
  second: number,
): boolean {
  const isNear = (time: string): boolean => {
    const later = Math.floor(Date.parse(time) / 1000) - second;
    return later >= SOONEST_SECONDS && later <= LATEST_SECONDS;
  };
  return updatedAt === null ? isNear(createdAt) : isNear(updatedAt) && !isNear(createdAt);
}

/** Heat shows these in clear, so a plan compares them; the note leaves them out. */
function hidesDefaults(content: Content): boolean {
  const defaults = Object.keys(content.environment.parameter_defaults);
  const hidden = defaults.length === 0 ? NOTHING : hiddenIn(content);
  return defaults.some((name) => hidden.has(name));
}

const NOTHING: ReadonlySet<string> = new Set();

function hiddenIn({ template, files }: Pick<Content, 'template' | 'files'>): ReadonlySet<string> {
  return new Set([
    ...hiddenParameters(viewTemplate(template).parameters),
    ...Object.keys(files).flatMap((file) => [...(nestedStack(file, {}, files)?.hidden ?? [])]),
  ]);
}

/** Without hidden values: a digest that anybody may read would let them be guessed. */
function shortDigest({ template, files, environment, timeoutMinutes, tags }: Content): string {
  const { parameters, parameter_defaults: defaults } = environment;
  const given = Object.keys(parameters).length + Object.keys(defaults).length;
  // to look into every file takes its time
  const hidden = given === 0 ? NOTHING : hiddenIn({ template, files });
  const shown = (values: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.has(name)));
  const content: Json = {
    template,
    files,
    timeoutMinutes,
    tags: [...tags],
    parameters: shown(parameters),
    parameter_defaults: shown(defaults),
    resource_registry: environment.resource_registry,
  };
  return digest(content).slice('sha256:'.length, 'sha256:'.length + 16);
}
