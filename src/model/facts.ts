/** What compiling must know of the cloud: how large flavors are, how measures are kept. */

export interface CloudFacts {
  readonly flavors: readonly Flavor[];
  /** null = nobody asked: no spec depends on it, or there is no cloud. */
  readonly telemetry: Telemetry | null;
}

export interface Flavor {
  readonly id: string;
  readonly name: string;
  readonly vcpus: number;
  readonly ramMiB: number;
  readonly diskGiB: number;
}

/** What the metrics of scaling policies depend on. */
export interface TelemetryQuestion {
  /** Names of metrics, sorted. */
  readonly metrics: readonly string[];
  /** Those among them that a spec could have mistyped: when one is not found, others are listed. */
  readonly suggestFor: readonly string[];
  /** Names of Gnocchi's resource types, sorted. */
  readonly resourceTypes: readonly string[];
}

export interface Telemetry {
  /** False where the cloud's catalogue does not hold the service; then nothing was asked of it. */
  readonly services: { readonly gnocchi: boolean; readonly aodh: boolean };
  readonly archivePolicies: readonly ArchivePolicy[];
  /** One entry for each name asked, in that order. */
  readonly metrics: readonly MetricFacts[];
  /** One entry for each resource type asked that there is. */
  readonly resourceTypes: readonly ResourceTypeFacts[];
  /** Names of metrics that there are, to suggest one; read only when one of `suggestFor` was not found. */
  readonly otherMetrics: readonly string[];
}

/** How measures are kept. */
export interface ArchivePolicy {
  readonly name: string;
  /** Seconds from one measure to the next, finest first. */
  readonly granularities: readonly number[];
  readonly aggregations: readonly string[];
}

export interface MetricFacts {
  readonly name: string;
  /** Those of the metrics of that name in the project, each once; empty = no such metric. */
  readonly archivePolicies: readonly ArchivePolicy[];
}

export interface ResourceTypeFacts {
  readonly name: string;
  readonly attributes: readonly string[];
}
