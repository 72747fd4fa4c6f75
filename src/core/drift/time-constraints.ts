/** Compares how many time constraints an alarm has: Aodh stores each in its own spelling. */
import type { JsonObject } from '../../model/json.ts';
import type { Difference } from './compare.ts';

export function constraintDifferences(
  properties: JsonObject,
  live: JsonObject,
): readonly Omit<Difference, 'value'>[] {
  const told = properties['time_constraints'];
  const [a, b] = [told, live['time_constraints']].map((list) => (Array.isArray(list) ? list.length : 0));
  return a === b ? [] : [{ property: 'time_constraints', told: `${a} of them`, live: `${b} of them` }];
}
