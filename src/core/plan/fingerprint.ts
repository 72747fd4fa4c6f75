/** The fingerprint of a group's plan: what a reviewer approves, and what apply compares again. */
import type { Json } from '../../model/json.ts';
import type { GroupPlan } from '../../model/plan.ts';
import { digest } from '../heat/canonical.ts';

/**
 * Covers the settings that change and what becomes of running servers, not how many servers there are at the moment:
 * an alarm between review and merge must not invalidate an approval, but a plan that begins to delete or replace must.
 */
export function fingerprint(plan: Omit<GroupPlan, 'fingerprint'>): string {
  const content: Json = {
    version: 1,
    name: plan.name,
    action: plan.action,
    changes: plan.changes.map(({ address, action, fields }) => ({
      address,
      action,
      fields: fields.map(({ path, before, after }) => ({ path, before, after })),
    })),
    groups: plan.scalingGroups.map(({ address, size, members }) => ({
      address,
      min: size.min,
      max: size.max,
      fates: [...new Set(members.map(({ fate, how }) => `${fate}: ${how}`))].sort(),
    })),
  };
  return digest(content);
}
