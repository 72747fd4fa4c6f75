/** What the doors hand to a command, and what they get back. */
import type { Approved } from '../core/plan/approval.ts';
import type { Line } from '../core/report/document.ts';
import type { MergeApproval } from '../model/approval.ts';
import type { Problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import type { OpenBalancer } from '../ports/balancer.ts';
import type { Clock } from '../ports/clock.ts';
import type { CloudReader, CloudWriter } from '../ports/cloud.ts';
import type { IssueKeeper, PlanComment, Publisher, WorkflowWatch } from '../ports/forge.ts';
import type { Log } from '../ports/log.ts';
import type { Probe } from '../ports/probe.ts';
import type { SourceTree } from '../ports/source-tree.ts';

/** A command that only reads asks for this, so that a plan that writes does not compile. */
export interface ReaderParts {
  readonly tree: SourceTree;
  /** Of the base branch, whose rules count while a pull request is looked at; left out, `tree` is the base itself. */
  readonly base?: SourceTree;
  readonly reader: () => Promise<CloudReader>;
  readonly publisher: Publisher;
  /** Absent: there is no pull request to write on, or nothing is to be written there. */
  readonly comment?: PlanComment;
  /** Absent: nobody looks whether scheduled workflows still run. */
  readonly watch?: WorkflowWatch;
  /** Who lets the pull request, or what it brought, pass a freeze window; null = nobody. Absent: nobody can be asked. */
  readonly freezeLabeller?: () => Promise<string | null>;
  /** Absent: none are kept. */
  readonly issues?: IssueKeeping;
  readonly clock: Clock;
  readonly log: Log;
}

export interface IssueKeeping {
  readonly keeper: IssueKeeper;
  /** At most so many are open for each command; the others share one. */
  readonly max: number;
  /** Cloud as it was named, and folder of the specs: tells the issues of one workflow from those of another. */
  readonly place: string;
}

export interface WriterParts extends ReaderParts {
  readonly writer: () => Promise<CloudWriter>;
}

/** For `health`: balancers and servers live in real time, whatever the cloud's clock does. */
export interface HealParts extends WriterParts {
  readonly probes: { readonly ask: Probe; readonly clock: Clock };
  readonly balancers: { readonly open: OpenBalancer; readonly clock: Clock };
}

export interface CommandOptions {
  /** Globs of spec files. */
  readonly specs: readonly string[];
  /** Names of the specs to look at; empty = all. */
  readonly only: readonly string[];
  /** Fingerprints that were approved (of the whole plan, or of one group), or what merges approved; null = whatever the plan is now. */
  readonly approved: Approved;
  /** What earlier merges approved that are not applied yet; asked for only where something would be refused. */
  readonly approvedEarlier?: () => Promise<MergeApproval>;
  /** Commits of the branch after ours: what one of them has reached is not taken back. */
  readonly newer?: readonly string[];
  /** apply: set the bounds that schedules ask for, and leave everything else. */
  readonly onlySchedules: boolean;
  readonly commit: string | null;
  readonly repository: string | null;
  /** Minutes to wait for somebody else's update before giving up. */
  readonly waitMinutes: number;
  /** `drift` may put right what it finds and what is safe to; left out, it only looks. */
  readonly fix?: boolean;
  /** `health` may put right what it finds. */
  readonly heal: boolean;
  /** Who lets changes pass in spite of freeze windows, if the settings let them; left out or null, nobody. */
  readonly freezeOverride?: string | null;
  readonly report: ReportSurroundings;
}

/** Passed on to reports: links and the key that tells several reports on one pull request apart. */
export interface ReportSurroundings {
  readonly key?: string;
  readonly base?: string | null;
  /** Paths of rules that the pull request changes, and that count only when it is merged. */
  readonly rules?: readonly string[];
  /** Sentences about something else that everybody should know. */
  readonly notices?: readonly Line[];
  readonly links?: {
    readonly run?: string | null;
    readonly summary?: string | null;
    readonly horizon?: string | null;
    readonly source?: string | null;
  };
}

/** DESIGN §3: 0 well, 1 error, 2 changes or drift, 3 refused. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface CommandResult {
  readonly exitCode: ExitCode;
  readonly report: Report;
  readonly problems: readonly Problem[];
}
