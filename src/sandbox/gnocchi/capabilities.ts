// Every aggregation method that an archive policy may have.

import type { JsonObject } from '../json.ts';

const PLAIN = ['mean', 'sum', 'last', 'max', 'min', 'std', 'median', 'first', 'count'];
const PERCENTILES = Array.from({ length: 99 }, (_, index) => `${index + 1}pct`);

export const AGGREGATION_METHODS: readonly string[] = [...PLAIN, ...PERCENTILES].flatMap((method) => [
  method,
  `rate:${method}`,
]);

export function capabilities(): JsonObject {
  return { aggregation_methods: [...AGGREGATION_METHODS] };
}
