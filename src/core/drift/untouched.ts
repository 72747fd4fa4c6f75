/** Tells of a stack, by the list alone, that it still is what the spec says: many stacks need not be read whole. */
import type { Desired, DesiredStack } from '../../model/desired.ts';
import type { JsonObject } from '../../model/json.ts';
import type { PresentStack, StackContent, StackSummary } from '../../model/observed.ts';
import { nestedFile } from '../heat/nested-file.ts';
import { effectiveParameters } from '../heat/parameters.ts';
import { isAsSent } from '../heat/sent.ts';
import { viewTemplate } from '../heat/template.ts';
import { handedDown } from '../plan/sides.ts';

/** A check of fewer stacks than this reads each whole. */
export const MANY_STACKS = 50;

/** The content of a stack that nobody has touched since the apply of this very spec; null = it must be read. */
export function untouchedContent(desired: Desired, stack: StackSummary): StackContent | null {
  if (desired.presence === 'absent' || !isAsSent(desired, stack)) return null;
  const { template, files, environment, timeoutMinutes } = desired;
  const values = effectiveParameters(viewTemplate(template).parameters, environment);
  return {
    template,
    files,
    environment,
    timeoutMinutes,
    parameters: {
      ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textOf(value)])),
      'OS::stack_id': stack.id,
      'OS::stack_name': stack.name,
    },
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * Members' definitions where they need not be asked for: a member with a stack of its own shows by the names of its
 * resources which generation it is of; a plain server shows it in its own definition alone. null = ask.
 */
export function evidentDefinitions(
  desired: DesiredStack,
  observed: PresentStack,
): Readonly<Record<string, Readonly<Record<string, JsonObject>>>> | null {
  const groups = observed.groups.map((group) => ({
    group,
    target: desired.groups.find(({ address }) => address === group.address),
  }));
  const evident = groups.every(
    ({ group, target }) =>
      target !== undefined &&
      nestedFile(String(target.member['type'] ?? ''), desired.files, desired.environment) !== null &&
      group.state.status === 'COMPLETE',
  );
  if (!evident) return null;
  return Object.fromEntries(
    groups.map(({ group, target }) => {
      const definition = target ? handedDown(target, observed) : {};
      return [group.address, Object.fromEntries(group.members.map(({ name }) => [name, definition]))];
    }),
  );
}
