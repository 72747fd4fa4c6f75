/** What people do on GitHub, and the events that come of it. */
import { payloadProblems } from './contract/contract.ts';
import {
  commentEvent,
  dispatchEvent,
  type Event,
  mergeGroupEvent,
  type PullDeed,
  pullEvent,
  pushEvent,
  scheduleEvent,
} from './events.ts';
import { relabelled } from './routes/labels.ts';
import { openPull } from './routes/pulls.ts';
import { pullFiles } from './shapes/pulls.ts';
import { fileChanges } from './state/file-changes.ts';
import type { Edits } from './state/history.ts';
import { finishMerge, type MergeMethod, mergeCommits, mergePull, moveBranch } from './state/merging.ts';
import type { Comment, Issue, Pull, Store } from './state/store.ts';
import type { Violation } from './violations.ts';

export interface PullInput {
  readonly by?: string;
  readonly branch: string;
  /** A fork, such as `mallory/infra`; none = a branch of the repository itself. */
  readonly from?: string;
  readonly title?: string;
  readonly body?: string;
  readonly files: Edits;
  readonly base?: string;
}

export class Deeds {
  readonly store: Store;
  /** What happened, the newest last: what workflows answer to. */
  readonly events: Event[] = [];
  /** Whatever GitHub would not have taken. */
  readonly violations: Violation[];

  constructor(store: Store, violations: Violation[]) {
    this.store = store;
    this.violations = violations;
  }

  /** Commits to a branch, as a direct push does. */
  push(
    edits: Edits,
    { branch = this.store.defaultBranch, by = 'olga', message = 'Change files' } = {},
  ): string {
    const { history } = this.store;
    const before = this.store.branch(branch);
    const files = history.edited(history.files(before), edits);
    const { sha } = history.commit({ parents: [before], files, message, author: by });
    moveBranch(this.store, branch, sha);
    this.pushed(branch, before, sha, by);
    return sha;
  }

  open({ by = 'mara', branch, from, title = branch, body = '', files, base = 'main' }: PullInput): Pull {
    const { store } = this;
    const repository = from ?? store.fullName;
    if (from !== undefined) store.account(from.split('/')[0] ?? '');
    const baseSha = store.branch(base);
    const headSha = this.commitOn(baseSha, files, by, title);
    if (from === undefined) store.refs.set(`heads/${branch}`, headSha);
    const pull = openPull(store, {
      ...{
        login: by,
        app: null,
        repository,
        head: branch,
        headSha,
        base,
        baseSha,
        title,
        body,
        draft: false,
      },
    });
    this.pullHappened(pull, { action: 'opened', by });
    return pull;
  }

  /** Pushes another commit to the pull request's branch. */
  pushTo(pull: Pull, files: Edits, { by = 'mara', message = 'More' } = {}): string {
    const { store } = this;
    const before = pull.headSha;
    const sha = this.commitOn(before, files, by, message);
    if (pull.headRepository === store.fullName) {
      moveBranch(store, pull.headRef, sha);
      this.pushed(pull.headRef, before, sha, by);
    } else {
      pull.headSha = sha;
      moveBranch(store, pull.baseRef, store.branch(pull.baseRef));
    }
    this.pullHappened(pull, { action: 'synchronize', by, before });
    return sha;
  }

  /** Throws the branch's commits away for one new commit on today's base. */
  forcePush(pull: Pull, files: Edits, { by = 'mara', message = 'Anew' } = {}): string {
    pull.headSha = this.store.branch(pull.baseRef);
    return this.pushTo(pull, files, { by, message });
  }

  close(pull: Pull, by = 'mara'): void {
    this.setState(pull, 'closed', by);
    this.pullHappened(pull, { action: 'closed', by });
  }

  reopen(pull: Pull, by = 'mara'): void {
    this.setState(pull, 'open', by);
    moveBranch(this.store, pull.baseRef, this.store.branch(pull.baseRef));
    this.pullHappened(pull, { action: 'reopened', by });
  }

  /** Has it go to another branch. */
  retarget(pull: Pull, base: string, by = 'mara'): void {
    const { store } = this;
    const changes = { base: { ref: { from: pull.baseRef }, sha: { from: pull.baseSha } } };
    Object.assign(pull, { baseRef: base, baseSha: store.branch(base) });
    moveBranch(store, base, store.branch(base));
    this.pullHappened(pull, { action: 'edited', by, changes });
  }

  /** Edits its title. */
  rename(pull: Pull, title: string, by = 'mara'): void {
    const issue = this.store.issues.get(pull.number);
    const changes = { title: { from: issue?.title ?? '' } };
    if (issue) issue.title = title;
    this.pullHappened(pull, { action: 'edited', by, changes });
  }

  /** Merges by the button; the push to the base branch is the newest event. */
  merge(pull: Pull, { method = 'merge' as MergeMethod, by = 'olga' } = {}): string {
    const changed = this.changedBy(pull);
    const before = this.store.branch(pull.baseRef);
    const sha = mergePull(this.store, pull, method, by);
    return this.merged(pull, before, sha, by, changed);
  }

  /** A merge queue: the trial is made and told as `merge_group`; call what comes back when it is green. */
  queue(pull: Pull, { method = 'merge' as MergeMethod, by = 'olga' } = {}): () => string {
    const { store } = this;
    const changed = this.changedBy(pull);
    const before = store.branch(pull.baseRef);
    const made = mergeCommits(store, pull, method, by);
    const sha = made.at(-1)?.sha ?? before;
    store.refs.set(`heads/gh-readonly-queue/${pull.baseRef}/pr-${pull.number}-${pull.baseSha}`, sha);
    this.happened(mergeGroupEvent(store, pull, sha, by));
    return () => {
      finishMerge(store, pull, { sha, by, introduced: made });
      return this.merged(pull, before, sha, by, changed);
    };
  }

