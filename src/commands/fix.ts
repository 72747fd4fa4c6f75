/** The command `drift` with --fix: what was found, and is safe to put right, is put right before it is told. */

import { uncheckedDrift } from '../core/drift/drift.ts';
import { withoutIgnored } from '../core/drift/ignored.ts';
import { confirmed } from '../core/drift/second-look.ts';
import { decideFix, type FixDecision } from '../core/fix/decide-fix.ts';
import { afterFix } from '../core/fix/outcome.ts';
import { frozenLookup } from '../core/guard/freeze.ts';
import { freezeFindings } from '../core/guard/freeze-findings.ts';
import type { Guard } from '../core/guard/guard-plan.ts';
import { provenanceOf } from '../core/heat/tags.ts';
import type { Pair } from '../core/plan/plan.ts';
import { whoIsAtWork } from '../core/plan/settled.ts';
import type { Desired } from '../model/desired.ts';
import type { DriftItem, GroupDrift } from '../model/drift.ts';
import type { GroupPlan } from '../model/plan.ts';
import type { Spec } from '../model/spec.ts';
import type { CloudReader, CloudWriter } from '../ports/cloud.ts';
import { CloudError, errorLine } from '../ports/errors.ts';
import { askMakers } from './ask-makers.ts';
import { inTurns } from './concurrency.ts';
import { type Afterwards, drift, driftAnd, type FoundDrift } from './drift.ts';
import { executeGroup } from './execute.ts';
import { freezeOverride } from './freeze-override.ts';
import { look, lookTwice } from './look.ts';
import { planAgainst } from './make-plan.ts';
import { mendGroup } from './mend-group.ts';
import type { CommandOptions, CommandResult, WriterParts } from './parts.ts';

/** Who only looks holds a reader. */
export function driftOrFix(parts: WriterParts, options: CommandOptions): Promise<CommandResult> {
  return options.fix ? driftAnd(parts, options, fixing(parts, options)) : drift(parts, options);
}

/** Stacks changed at the same time: more would only queue inside Heat's engine. */
const STACKS_AT_ONCE = 4;

function fixing(parts: WriterParts, options: CommandOptions): Afterwards {
  return ({ specs, rules }) =>
    async (found) => {
      if (!found.groups.some(({ status }) => status === 'drifted')) return found.groups;
      const override = await freezeOverride(parts, options, rules);
      const guard = { rules, moment: 'apply', freezeOverride: override } as const;
      const writer = await parts.writer();
      return inTurns(found.groups, STACKS_AT_ONCE, async (group, index) => {
        const [spec, desired] = [specs[index], found.desired[index]];
        if (group.status !== 'drifted' || spec === undefined || desired === undefined) return group;
        return fixGroup({ parts, options, found, guard, writer, spec, desired }, group);
      });
    };
}

interface GroupFix {
  readonly parts: WriterParts;
  readonly options: CommandOptions;
  readonly found: FoundDrift;
  readonly guard: Guard;
  readonly writer: CloudWriter;
  readonly spec: Spec;
  readonly desired: Desired;
}

/** What can't be asked or written leaves the group as it was found, with the reason. */
async function fixGroup(fix: GroupFix, group: GroupDrift): Promise<GroupDrift> {
  try {
    return await carryOut(fix, group);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return { ...group, items: group.items.map((item) => ({ ...item, left: errorLine(error) })) };
  }
}

async function carryOut(fix: GroupFix, group: GroupDrift): Promise<GroupDrift> {
  const first = await decide(fix, group);
  const { reapply, mend, left } = first.decision;
  if (reapply.length + mend.length === 0) return { ...group, items: left };
  if (reapply.length > 0) {
    const trouble = await sendAgain(fix, first);
    if (trouble !== '') return { ...group, items: [...left, ...[...reapply, ...mend].map(because(trouble))] };
  }
  const written = [...reapply];
  try {
    return await mendBelow(fix, group, first.decision, written);
  } catch (error) {
    if (!(error instanceof CloudError) || written.length === 0) throw error;
    const after = uncheckedDrift(fix.desired, errorLine(error));
    return afterFix({ before: group, after, tried: written, left: [], troubles: new Map() });
  }
}

