/** Decides what becomes of every issue after a run: at most one is open for each group and kind. */
import type { ForgeIssue, IssueKind, IssueVerdict } from '../../model/issue.ts';
import { moreIssue } from '../report/issue-more.ts';
import type { IssueAction } from './action.ts';
import { worst } from './compare.ts';
import { duplicateActions, known } from './duplicates.ts';
import { type Circumstances, type KnownIssue, liveOn, openIssue, wouldReopen } from './life.ts';
import { type IssueScope, identityOf } from './memory.ts';

export interface IssueRound {
  /** The command, or what else speaks. */
  readonly by: IssueVoice;
  readonly scope: IssueScope;
  readonly verdicts: readonly IssueVerdict[];
  /** Everything of this scope was looked at: a group of which nothing is said is gone from the repository. */
  readonly complete: boolean;
  /** At most so many of these kinds are open; the others share one. */
  readonly max: number;
  readonly run: string | null;
}

export type IssueVoice = 'drift' | 'health' | 'apply' | 'schedules';

/** Whose business a kind is. */
const VOICES: Readonly<Record<Exclude<IssueKind, 'more'>, IssueVoice>> = {
  drift: 'drift',
  'drift-unchecked': 'drift',
  health: 'health',
  'health-unchecked': 'health',
  'apply-failed': 'apply',
  'schedule-stopped': 'schedules',
};

type Found = Extract<IssueVerdict, { readonly state: 'found' }>;

export function decideIssues(
  round: IssueRound,
  existing: readonly ForgeIssue[],
  now: Date,
): readonly IssueAction[] {
  const { issues, duplicates } = known(existing);
  const circumstances = { scope: round.scope, now, run: round.run };
  const issueOf = (verdict: IssueVerdict) => issues.get(identityOf(verdict.subject, round.scope));
  const verdicts = [...round.verdicts, ...gone(round, [...issues.values()])];
  const settled = verdicts.filter((verdict) => !needsOpening(verdict, issueOf(verdict)));
  const waiting = verdicts.filter(isFound).filter((verdict) => needsOpening(verdict, issueOf(verdict)));
  const room = Math.max(0, round.max - stayOpen(settled, round, issues));
  const ranked = [...waiting].sort(bySeverity);
  const collected = round.complete ? collecting(ranked.slice(room), round) : [];
  return [
    ...duplicateActions(duplicates),
    ...settled.flatMap((verdict) => live(issueOf(verdict), verdict, circumstances)),
    ...ranked.slice(0, room).flatMap((verdict) => live(issueOf(verdict), verdict, circumstances)),
    ...collected.flatMap((verdict) => live(issueOf(verdict), verdict, circumstances)),
  ];
}

function live(
  issue: KnownIssue | undefined,
  verdict: IssueVerdict,
  circumstances: Circumstances,
): readonly IssueAction[] {
  if (issue !== undefined) return [liveOn(issue, verdict, circumstances)];
  return verdict.state === 'found' ? [openIssue(verdict, circumstances)] : [];
}

function needsOpening(verdict: IssueVerdict, issue: KnownIssue | undefined): boolean {
  return verdict.state === 'found' && (issue === undefined || wouldReopen(issue, verdict));
}

/** A spec that was taken out of the repository leaves nothing to differ from. */
function gone(
  { by, scope, verdicts, complete }: IssueRound,
  issues: readonly KnownIssue[],
): readonly IssueVerdict[] {
  if (!complete) return [];
  const spoken = new Set(verdicts.map(({ subject }) => identityOf(subject, scope)));
  return issues
    .filter(({ memory }) => voiceOf(memory.subject.kind) === by && memory.subject.group !== '')
    .filter(({ memory }) => identityOf(memory.subject, memory.scope) === identityOf(memory.subject, scope))
    .filter(({ memory }) => memory.scope.run === scope.run && !spoken.has(identityOf(memory.subject, scope)))
    .map(({ memory: { subject } }) => ({ state: 'clean', subject, word: GONE }));
}

const GONE = 'No spec has this name any more, so there is nothing to compare with.';

/** Open issues of this round's kinds that will still be open after it, those that nothing is said of included. */
function stayOpen(
  settled: readonly IssueVerdict[],
  { by, scope }: IssueRound,
  issues: ReadonlyMap<string, KnownIssue>,
): number {
  const clean = new Set(
    settled.filter(({ state }) => state === 'clean').map(({ subject }) => identityOf(subject, scope)),
  );
  return [...issues].filter(
    ([identity, { issue, memory }]) =>
      issue.state === 'open' &&
      voiceOf(memory.subject.kind) === by &&
      identity === identityOf(memory.subject, scope) &&
      !clean.has(identity),
  ).length;
}

function collecting(beyond: readonly Found[], round: IssueRound): readonly IssueVerdict[] {
  const subject = { kind: 'more' as const, group: round.by };
  if (beyond.length === 0)
    return [{ state: 'clean', subject, word: 'Every one of them is clean or has its own issue.' }];
  return [{ state: 'found', subject, wanted: moreIssue(round.by, round.scope.key, beyond) }];
}

function bySeverity(one: Found, other: Found): number {
  const ranks = { error: 0, warn: 1, info: 2 };
  const difference = ranks[worst(one.wanted.facts)] - ranks[worst(other.wanted.facts)];
  return difference !== 0 ? difference : byName(one, other);
}

function byName({ subject: one }: Found, { subject: other }: Found): number {
  const [a, b] = [JSON.stringify([one.group, one.kind]), JSON.stringify([other.group, other.kind])];
  return a < b ? -1 : Number(a > b);
}

function isFound(verdict: IssueVerdict): verdict is Found {
  return verdict.state === 'found';
}

function voiceOf(kind: IssueKind): IssueVoice | null {
  return kind === 'more' ? null : VOICES[kind];
}
