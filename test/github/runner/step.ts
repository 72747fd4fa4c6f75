/** What every kind of step gets, and what it leaves. */
import type { Event } from '../events.ts';
import type { Permissions, Store } from '../state/store.ts';
import type { StepLog } from './log-commands.ts';

export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped';

/** Files by their path in the artifact. */
export interface Artifact {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

export interface StepResult {
  /** The id, or what is used. */
  readonly name: string;
  readonly uses: string;
  /** Before `continue-on-error`. */
  readonly outcome: Conclusion;
  readonly conclusion: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Of a process; null when there was none, or when it was killed. */
  readonly code: number | null;
}

export interface StepWork {
  readonly store: Store;
  readonly event: Event;
  readonly permissions: Permissions;
  readonly workspace: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly log: StepLog;
  readonly artifacts: Artifact[];
}
