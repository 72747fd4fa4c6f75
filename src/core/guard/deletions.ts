/** Refuses a whole run that deletes more stacks than one run may. */
import type { GroupPlan } from '../../model/plan.ts';
import type { Finding } from '../../model/problem.ts';
import type { Limits } from '../../model/settings.ts';
import { list } from '../spec/quote.ts';

/** Findings of every group that changes: when a merge goes wrong in this way, nothing of it can be trusted. */
export function deletionFindings(groups: readonly GroupPlan[], { maxDeletions }: Limits): readonly Finding[] {
  const going = groups.filter(({ action }) => action === 'delete').map(({ name }) => name);
  if (going.length <= maxDeletions) return [];
  const shown = going.length > MANY ? [...going.slice(0, MANY), `${going.length - MANY} more`] : going;
  const stacks = going.length === 1 ? '1 stack' : `${going.length} stacks`;
  const message = `this run would delete ${stacks} (${list(shown)}), and limits.maxDeletions allows ${maxDeletions}: nothing of it is applied; delete in smaller steps, or raise the limit first`;
  return [{ rule: 'too-many-deletions', severity: 'error', message }];
}

const MANY = 5;