  /** Somebody writes on an issue or a pull request. */
  comment(at: Pull | Issue | number, login: string, body: string): Comment {
    const comment = this.plant(at, login, body);
    const issue = this.store.issues.get(comment.number);
    if (issue) this.happened(commentEvent(this.store, issue, comment, { action: 'created', by: login }));
    return comment;
  }

  /** Somebody changes what a comment says: whoever may write to the repository can. */
  edit(comment: Comment, by: string, body: string): void {
    const before = comment.body;
    Object.assign(comment, { body, updatedAt: this.store.now() });
    const issue = this.store.issues.get(comment.number);
    const deed = { action: 'edited', by, before } as const;
    if (issue) this.happened(commentEvent(this.store, issue, comment, deed));
  }

  /** A comment that was there before: no event. */
  plant(at: Pull | Issue | number, login: string, body: string): Comment {
    const { store } = this;
    const now = store.now();
    const number = typeof at === 'number' ? at : at.number;
    store.account(login, login.endsWith('[bot]') ? 'Bot' : 'User');
    const app = login.endsWith('[bot]') ? store.app(login.replace('[bot]', '')) : null;
    const comment: Comment = {
      ...{
        id: store.id(),
        number,
        login,
        app,
        body,
        createdAt: now,
        updatedAt: now,
        minimized: null,
        reactions: [],
      },
    };
    store.comments.push(comment);
    return comment;
  }

  /** An issue that was there before. */
  plantIssue(issue: {
    readonly login: string;
    readonly title: string;
    readonly body: string;
    readonly labels?: readonly string[];
  }): Issue {
    const { store } = this;
    const now = store.now();
    const { login, title, body, labels = [] } = issue;
    const app = login.endsWith('[bot]') ? store.app(login.replace('[bot]', '')) : null;
    store.account(login, app === null ? 'User' : 'Bot');
    const made: Issue = {
      ...{ id: store.id(), number: store.number(), login, app, title, body, state: 'open', reason: null },
      ...{ labels: labels.map((name) => store.label(name).name), assignees: [] },
      ...{ createdAt: now, updatedAt: now, closedAt: null, closedBy: null, labelEvents: [] },
    };
    store.issues.set(made.number, made);
    return made;
  }

  /** Somebody puts a label on a pull request, or takes it off. */
  label(
    { number }: Pick<Pull, 'number'>,
    name: string,
    by: string,
    event: 'labeled' | 'unlabeled' = 'labeled',
  ): void {
    const { store } = this;
    const issue = store.issues.get(number);
    if (issue === undefined) throw new Error(`there is no pull request #${number}`);
    store.account(by, 'User');
    // in a commit's pull requests GitHub's description takes no label without one
    const label = store.label(name, { color: 'd93f0b', description: 'A label' });
    const others = issue.labels.filter((one) => one !== label.name);
    relabelled(store, issue, { labels: event === 'labeled' ? [...others, label.name] : others, login: by });
  }

  /** The clock strikes what a workflow's `schedule` says. */
  tick(cron: string): void {
    this.happened(scheduleEvent(this.store, cron));
  }

  /** Somebody presses "Run workflow". */
  dispatch({ by = 'olga', inputs = {} as Readonly<Record<string, string>> } = {}): void {
    this.happened(dispatchEvent(this.store, by, inputs));
  }

  /** What workflows are told is held against GitHub's description, too. */
  private happened(event: Event): void {
    const name = [event.name, event.action].filter(Boolean).join('-').replaceAll('_', '-');
    const problems = payloadProblems(name, JSON.parse(JSON.stringify(event.payload))) ?? [];
    const told = problems.map((message) => ({ kind: 'answer', request: `event ${name}`, message }) as const);
    this.violations.push(...told);
    this.events.push(event);
  }

  private commitOn(parent: string, edits: Edits, author: string, message: string): string {
    const { history } = this.store;
    const files = history.edited(history.files(parent), edits);
    return history.commit({ parents: [parent], files, message, author }).sha;
  }

  private merged(pull: Pull, before: string, sha: string, by: string, changed: readonly string[]): string {
    this.happened(pullEvent(this.store, pull, { action: 'closed', by, changed }));
    moveBranch(this.store, pull.baseRef, sha);
    this.pushed(pull.baseRef, before, sha, by);
    return sha;
  }

  private pushed(branch: string, before: string, after: string, by: string): void {
    const { history } = this.store;
    const changes = fileChanges(history.objects, history.files(before), history.files(after));
    const changed = changes.map(({ filename }) => filename);
    this.happened(pushEvent(this.store, { branch, before, after, by, changed }));
  }

  private pullHappened(pull: Pull, deed: Omit<PullDeed, 'changed'>): void {
    this.happened(pullEvent(this.store, pull, { ...deed, changed: this.changedBy(pull) }));
  }

  private changedBy(pull: Pull): readonly string[] {
    return pullFiles(this.store, pull).map(({ filename }) => filename);
  }

  private setState({ number }: Pull, state: 'open' | 'closed', by: string): void {
    const issue = this.store.issues.get(number);
    const now = this.store.now();
    const closed = state === 'closed';
    if (issue)
      Object.assign(issue, {
        state,
        updatedAt: now,
        closedAt: closed ? now : null,
        closedBy: closed ? by : null,
      });
  }
}
