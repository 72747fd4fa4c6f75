/** Holds the metrics that a group's alarms name against what the cloud measures. */
import type { ArchivePolicy, CloudFacts, Flavor, Telemetry } from '../../../model/facts.ts';
import type { Problem } from '../../../model/problem.ts';
import type { GroupSpec } from '../../../model/spec.ts';
import { durationWords } from '../../duration-words.ts';
import type { Complaint } from '../../spec/complaint.ts';
import { positionOf } from '../../spec/positions.ts';
import { list, quote } from '../../spec/quote.ts';
import { hint } from '../../spec/suggest.ts';
import { type Meter, meterOf } from './meters.ts';
import type { PlannedCondition, PlannedPolicy } from './planned-policies.ts';

/** What is asked and can't be had; none when the cloud was not asked. */
export function telemetryProblems(
  spec: GroupSpec,
  policies: readonly PlannedPolicy[],
  { telemetry }: CloudFacts,
): readonly Problem[] {
  if (telemetry === null) return [];
  const complaints = conditionsOf(policies).flatMap((condition) =>
    serviceComplaints(condition, telemetry).concat(meterComplaints(condition, spec, telemetry)),
  );
  return problemsAt(spec, complaints);
}

/** A percentage of a flavor that nobody knows has no value: its alarm is left out, and this said instead. */
export function flavorProblems(
  spec: GroupSpec,
  policies: readonly PlannedPolicy[],
  flavor: Flavor | null,
  { telemetry }: CloudFacts,
): readonly Problem[] {
  if (telemetry === null || flavor !== null) return [];
  const complaints = conditionsOf(policies)
    .filter(({ threshold }) => threshold.unit === '%')
    .map(({ pointer, threshold }) => ({
      pointer: `${pointer}/metric`,
      message: `${threshold.value} % is that of the flavor ${quote(spec.server.flavor)}, which this project does not have (or has twice); name one that it has`,
    }));
  return problemsAt(spec, complaints);
}

function conditionsOf(policies: readonly PlannedPolicy[]): readonly PlannedCondition[] {
  return policies.flatMap(({ alarm }) => alarm?.conditions ?? []);
}

/** Steps and the target's pair stand in one place: each complaint once. */
function problemsAt(spec: GroupSpec, complaints: readonly Complaint[]): readonly Problem[] {
  const once = new Map(complaints.map((complaint) => [JSON.stringify(complaint), complaint]));
  return [...once.values()].map(({ pointer, message }) => ({ ...positionOf(spec, pointer), message }));
}

function serviceComplaints(
  { pointer, source }: PlannedCondition,
  { services }: Telemetry,
): readonly Complaint[] {
  if (!services.aodh) {
    const message =
      'an alarm needs Aodh, and this cloud’s catalogue has no service of type "alarming"; remove the condition: the scaling policy then has a URL, which anything else may call';
    return [{ pointer, message }];
  }
  if (services.gnocchi || source.kind === 'prometheus') return [];
  const message = `the metric ${quote(source.name)} needs Gnocchi, and this cloud’s catalogue has no service of type "metric"; use a prometheus query instead, if the cloud has Prometheus`;
  return [{ pointer: `${pointer}/metric`, message }];
}

function meterComplaints(
  condition: PlannedCondition,
  spec: GroupSpec,
  telemetry: Telemetry,
): readonly Complaint[] {
  const { source, window } = condition;
  if (source.kind === 'prometheus' || window === null || !telemetry.services.gnocchi) return [];
  const meter = meterOf(source);
  if (meter === null) return [];
  const pointer = `${condition.pointer}/metric`;
  const wrongType = resourceTypeComplaint(meter, source.name, telemetry);
  if (wrongType !== null) return [{ pointer, message: wrongType }];
  const kept = telemetry.metrics.find(({ name }) => name === meter.metric)?.archivePolicies ?? [];
  if (kept.length === 0) {
    return source.kind === 'own' && !source.isNew
      ? [{ pointer, message: unknownMetric(meter, telemetry) }]
      : [];
  }
  // Ceilometer's own policy may be that of servers to come: then the doubt is told as advice, and refuses nothing
  const usual = source.kind === 'built-in' ? usualPolicy(meter, telemetry) : [];
  if (keepsAny(usual, meter, window.granularity)) return [];
  const message = archiveComplaint(meter, window.granularity, kept);
  const explicit = spec.scaling.granularitySeconds !== null;
  return message === null ? [] : [{ pointer: explicit ? '/spec/scaling/granularity' : pointer, message }];
}

function usualPolicy({ archivePolicy }: Meter, { archivePolicies }: Telemetry): readonly ArchivePolicy[] {
  return archivePolicies.filter(({ name }) => name === archivePolicy);
}

/** True when one of the archive policies keeps what the alarm asks for. */
export function keepsAny(
  policies: readonly ArchivePolicy[],
  { aggregation }: Meter,
  granularity: number,
): boolean {
  return policies.some(
    ({ granularities, aggregations }) =>
      granularities.includes(granularity) && aggregations.includes(aggregation),
  );
}

/** Ceilometer gives the attribute to instances alone (gnocchi_resources.yaml; measured). */
function resourceTypeComplaint({ resourceType }: Meter, name: string, telemetry: Telemetry): string | null {
  const type = telemetry.resourceTypes.find((one) => one.name === resourceType);
  if (type === undefined) {
    return `the metric ${quote(name)} belongs to the resource type ${quote(resourceType)}, which this cloud’s Gnocchi does not have; name the type of your resources as resourceType, or let an operator run Ceilometer’s upgrade`;
  }
  if (type.attributes.includes('server_group')) return null;
  return `the metric ${quote(name)} belongs to the resource type ${quote(resourceType)}, which has no attribute server_group here, so a group’s share of it can’t be found; an operator can add it: PATCH /v1/resource_type/${resourceType} with the attribute, and server_group: resource_metadata.user_metadata.server_group in Ceilometer’s gnocchi_resources.yaml`;
}

function unknownMetric({ metric }: Meter, { otherMetrics }: Telemetry): string {
  const near = hint(
    metric,
    otherMetrics,
    'push it first, or say new: true if the group’s own servers bring it',
  );
  return `no resource of this project has the metric ${quote(metric)}${near}`;
}

/** Aodh takes such an alarm without a word, and it stays without data for ever (measured). */
function archiveComplaint(meter: Meter, granularity: number, kept: readonly ArchivePolicy[]): string | null {
  if (keepsAny(kept, meter, granularity)) return null;
  const { metric, aggregation } = meter;
  const fine = kept.filter(({ granularities }) => granularities.includes(granularity));
  const names = list(kept.map(({ name }) => quote(name)));
  const word = kept.length === 1 ? 'archive policy' : 'archive policies';
  if (fine.length > 0) {
    const has = [...new Set(fine.flatMap(({ aggregations }) => aggregations))].sort();
    return `the metric ${quote(metric)} is kept here without the aggregation ${quote(aggregation)} (${word} ${names}); there are: ${list(has)}`;
  }
  const has = [...new Set(kept.flatMap(({ granularities }) => granularities))].sort((a, b) => a - b);
  return `the metric ${quote(metric)} is not kept every ${durationWords(granularity)} here but every ${list(has.map(durationWords), 'or')} (${word} ${names}); set scaling.granularity to ${has.length === 1 ? 'that' : 'one of those'}`;
}
