// What Gnocchi remembers: archive policies, the metrics somebody wrote to, the instances that are gone.

import type { JsonObject } from '../json.ts';

export interface ArchiveDefinition {
  /** Seconds. */
  readonly granularity: number;
  readonly points: number;
}

export interface ArchivePolicy {
  readonly name: string;
  readonly definition: readonly ArchiveDefinition[];
  readonly methods: readonly string[];
  /** Blocks of the coarsest granularity in which late points are still taken. */
  readonly backWindow: number;
}

export interface Metric {
  readonly id: string;
  readonly name: string | null;
  readonly unit: string | null;
  /** Null: a metric of its own. */
  readonly resource: string | null;
  readonly archivePolicy: string;
  readonly creatorUser: string;
  readonly creatorProject: string;
  /** Seconds since 1970, ascending; as many as the finest granularity keeps. */
  times: number[];
  values: number[];
}

/** A server that was deleted, as Gnocchi still shows it. */
export interface EndedInstance {
  readonly id: string;
  readonly project: string;
  readonly user: string;
  readonly name: string;
  readonly flavor: string;
  readonly image: string | null;
  readonly metadata: JsonObject;
  readonly created: number;
  readonly launched: number;
  readonly ended: number;
}

export interface Telemetry {
  readonly archivePolicies: readonly ArchivePolicy[];
  /** By resource id; those of their own under ''. */
  readonly metrics: Record<string, Metric[]>;
  ended: EndedInstance[];
  /** Its own, so that a measure shifts no other id. */
  random: number;
}
