/** Live values that become the repository's: edits of spec files, to be looked at and merged. */
import type { Json } from './json.ts';
import type { Position } from './problem.ts';

export interface Adoptions {
  /** One for each spec file, sorted by it. */
  readonly proposals: readonly Proposal[];
  readonly refused: readonly NotAdopted[];
}

export interface Proposal {
  /** The spec's file, by which the proposal is known. */
  readonly file: string;
  readonly edits: readonly Adopted[];
  /** Every file that changes, sorted. */
  readonly files: readonly EditedFile[];
  /** Unified diff of them. */
  readonly patch: string;
  /** What became of it on the forge; null where there is none. */
  readonly sent: Sent | null;
}

export interface Adopted {
  readonly group: string;
  /** As drift names it. */
  readonly path: string;
  /** Where it is written. */
  readonly at: Position;
  readonly from: Json;
  readonly to: Json;
  /** ISO 8601; null = nobody can tell. */
  readonly since: string | null;
  /** '' = nobody can tell. */
  readonly through: string;
  /** An apply has nothing to do for it; false: it tells Heat what the service has already. */
  readonly settled: boolean;
}

export interface NotAdopted {
  readonly group: string;
  readonly path: string;
  readonly why: string;
}

export interface EditedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface Sent {
  /** `declined`: people closed it, and nothing has changed since. */
  readonly state: 'opened' | 'updated' | 'unchanged' | 'declined';
  readonly number: number;
  readonly url: string;
}
