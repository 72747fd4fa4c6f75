/** The life of one issue: from what it said last and what is so now to what is to be done. */
import type { ForgeIssue, IssueFact, IssueVerdict, WantedIssue } from '../../model/issue.ts';
import { backComment, cleanComment, worseComment } from '../report/issue-comment.ts';
import type { ChangeIssue, ChangeReason, IssueAction, KeepReason } from './action.ts';
import { compare, newFacts, remember } from './compare.ts';
import { labelsFor, SNOOZED } from './labels.ts';
import { type IssueMemory, type IssueScope, isEdited, textOf, withMemory } from './memory.ts';
import { flapsAfter, hasSettled } from './patience.ts';

/** An issue of ours together with what it remembers. */
export interface KnownIssue {
  readonly issue: ForgeIssue;
  readonly memory: IssueMemory;
}

export interface Circumstances {
  readonly scope: IssueScope;
  readonly now: Date;
  /** The page of this run; null when it has none. */
  readonly run: string | null;
}

type Found = Extract<IssueVerdict, { readonly state: 'found' }>;
type Clean = Extract<IssueVerdict, { readonly state: 'clean' }>;

export function openIssue({ subject, wanted }: Found, { scope, now }: Circumstances): IssueAction {
  const begun = { subject, scope, state: 'found', at: now, flaps: 0, words: 0, text: '' } as const;
  const memory: IssueMemory = { ...begun, ...remember(wanted.facts) };
  const body = withMemory(memory, '', wanted.body);
  const issue = { title: wanted.title, body, labels: labelsFor(subject.kind) };
  return { do: 'create', subject, issue, why: 'opened' };
}

/** Whether the issue would have to be opened again for what was found. */
export function wouldReopen(known: KnownIssue, { wanted }: Found): boolean {
  const { issue, memory } = known;
  if (issue.state === 'open' || isSnoozed(issue)) return false;
  return memory.state === 'clean' || isNews(memory, wanted.facts);
}

export function liveOn(known: KnownIssue, verdict: IssueVerdict, circumstances: Circumstances): IssueAction {
  const { state } = known.issue;
  if (verdict.state === 'clean') {
    return state === 'open' ? cleaned(known, verdict, circumstances) : cleanWhileClosed(known, verdict);
  }
  return state === 'open'
    ? stillFound(known, verdict, circumstances)
    : foundWhileClosed(known, verdict, circumstances);
}

/** Body in place, and a word only about what is new. */
function stillFound(known: KnownIssue, { wanted }: Found, { run }: Circumstances): IssueAction {
  const { issue, memory } = known;
  const difference = compare(memory, wanted.facts);
  const body = rewritten(memory, wanted);
  if (difference === 'worse') {
    if (isSnoozed(issue)) return change(known, 'got worse', { change: { body } });
    const said = oneMore(memory);
    const fresh = newsIn(memory, wanted.facts);
    return change(known, 'got worse', {
      change: { body: rewritten(said, wanted) },
      comment: worseComment(fresh, { number: said.words, run }),
    });
  }
  if (memory.state !== 'found') return change(known, 'found again', { change: { body } });
  if (difference !== 'same') return change(known, 'changed', { change: { body } });
  return isEdited(issue.body, memory)
    ? change(known, 'put right', { change: { body } })
    : keep(known, 'unchanged');
}

/** Closed by us, it comes back. Closed by a person, it stays closed until there is something that person did not know. */
function foundWhileClosed(known: KnownIssue, verdict: Found, { now, run }: Circumstances): IssueAction {
  const { issue, memory } = known;
  const { facts } = verdict.wanted;
  if (!wouldReopen(known, verdict)) {
    if (compare(memory, facts) === 'same')
      return keep(known, isSnoozed(issue) ? 'snoozed' : 'closed by hand');
    return change(known, 'closed by hand, rewritten', {
      change: { body: rewritten(memory, verdict.wanted) },
    });
  }
  const back = memory.state === 'clean';
  const flaps = back ? flapsAfter(memory, now) : memory.flaps;
  const said = oneMore({ ...memory, at: now, flaps });
  return change(known, 'reopened', {
    change: { state: 'open', body: rewritten(said, verdict.wanted) },
    comment: backComment(back ? facts : newsIn(memory, facts), { back, number: said.words, run }),
  });
}

function cleaned(known: KnownIssue, { word }: Clean, { now, run }: Circumstances): IssueAction {
  const { issue, memory } = known;
  if (memory.state === 'clean') return keep(known, 'reopened by hand');
  if (hasSettled(memory, now)) {
    const quiet = isSnoozed(issue);
    const said = quiet ? memory : oneMore(memory);
    const body = withMemory({ ...said, state: 'clean', at: now }, noted(word), textOf(issue.body));
    return change(known, 'clean', {
      change: { state: 'closed', reason: 'completed', body },
      comment: quiet ? null : cleanComment(word, { number: said.words, run }),
      awake: true,
    });
  }
  if (memory.state === 'clearing') return keep(known, 'clean for now');
  const body = withMemory({ ...memory, state: 'clearing', at: now }, CLEARING, textOf(issue.body));
  return change(known, 'clean for now', { change: { body } });
}

const CLEARING =
  'Clean for now. It came and went before, so this is closed only when it stays clean for a while.';

/** A person has closed it already: nothing is said, but the next time it is news again. */
function cleanWhileClosed(known: KnownIssue, { word }: Clean): IssueAction {
  const { issue, memory } = known;
  if (memory.state === 'clean') return keep(known, 'unchanged');
  const body = withMemory({ ...memory, state: 'clean' }, noted(word), textOf(issue.body));
  return change(known, 'clean', { change: { body }, awake: true });
}

function noted(word: string): string {
  return `${word} What it was:`;
}

function rewritten(memory: IssueMemory, { facts, body }: WantedIssue): string {
  return withMemory({ ...memory, state: 'found', ...remember(facts) }, '', body);
}

/** The memory of an issue below which another word is said. */
function oneMore(memory: IssueMemory): IssueMemory {
  return { ...memory, words: memory.words + 1 };
}

function isNews(memory: IssueMemory, facts: readonly IssueFact[]): boolean {
  const difference = compare(memory, facts);
  return difference === 'worse' || difference === 'other';
}

function newsIn(memory: IssueMemory, facts: readonly IssueFact[]): readonly IssueFact[] {
  const fresh = newFacts(memory, facts);
  return fresh.length > 0 ? fresh : facts;
}

function isSnoozed({ labels }: ForgeIssue): boolean {
  return labels.includes(SNOOZED.name);
}

interface Details extends Pick<ChangeIssue, 'change'> {
  readonly comment?: string | null;
  /** The snooze ends with what it was for. */
  readonly awake?: boolean;
}

function change({ issue, memory }: KnownIssue, why: ChangeReason, details: Details): IssueAction {
  const { change: changed, comment = null, awake = false } = details;
  const unlabel = awake && isSnoozed(issue) ? SNOOZED.name : null;
  return {
    do: 'change',
    subject: memory.subject,
    number: issue.number,
    change: changed,
    comment,
    unlabel,
    why,
  };
}

function keep({ issue, memory }: KnownIssue, why: KeepReason): IssueAction {
  return { do: 'keep', subject: memory.subject, number: issue.number, why };
}
