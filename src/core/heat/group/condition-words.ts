/** Conditions and changes of size in words: for plans, and as the alarms' own descriptions. */
import type { ConditionSpec, Threshold } from '../../../model/scaling-spec.ts';
import { durationWords } from '../../duration-words.ts';
import type { SizeChange } from '../group-size.ts';
import { meterOf } from './meters.ts';
import type { PlannedAlarm, PlannedCondition } from './planned-policies.ts';

/** `the mean CPU of the group stays above 80 % for 10 min`. */
export function conditionsWords({ conditions, match }: PlannedAlarm): string {
  return conditions.map(conditionWords).join(match === 'any' ? ', or ' : ', and ');
}

function conditionWords({ source, comparison, threshold, window, until }: PlannedCondition): string {
  const limit = until === null ? '' : ` and is not ${comparison} ${thresholdWords(until)} now`;
  if (window === null) return `${sourceWords(source)} is ${comparison} ${thresholdWords(threshold)}${limit}`;
  const lasting = durationWords(window.granularity * window.periods);
  return `${sourceWords(source)} stays ${comparison} ${thresholdWords(threshold)} for ${lasting}${limit}`;
}

function sourceWords(source: ConditionSpec['source']): string {
  if (source.kind === 'prometheus') return `the PromQL query ${shortened(source.query)}`;
  return meterOf(source)?.words ?? source.name;
}

/** `80 %`, `500 MB`, `20`. */
export function thresholdWords({ value, unit }: Threshold): string {
  return unit === '' ? String(value) : `${value} ${unit}`;
}

/** `adds 1 server`, `removes 5 % (at least 1 server)`, `sets the size to 4 servers`. */
export function changeWords({ adjustment, amount, minStep }: SizeChange): string {
  if (adjustment === 'exact') return `sets the size to ${servers(amount)}`;
  const verb = amount < 0 ? 'removes' : 'adds';
  if (adjustment === 'change') return `${verb} ${servers(Math.abs(amount))}`;
  return `${verb} ${Math.abs(amount)} % (at least ${servers(minStep ?? 1)})`;
}

function servers(count: number): string {
  return `${count} ${count === 1 ? 'server' : 'servers'}`;
}

/** aodh/db/sqlalchemy: a description is a text, but people read it. */
function shortened(query: string): string {
  const line = query.trim().replaceAll(/\s+/g, ' ');
  return line.length <= 120 ? line : `${line.slice(0, 119)}…`;
}