/** Tells in `written` what is written about, should it end before anybody could look. */
async function mendBelow(
  fix: GroupFix,
  group: GroupDrift,
  { reapply, left }: FixDecision,
  written: DriftItem[],
): Promise<GroupDrift> {
  const { found, parts, writer } = fix;
  // read again right before the write: what is not there any more is not put right
  const fresh = confirmed(group, await lookOnce(fix));
  const second = fresh.status === 'drifted' ? (await decide(fix, fresh)).decision : NOTHING;
  const due = second.reapply.length > 0 ? [] : second.mend;
  written.push(...due);
  const troubles = await mendGroup({ ...parts, reader: found.cloud, writer }, group, due);
  const { groups } = await lookTwice(found.cloud, parts.clock, [fix.desired], found.ignoring);
  const [after = group] = await found.judge(groups);
  return afterFix({
    before: group,
    after,
    tried: [...reapply, ...due],
    left: [...left, ...second.left],
    troubles,
  });
}

const NOTHING: FixDecision = { reapply: [], mend: [], left: [] };

function because(left: string): (item: DriftItem) => DriftItem {
  return (item) => ({ ...item, left });
}

async function lookOnce({ found, parts, desired }: GroupFix): Promise<GroupDrift> {
  const { cloud, ignoring } = found;
  const { groups } = await look(cloud, parts.clock, [desired], ignoring);
  const [group] = groups;
  if (group === undefined) throw new Error(`no look at "${desired.name}"`);
  const counted = withoutIgnored(group, ignoring.rules, ignoring.now);
  return (await askMakers(cloud, [counted]))[0] ?? counted;
}

interface Decided {
  readonly pair: Pair;
  readonly plan: GroupPlan;
  readonly decision: FixDecision;
}

/** Against the plan that apply would make this moment, with all that limits it. */
async function decide({ found, parts, spec, guard }: GroupFix, group: GroupDrift): Promise<Decided> {
  const { cloud } = found;
  const made = await planAgainst(cloud, [spec], parts.clock.now(), guard);
  const [pair, plan] = [made.pairs[0], made.plan.groups[0]];
  if (pair === undefined || plan === undefined) throw new Error(`no plan for "${group.name}"`);
  const broken = made.problems[0]?.message ?? null;
  const hold =
    broken ?? forbidden({ spec, pair, plan, now: parts.clock.now(), guard }) ?? (await busy(cloud, pair));
  return { pair, plan, decision: decideFix({ group, pair, plan, hold }) };
}

/** A plan without changes is frozen by no window; what is put right is a change. */
function forbidden(view: {
  readonly spec: Spec;
  readonly pair: Pair;
  readonly plan: GroupPlan;
  readonly now: Date;
  readonly guard: Guard;
}): string | null {
  const { spec, pair, plan, now, guard } = view;
  const changing = { ...plan, action: 'update' as const };
  const frozen =
    plan.action === 'no-op'
      ? freezeFindings({ spec, pair, group: changing, headRoom: null }, frozenLookup(now), guard)
      : [];
  const findings = [...plan.findings, ...frozen].filter(({ severity }) => severity === 'error');
  return findings.length === 0 ? null : findings.map(({ message }) => message).join('; ');
}

async function busy(cloud: CloudReader, { observed }: Pair): Promise<string | null> {
  if (observed.presence === 'absent') return null;
  const pulse = await cloud.pulse(observed);
  return pulse === null ? 'the stack is gone' : whoIsAtWork(pulse);
}

/** '' when it is done: the stack keeps the name of the commit that it was applied from. */
async function sendAgain(fix: GroupFix, { pair, plan }: Decided): Promise<string> {
  const { parts, options, found, writer } = fix;
  const tags = pair.observed.presence === 'present' ? pair.observed.tags : [];
  const outcome = await executeGroup(
    { ...parts, cloud: { reader: found.cloud, writer } },
    {
      pair,
      group: plan,
      ignoring: found.ignoring,
      noted: true,
      options: { ...options, waitMinutes: 0, ...provenanceOf(tags) },
    },
  );
  return outcome.status === 'done' || outcome.status === 'nothing-to-do' ? '' : outcome.message;
}
