/** The one status that says most of several. */
import type { HealthStatus } from '../../model/health.ts';

const WORST_FIRST: readonly HealthStatus[] = ['unhealthy', 'unchecked', 'healed', 'healthy'];

export function worstOf(all: readonly { readonly status: HealthStatus }[]): HealthStatus {
  return WORST_FIRST.find((one) => all.some(({ status }) => status === one)) ?? 'healthy';
}
