/** What we ask of a forge (a GitHub-like host, or a terminal): small roles, each its own way. */
import type { Sent } from '../model/adoption.ts';
import type { MergedPull } from '../model/approval.ts';
import type { ChatFacts } from '../model/chat.ts';
import type { Deployment, DeploymentEnd } from '../model/deployment.ts';
import type { WorkflowPulse } from '../model/heartbeat.ts';
import type { ForgeIssue, IssueChange, NewIssue } from '../model/issue.ts';
import type { Problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';

export type { Report } from '../model/report.ts';

export interface Publisher {
  /** State first (check run, outputs, summary), then the comment; a comment that fails never changes the verdict. */
  publish(report: Report, how?: Publication): Promise<void>;
  /** After `publish`: why what merging would approve is not kept anywhere; null = it is, or there is nothing to keep. */
  unkept?(): string | null;
  /** Problems of specs, at their lines. */
  annotate(problems: readonly Problem[]): Promise<void>;
}

export interface Publication {
  /** What merging approves, as `recordTexts` writes it. */
  readonly approves?: readonly string[];
  /** false: nothing is left on the pull request. */
  readonly onPull?: boolean;
  /** false: a check run, and no comment. */
  readonly comment?: boolean;
}

/** The comment that holds the plan, on the pull requests that a run is about. */
export interface PlanComment {
  /**
   * Puts another text in its place; `make` gets the one that stands there. `onlyExisting`: where there is none, none is made.
   * A comment that fails is a warning. True when one stands there.
   */
  settle(comment: SettledComment): Promise<boolean>;
}

export interface SettledComment {
  /** As `markerStart` of the plan. */
  readonly marker: string;
  readonly make: (earlier: string | null) => string;
  readonly onlyExisting: boolean;
}

/** A pull request that is looked at. Throws ForgeError. */
export interface PullRequest {
  /** Paths from the repository's root, old and new names; null when there are more than the forge tells. */
  changedFiles(): Promise<readonly string[] | null>;
}

/** Throws ForgeError; `rate-limited` asks to leave the rest to the next run. */
export interface IssueKeeper {
  /**
   * Issues of our own account whose body starts with this, oldest first: every open one, and of the closed ones those
   * that changed last. One that a person opened is never among them, whatever it says.
   */
  list(start: string): Promise<readonly ForgeIssue[]>;
  /** null = it was only shown, as there is no forge. */
  create(issue: NewIssue): Promise<ForgeIssue | null>;
  /** Body and state in one request, so that no run that is killed leaves half of it. */
  change(number: number, change: IssueChange): Promise<void>;
  /** Said once: not when one that starts with the same first line stands there; of two at once the younger is taken back. */
  comment(number: number, body: string): Promise<void>;
  /** Quiet when the issue has no such label, or labels are not ours to change. */
  unlabel(number: number, name: string): Promise<void>;
}

/** Pull requests of our own that ask people to take over live values. Throws ForgeError. */
export interface ProposalKeeper {
  /** Opens it, or brings it up to date; one that people closed stays so until its content changes. */
  propose(proposal: NewProposal): Promise<Sent>;
  /** Closes our own open ones that are not among these, for nothing is left of them; their branches go as well. */
  withdraw(kept: readonly string[], why: string): Promise<void>;
}

export interface NewProposal {
  /** The file by which it is known. */
  readonly name: string;
  /** `sha256:…` of what is proposed: people who close it have said no to that, and to nothing else. */
  readonly digest: string;
  readonly title: string;
  /** Markdown; hidden signs are the keeper's own. */
  readonly body: string;
  readonly files: readonly {
    readonly path: string;
    /** As it was read. */
    readonly before: string;
    /** As it should be. */
    readonly text: string;
  }[];
}

/** What a repository knows of how a commit came in, and of what came after it. Throws ForgeError. */
export interface MergeHistory {
  /** Of the pull requests below. */
  pullNumbers(): Promise<readonly number[]>;
  /** The merged pull requests that brought the commit, and those of the same push, the oldest first. */
  mergedPulls(): Promise<readonly MergedPull[]>;
  /** Those merged between an earlier commit of the branch and ours, the oldest first; none when it is not an earlier one. */
  mergedSince(sha: string): Promise<readonly MergedPull[]>;
  /** Commits on the branch after ours; null when ours is not on the branch any more. */
  newerCommits(): Promise<readonly string[] | null>;
}

/** The record of applies to one environment. Throws ForgeError. */
export interface Deployments {
  /** Says that this run applies its commit now; what the job's own `environment:` has recorded already is not made twice. */
  begin(): Promise<void>;
  /** The latest of others, the newest first. */
  others(): Promise<readonly Deployment[]>;
  /** The number of this run's own record; null before `begin`. */
  own(): number | null;
  end(end: DeploymentEnd): Promise<void>;
}

/** The comment that a job answers. Throws ForgeError. */
export interface Conversation {
  /** Read anew each time: what was so when the event was made may not be so any more. */
  facts(): Promise<ChatFacts>;
  /** A sign at the comment. */
  sign(sign: 'seen' | 'done' | 'refused'): Promise<void>;
  /** Markdown, below 65,536 characters. */
  say(text: string): Promise<void>;
}

export interface WorkflowFile {
  /** `.github/workflows/drift.yml` */
  readonly path: string;
  readonly text: string;
}

/** What a forge knows of the workflows that should run by themselves. Throws ForgeError. */
export interface WorkflowWatch {
  files(): Promise<readonly WorkflowFile[]>;
  pulse(path: string): Promise<WorkflowPulse>;
}
