/** Notes in a stack's tags what was sent and when, so that a check of many stacks need not read again what nobody has touched. */
import type { Json, JsonObject } from '../../model/json.ts';
import type { StackSummary } from '../../model/observed.ts';
import type { StackRequest } from '../../model/request.ts';
import { digest } from './canonical.ts';
import { nestedStack } from './member-servers.ts';
import { hiddenParameters } from './parameters.ts';
import { sentOf } from './tags.ts';
import { viewTemplate } from './template.ts';

type Content = Pick<StackRequest, 'template' | 'files' | 'environment' | 'timeoutMinutes' | 'tags'>;

/** `3f9a12bc77d01e55@1795652408`: the beginning of a digest, and the second in which it was sent. */
export function sentNote(content: Content, at: Date): string {
  return `${shortDigest(content)}@${Math.floor(at.getTime() / 1000)}`;
}

/** Heat notes the time of an update before it answers; runner and cloud keep the same time, or the stack is read whole. */
const APART_SECONDS = 5;

/**
 * True when the stack is what its last apply sent, and this is that: every update, of whatever by whomever, changes
 * `updated_time` and keeps the note; scaling and healing change neither.
 */
export function isAsSent(content: Content, stack: StackSummary): boolean {
  const note = noteOf(stack);
  if (note === null || stack.state.status !== 'COMPLETE' || !OWN_ACTIONS.has(stack.state.action))
    return false;
  return isUpdatedAt(stack, note.second) && note.mark === shortDigest(content);
}

/** True when nobody has updated the stack since its last apply: what differs then is what the repository has got ahead. */
export function isAsLastApplied(stack: Updated): boolean {
  const note = noteOf(stack);
  return note !== null && isUpdatedAt(stack, note.second);
}

type Updated = Pick<StackSummary, 'tags' | 'updatedAt' | 'createdAt'>;

function noteOf({ tags }: Updated): { readonly mark: string; readonly second: number } | null {
  const [, mark, second] = /^([0-9a-f]{16})@(\d{1,12})$/.exec(sentOf(tags) ?? '') ?? [];
  return mark === undefined ? null : { mark, second: Number(second) };
}

function isUpdatedAt({ updatedAt, createdAt }: Updated, second: number): boolean {
  return Math.abs(Date.parse(updatedAt ?? createdAt) / 1000 - second) <= APART_SECONDS;
}

const OWN_ACTIONS = new Set(['CREATE', 'UPDATE']);

/** Without hidden values: a digest that anybody may read would let them be guessed. */
function shortDigest({ template, files, environment, timeoutMinutes, tags }: Content): string {
  const hidden = new Set([
    ...hiddenParameters(viewTemplate(template).parameters),
    ...Object.keys(files).flatMap((file) => [...(nestedStack(file, {}, files)?.hidden ?? [])]),
  ]);
  const shown = (values: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.has(name)));
  const content: Json = {
    template,
    files,
    timeoutMinutes,
    tags: [...tags],
    parameters: shown(environment.parameters),
    parameter_defaults: shown(environment.parameter_defaults),
    resource_registry: environment.resource_registry,
  };
  return digest(content).slice('sha256:'.length, 'sha256:'.length + 16);
}
