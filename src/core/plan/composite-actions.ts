/** Tells which composite alarms an update would leave without actions. */
import type { Finding, Position } from '../../model/problem.ts';
import { object } from '../heat/template.ts';
import { isReplaced, type ResourceChange, type Side } from './resource-change.ts';

const ACTIONS = ['alarm_actions', 'ok_actions', 'insufficient_data_actions'] as const;

/**
 * Heat sends of a changed composite alarm what differs, and an empty list for actions that do not (heat alarm.py
 * CompositeAlarm.handle_update, actions_to_urls; measured): it stays, evaluates, and signals nobody.
 */
export function silencedComposites(
  changes: readonly ResourceChange[],
  { resources }: Side,
  source: Position,
): readonly Finding[] {
  return changes.flatMap((change): Finding[] => {
    if (change.kind !== 'change' || change.type !== 'OS::Aodh::CompositeAlarm' || isReplaced(change))
      return [];
    const properties = object(resources[change.name]?.['properties']);
    const differs = (name: string) => change.fields.some(({ path }) => path.startsWith(`properties.${name}`));
    const lost = ACTIONS.filter((name) => isFilled(properties[name]) && !differs(name));
    if (lost.length === 0) return [];
    const message = `${change.name}: Heat updates a composite alarm without its ${lost.join(' and ')} unless they change, too, and it would signal nobody any more; change them in the same pull request, such as by another question behind the address (\`?change=2\`)`;
    return [{ rule: 'composite-loses-actions', severity: 'error', message, source }];
  });
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}
