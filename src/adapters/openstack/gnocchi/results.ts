/** What Gnocchi answers, in our words. */
import type { ArchivePolicy, ResourceTypeFacts } from '../../../model/facts.ts';
import type { Json, JsonObject } from '../../../model/json.ts';
import { listIn, objectIn, objectOr, ShapeError, textIn, textOr, textsOf } from '../shape.ts';

export function archivePolicies(body: Json): readonly ArchivePolicy[] {
  return byName(rows(body).map(archivePolicy));
}

/** Each archive policy that the listed metrics are kept by, once. */
export function archivePoliciesOfMetrics(body: Json): readonly ArchivePolicy[] {
  const all = rows(body).map((metric) => archivePolicy(objectIn(metric, 'archive_policy')));
  return byName([...new Map(all.map((policy) => [policy.name, policy])).values()]);
}

export function metricNames(body: Json): readonly string[] {
  return [...new Set(rows(body).flatMap(({ name }) => textOr(name, [])))].sort();
}

export function resourceType(body: Json): ResourceTypeFacts {
  const type = objectIn({ type: body }, 'type');
  return { name: textIn(type, 'name'), attributes: Object.keys(objectOr(type['attributes'])).sort() };
}

function archivePolicy(policy: JsonObject): ArchivePolicy {
  const granularities = listIn(policy, 'definition').map(({ granularity }) => secondsIn(granularity));
  return {
    name: textIn(policy, 'name'),
    granularities: [...new Set(granularities)].sort((a, b) => a - b),
    aggregations: [...textsOf(policy['aggregation_methods'])].sort(),
  };
}

/** A number of seconds, or Python's way to write a time span: `0:05:00`, `30 days, 0:00:00`. */
export function secondsIn(span: Json | undefined): number {
  if (typeof span === 'number') return span;
  const text = typeof span === 'string' ? span : '';
  const parts = /^(?:(\d{1,7}) days?, )?(\d{1,2}):(\d\d):(\d\d(?:\.\d+)?)$/.exec(text);
  if (!parts) throw new ShapeError('"granularity" is not a time span');
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return (days ?? 0) * 86_400 + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}

function rows(body: Json): readonly JsonObject[] {
  return listIn({ rows: body }, 'rows');
}

function byName(policies: readonly ArchivePolicy[]): readonly ArchivePolicy[] {
  return policies.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
