/** Notes in a stack's tags what was sent and when, so that a check of many stacks need not read again what nobody has touched. */
import type { Json, JsonObject } from '../../model/json.ts';
import type { PresentStack, StackSummary } from '../../model/observed.ts';
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
  const { mark, second } = noteOf(stack);
  if (mark === null || stack.state.status !== 'COMPLETE' || !OWN_ACTIONS.has(stack.state.action))
    return false;
  const changed = Date.parse(stack.updatedAt ?? stack.createdAt) / 1000;
  return Math.abs(changed - second) <= APART_SECONDS && mark === shortDigest(content);
}

/** True when the last apply sent just this, whatever became of the stack since: what is wanted was approved and applied once. */
export function wasSent(content: Content, { tags, files }: Pick<PresentStack, 'tags' | 'files'>): boolean {
  const { mark } = noteOf({ tags });
  // files of members that were on their way out went along
  const all = { ...content, files: { ...files, ...content.files } };
  return mark !== null && [content, all].some((one) => shortDigest(one) === mark);
}

function noteOf({ tags }: Pick<StackSummary, 'tags'>): {
  readonly mark: string | null;
  readonly second: number;
} {
  const [, mark = null, second] = /^([0-9a-f]{16})@(\d{1,12})$/.exec(sentOf(tags) ?? '') ?? [];
  return { mark, second: Number(second) };
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
