// Asks the metrics of the resources that a search finds; for Gnocchi's own API and for Aodh's evaluator alike.

import type { Cloud } from '../cloud.ts';
import type { Json } from '../json.ts';
import type { Named } from './aggregates.ts';
import { measuredOfGroup, requiredGroup } from './group-index.ts';
import {
  CEILOMETER,
  creatorFields,
  type Instance,
  instanceAttributes,
  instances,
  measuredInstances,
  metricsOf,
  policyOf,
} from './instances.ts';
import type { Reference } from './operations.ts';
import type { Metric } from './records.ts';
import { GnocchiRefusal } from './refusals.ts';
import { attributeNames } from './resource-types.ts';
import { readSearch } from './search.ts';

export interface ResourceQuery {
  readonly type: string;
  readonly search: Json | undefined;
  /** Beyond the search: what the asking user may see. */
  readonly visible: (instance: Instance) => boolean;
}

export function findInstances(cloud: Cloud, query: ResourceQuery, onlyMeasured = false): readonly Instance[] {
  const search = readSearch(query.search, attributeNames(query.type) ?? []);
  if (query.type !== 'instance' && query.type !== 'generic') return [];
  return [...candidates(cloud, query.search, onlyMeasured)].filter(
    (one) => query.visible(one) && search(searched(cloud, one)),
  );
}

function candidates(cloud: Cloud, search: Json | undefined, onlyMeasured: boolean): Iterable<Instance> {
  if (!onlyMeasured) return instances(cloud);
  const group = requiredGroup(search);
  return group === undefined ? measuredInstances(cloud) : measuredOfGroup(cloud, group);
}

function searched(cloud: Cloud, instance: Instance) {
  return { ...instanceAttributes(cloud, instance), ...creatorFields(CEILOMETER.user, CEILOMETER.project) };
}

/** What every server has without being measured needs the whole list. */
const GIVEN = ['compute.instance.booting.time', 'disk.ephemeral.size', 'disk.root.size', 'memory', 'vcpus'];

/** The metrics that the references name; throws a refusal if there is none. */
export function namedMetrics(cloud: Cloud, query: ResourceQuery, references: readonly Reference[]): Named[] {
  const onlyMeasured = references.every(({ metric }) => !GIVEN.includes(metric) && !metric.includes('*'));
  const found = findInstances(cloud, query, onlyMeasured).flatMap((instance) =>
    references.flatMap((reference) =>
      metricsOf(cloud, instance)
        .filter((metric) => matches(reference.metric, metric.name ?? ''))
        .flatMap((metric) => named(cloud, metric, reference)),
    ),
  );
  if (found.length > 0) return found;
  const names = [...new Set(references.map(({ metric }) => metric))].sort();
  throw new GnocchiRefusal(404, `Metric [${names.map((name) => `'${name}'`).join(', ')}] does not exist`);
}

export function named(cloud: Cloud, metric: Metric, reference: Reference): Named[] {
  const policy = policyOf(cloud, metric);
  return policy === undefined ? [] : [{ metric, policy, reference }];
}

function matches(wildcard: string, name: string): boolean {
  if (!wildcard.includes('*')) return wildcard === name;
  const parts = wildcard.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(name);
}
