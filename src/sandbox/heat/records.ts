// What Heat remembers of a stack: its template, its resource rows, the traversal under way, its events.

import type { Json, JsonObject } from '../json.ts';

export type Status = 'IN_PROGRESS' | 'COMPLETE' | 'FAILED';

export type Action =
  | 'INIT'
  | 'CREATE'
  | 'UPDATE'
  | 'DELETE'
  | 'ROLLBACK'
  | 'CHECK'
  | 'SUSPEND'
  | 'RESUME'
  | 'SIGNAL';

export interface Environment {
  readonly resource_registry: JsonObject;
  readonly parameters: JsonObject;
  readonly parameter_defaults: JsonObject;
  readonly event_sinks: Json[];
  readonly encrypted_param_names: Json[];
}

/** One step of a traversal: bring a name to its definition, or clean a row away. */
export interface TraversalNode {
  readonly kind: 'update' | 'cleanup';
  readonly name: string;
  /** The row to clean; 0 for an update. */
  readonly key: number;
  /** Nodes that must be done first. */
  waits: number;
  /** Nodes that wait for this one. */
  readonly next: readonly number[];
  done: boolean;
}

/** A resource definition as the template has it, in one shape for HOT and CloudFormation. */
export interface Definition {
  readonly type: string;
  readonly properties: JsonObject;
  readonly metadata: JsonObject;
  readonly dependsOn: readonly string[];
  readonly condition: Json | undefined;
  readonly updatePolicy: JsonObject;
  readonly description: string;
}

/** What a resource is in the middle of. */
export interface Work {
  readonly action: Action;
  readonly traversal: number;
  phase: string;
  waiting: 'time' | 'nested' | 'outside';
  /** Builds that ended in an error so far. */
  attempt: number;
  /** Only the task with this number wakes it. */
  ticket: number;
  /** A failed build is being removed, to be tried again. */
  removing: boolean;
  readonly definition: Definition;
  readonly properties: JsonObject;
  readonly changed: readonly string[];
  /** The plug-in's own notes between two steps. */
  notes: JsonObject;
}

export interface Resource {
  readonly key: number;
  readonly name: string;
  type: string;
  readonly shortId: string;
  action: Action;
  status: Status;
  reason: string;
  physicalId: string | null;
  created: number;
  updated: number;
  definition: Definition;
  /** Resolved values as given, without defaults. */
  properties: JsonObject;
  metadata: JsonObject;
  requires: readonly string[];
  /** The traversal whose template it follows; an older one is cleaned up. */
  generation: number;
  replaces: number | null;
  replacedBy: number | null;
  work: Work | null;
  data: JsonObject;
}

export interface StackEvent {
  readonly id: string;
  readonly at: number;
  readonly serial: number;
  readonly resource: string;
  readonly type: string;
  readonly physicalId: string | null;
  readonly status: string;
  readonly reason: string;
}

/** The part of a stack that an update exchanges and a rollback brings back. */
export interface StackContent {
  readonly template: JsonObject;
  readonly files: Readonly<Record<string, string>>;
  readonly environment: Environment;
}

export interface Stack {
  readonly id: string;
  readonly serial: number;
  readonly name: string;
  readonly project: string;
  readonly user: string;
  readonly owner: string;
  readonly userProject: string;
  /** The stack and row that this one is nested in. */
  readonly parent: { readonly stack: string; readonly key: number; readonly resource: string } | null;
  readonly root: string;
  readonly depth: number;
  content: StackContent;
  previous: StackContent | null;
  /** What the update before this one sent, however it ended. */
  last: StackContent | null;
  tags: readonly string[];
  disableRollback: boolean;
  timeoutMins: number | null;
  readonly created: number;
  updated: number | null;
  deleted: number | null;
  action: Action;
  status: Status;
  reason: string;
  traversal: number;
  nodes: TraversalNode[];
  nextKey: number;
  readonly rows: Map<number, Resource>;
  readonly events: StackEvent[];
}
