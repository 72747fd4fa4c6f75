/** Decides what becomes of every issue after a run: at most one is open for each group and kind. */
import type { ForgeIssue, IssueKind, IssueVerdict, IssueVoice } from '../../model/issue.ts';
import { factIdOf, moreIssue, type Unseen } from '../report/issue-more.ts';
import type { IssueAction } from './action.ts';
import { recall, worst } from './compare.ts';
import { duplicateActions, known } from './duplicates.ts';
import { type Circumstances, type KnownIssue, liveOn, openIssue, wouldReopen } from './life.ts';
import { type IssueMemory, type IssueScope, identityOf } from './memory.ts';

export interface IssueRound {
  readonly by: IssueVoice;
  readonly scope: IssueScope;
  readonly verdicts: readonly IssueVerdict[];
  /** Every group that the specs name, whatever was found out about it; null when that was not looked at as a whole. */
  readonly groups: readonly string[] | null;
  /** At most so many of these kinds are open; the others share one. */
  readonly max: number;
  readonly run: string | null;
}

/** Whose business a kind is. */
const VOICES: Readonly<Record<Exclude<IssueKind, 'more'>, IssueVoice>> = {
  drift: 'drift',
  'drift-unchecked': 'drift',
  health: 'health',
  'health-unchecked': 'health',
  'apply-failed': 'apply',
  'schedule-stopped': 'schedules',
};

const KINDS = [
  'drift',
  'drift-unchecked',
  'health',
  'health-unchecked',
  'apply-failed',
  'schedule-stopped',
] as const;

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
  const waiting = verdicts.filter(isFound).filter((verdict) => waitsForRoom(verdict, issueOf(verdict)));
  const settled = verdicts.filter((verdict) => !(isFound(verdict) && waiting.includes(verdict)));
  const room = Math.max(0, round.max - stayOpen(settled, round, issues));
  const ranked = [...waiting].sort(bySeverity);
  const beyond = ranked.slice(room);
  const collected = round.groups === null ? [] : collecting(beyond, round, issues);
  return [
    ...duplicateActions(duplicates),
    ...[...settled, ...ranked.slice(0, room), ...collected].flatMap((verdict) =>
      live(issueOf(verdict), verdict, circumstances),
    ),
    ...(round.groups === null
      ? beyond.map(({ subject }) => ({ do: 'skip', subject, why: 'beyond max-issues' }) as const)
      : []),
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

/** That a check did not come about at all is told in any case. */
function waitsForRoom(verdict: Found, issue: KnownIssue | undefined): boolean {
  return verdict.subject.group !== '' && (issue === undefined || wouldReopen(issue, verdict));
}

/** A spec that was taken out of the repository leaves nothing to differ from. */
function gone({ by, scope, groups }: IssueRound, issues: readonly KnownIssue[]): readonly IssueVerdict[] {
  if (groups === null) return [];
  const named = new Set(['', ...groups]);
  return issues
    .map(({ memory }) => memory)
    .filter(({ subject }) => voiceOf(subject.kind) === by && !named.has(subject.group))
    .filter((memory) => identityOf(memory.subject, memory.scope) === identityOf(memory.subject, scope))
    .filter((memory) => memory.scope.run === scope.run)
    .map(({ subject }) => ({ state: 'clean', subject, word: by === 'schedules' ? NO_FILE : NO_SPEC }));
}

const NO_SPEC = 'No spec has this name any more, so there is nothing to compare with.';
const NO_FILE = 'The workflow is gone, or has no schedule any more.';

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

/** What was listed and not looked at this time stays listed. */
function collecting(
  beyond: readonly Found[],
  round: IssueRound,
  issues: ReadonlyMap<string, KnownIssue>,
): readonly IssueVerdict[] {
  const subject = { kind: 'more' as const, group: round.by };
  const memory = issues.get(identityOf(subject, round.scope))?.memory;
  const unseen = memory === undefined ? [] : unseenIn(memory, round);
  if (beyond.length + unseen.length === 0) {
    return [{ state: 'clean', subject, word: 'Every one of them is clean or has its own issue.' }];
  }
  return [{ state: 'found', subject, wanted: moreIssue(round, beyond, unseen) }];
}

function unseenIn(memory: IssueMemory, { by, scope, groups, verdicts }: IssueRound): readonly Unseen[] {
  const spoken = new Set(verdicts.map(({ subject }) => identityOf(subject, scope)));
  const kinds = KINDS.filter((kind) => VOICES[kind] === by);
  return (groups ?? [])
    .flatMap((group) => kinds.map((kind) => ({ kind, group })))
    .filter((subject) => !spoken.has(identityOf(subject, scope)))
    .flatMap((subject) => {
      const severity = recall(memory, factIdOf(subject));
      return severity === null ? [] : [{ subject, severity }];
    });
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
