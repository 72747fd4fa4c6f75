// What Aodh asks Gnocchi for: the same method outside and, without its rate, inside.

import type { Json } from '../json.ts';

/** aodh/evaluator/gnocchi.py, so that the rate is taken of the group's mean and not of each member. */
export function groupOperations(method: string, metrics: readonly string[]): Json {
  const inner = method.replace(/^[rate:]+/, '');
  return ['aggregate', method, ...metrics.map((metric): Json => ['metric', metric, inner])];
}
