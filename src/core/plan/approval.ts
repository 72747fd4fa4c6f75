/** Decides whether a group's plan may be carried out: what was approved, or what is already so. */
import type { GroupPlan, Plan } from '../../model/plan.ts';

export type Approval =
  | { readonly go: true }
  | { readonly go: false; readonly status: 'nothing-to-do' | 'refused'; readonly message: string };

/** `approved` holds fingerprints of whole plans or of single groups; null asks for no approval. A schedule was approved with its spec. */
export function approval(group: GroupPlan, plan: Plan, approved: readonly string[] | null): Approval {
  if (group.action === 'no-op') return { go: false, status: 'nothing-to-do', message: '' };
  const forbidden = group.findings.filter(({ severity }) => severity === 'error');
  if (forbidden.length > 0) {
    return { go: false, status: 'refused', message: forbidden.map(({ message }) => message).join('; ') };
  }
  if (
    approved === null ||
    group.byClock ||
    approved.includes(plan.fingerprint) ||
    approved.includes(group.fingerprint)
  )
    return { go: true };
  return {
    go: false,
    status: 'refused',
    message: `what would be done now (${group.fingerprint}) is not what was approved (${approved.join(', ') || 'nothing'}); look at a new plan and approve that`,
  };
}
