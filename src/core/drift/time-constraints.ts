/** Compares how many time constraints an alarm has: Aodh stores each in its own spelling. */
import type { JsonObject } from '../../model/json.ts';
import type { SpeltDifference } from './compare.ts';

export function constraintDifferences(properties: JsonObject, live: JsonObject): readonly SpeltDifference[] {
  const told = properties['time_constraints'];
  const [a, b] = [told, live['time_constraints']].map((list) => (Array.isArray(list) ? list.length : 0));
  if (a === b) return [];
  const property = 'time_constraints';
  return [{ property, within: property, told: `${a} of them`, live: `${b} of them` }];
}
