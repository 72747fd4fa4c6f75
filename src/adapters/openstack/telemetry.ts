/** Gathers what a spec's metrics depend on: archive policies, metrics, resource types, each asked once. */
import type {
  ArchivePolicy,
  MetricFacts,
  ResourceTypeFacts,
  Telemetry,
  TelemetryQuestion,
} from '../../model/facts.ts';
import {
  listArchivePolicies,
  listMetricsNamed,
  listSomeMetrics,
  showResourceType,
} from './gnocchi/requests.ts';
import { archivePolicies, archivePoliciesOfMetrics, metricNames, resourceType } from './gnocchi/results.ts';
import type { Service, ServiceName } from './service.ts';

/** Within one run the same answer counts. */
export class TelemetryReader {
  readonly #service: Service;
  readonly #offers: (service: ServiceName) => boolean;
  readonly #metrics = new Map<string, Promise<MetricFacts>>();
  readonly #types = new Map<string, Promise<ResourceTypeFacts | null>>();
  #policies: Promise<readonly ArchivePolicy[]> | null = null;
  #names: Promise<readonly string[]> | null = null;

  constructor(service: Service, offers: (service: ServiceName) => boolean) {
    this.#service = service;
    this.#offers = offers;
  }

  async read(question: TelemetryQuestion): Promise<Telemetry> {
    const services = { gnocchi: this.#offers('metric'), aodh: this.#offers('alarming') };
    if (!services.gnocchi || question.metrics.length === 0) {
      return { services, archivePolicies: [], metrics: [], resourceTypes: [], otherMetrics: [] };
    }
    this.#policies ??= this.#service.call(listArchivePolicies(), archivePolicies);
    const [policies, metrics, types] = await Promise.all([
      this.#policies,
      Promise.all(question.metrics.map((name) => this.#metric(name))),
      Promise.all(question.resourceTypes.map((name) => this.#type(name))),
    ]);
    const missing = metrics.filter((metric) => metric.archivePolicies.length === 0);
    const mistyped = missing.some(({ name }) => question.suggestFor.includes(name));
    return {
      services,
      archivePolicies: policies,
      metrics,
      resourceTypes: types.flatMap((type) => type ?? []),
      otherMetrics: mistyped ? await this.#someNames() : [],
    };
  }

  #metric(name: string): Promise<MetricFacts> {
    return remembered(this.#metrics, name, async () => ({
      name,
      archivePolicies: await this.#service.call(listMetricsNamed(name), archivePoliciesOfMetrics),
    }));
  }

  #type(name: string): Promise<ResourceTypeFacts | null> {
    return remembered(this.#types, name, () => this.#service.find(showResourceType(name), resourceType));
  }

  #someNames(): Promise<readonly string[]> {
    this.#names ??= this.#service.call(listSomeMetrics(), metricNames);
    return this.#names;
  }
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const answer = known.get(key) ?? ask();
  known.set(key, answer);
  return answer;
}
