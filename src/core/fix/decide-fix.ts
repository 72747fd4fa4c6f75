/** Decides what of a group's drift may be put right now, and says of the rest why not. */
import type { DriftItem, GroupDrift } from '../../model/drift.ts';
import type { GroupPlan } from '../../model/plan.ts';
import { isSuspended } from '../drift/stack-drift.ts';
import { wasSent } from '../heat/sent.ts';
import type { Pair } from '../plan/plan.ts';
import { isUnfinished } from '../plan/plan-update.ts';
import { remakeHold } from './remake-hold.ts';
import { wayOf } from './ways.ts';

export interface FixView {
  readonly group: GroupDrift;
  readonly pair: Pair;
  /** What apply would do now, with what limits find about it. */
  readonly plan: GroupPlan;
  /** Why nothing may be written now: a freeze window, a guardrail, somebody at work; null = it may. */
  readonly hold: string | null;
}

export interface FixDecision {
  /** What an update of the stack puts right, which sends what the last apply sent. */
  readonly reapply: readonly DriftItem[];
  /** What is put right afterwards, each at its service or by Heat. */
  readonly mend: readonly DriftItem[];
  /** Everything else, each with why it was left. */
  readonly left: readonly DriftItem[];
}

export function decideFix(view: FixView): FixDecision {
  const { items } = view.group;
  const hold = view.hold ?? holdOfStack(view.pair);
  const stack = items.filter(isOfStack);
  const stackHold = hold ?? (stack.length === 0 ? null : reapplyHold(view));
  const judged = items.map((item) => {
    const why = whyNot(item) ?? hold ?? (isOfStack(item) ? stackHold : partHold(view, item, stackHold));
    return { item, why };
  });
  const free = judged.filter(({ why }) => why === null).map(({ item }) => item);
  return {
    reapply: free.filter(isOfStack),
    mend: free.filter((item) => !isOfStack(item)),
    left: judged.flatMap(({ item, why }) => (why === null ? [] : [{ ...item, left: why }])),
  };
}

function isOfStack({ kind }: DriftItem): boolean {
  return wayOf(kind).by === 'stack';
}

/** Whatever the hour: it is not for a machine, or nobody can tell what to write. */
function whyNot({ kind, mends, mustStay }: DriftItem): string | null {
  const way = wayOf(kind);
  if (way.by === 'people') return way.why;
  if (mustStay !== undefined) return mustStay;
  return way.by === 'service' && mends.length === 0 ? way.unless : null;
}

/** What Heat was told is not sure to be what it did. */
function holdOfStack({ observed }: Pair): string | null {
  if (observed.presence === 'absent') return 'the stack is missing';
  const { action, status } = observed.state;
  if (isUnfinished(observed)) return `the stack is ${action}_${status}: apply finishes what stopped`;
  return isSuspended(observed) ? 'the stack is suspended' : null;
}

/** What was told to the stack of a spec that nobody has applied, or to one edited by hand, is nobody's word. */
function partHold(view: FixView, item: DriftItem, stackHold: string | null): string | null {
  if (stackHold !== null) return `the stack itself is not what its spec says, and stays so: ${stackHold}`;
  const file = view.group.items.find(({ kind }) => kind === 'file-edited');
  if (file !== undefined) return `Heat was told something else than the spec says: ${file.subject}`;
  return item.mends.some(({ kind }) => kind === 'remake') ? remakeHold(view, item) : null;
}

const STACK_KINDS: ReadonlySet<string> = new Set([
  'template-edited',
  'parameter-edited',
  'environment-edited',
]);

/** An update of the stack is sent only when it sends what was sent before, and no server notices. */
function reapplyHold({ group, pair, plan }: FixView): string | null {
  const { desired, observed } = pair;
  if (desired.presence === 'absent' || observed.presence === 'absent') return 'there is nothing to send';
  if (group.ignored.some(({ kind }) => STACK_KINDS.has(kind)))
    return 'a rule of the settings leaves a part of the stack alone: an update of it is for people to look at, then apply';
  if (!wasSent(desired, observed))
    return 'what the spec says was not applied by the last apply: merge and apply it';
  const blocking = group.items.find(({ kind }) => kind === 'file-edited' || kind === 'schedule-missed');
  if (blocking !== undefined) return `an update would send more than that: ${blocking.subject}`;
  return touched(plan);
}

function touched({ action, servers, size, changes, steps }: GroupPlan): string | null {
  const { create, replace, update, delete: gone } = servers;
  if (create + replace + update + gone > 0 || size.after !== size.current || action === 'replace')
    return 'an update would touch servers: look at a plan, then apply';
  const taken = changes.find((change) => change.action === 'delete' || change.action === 'replace');
  if (taken !== undefined)
    return `an update would ${taken.action} ${taken.address}: look at a plan, then apply`;
  const lent = steps.some(({ kind, capacities }) => kind !== 'update' || capacities.length > 0);
  return action === 'update' && !lent
    ? null
    : 'an update would take several steps: look at a plan, then apply';
}
