/** The stable JSON of a drift check: schema/drift.json describes it. */
import type { Drift, DriftItem } from '../../model/drift.ts';
import type { Json } from '../../model/json.ts';
import { problemJson, written } from './plan-json.ts';

export function driftJson(drift: Drift): string {
  return written({
    version: drift.version,
    groups: drift.groups.map(
      ({ name, stackId, source, status, message, items, fixed, ignored, notDrift }) => ({
        name,
        stackId,
        source: { file: source.file, line: source.line, column: source.column },
        status,
        message,
        items: items.map(itemJson),
        fixed: fixed.map(itemJson),
        ignored: ignored.map(({ kind, subject, reason, expires }) => ({ kind, subject, reason, expires })),
        notDrift,
      }),
    ),
    strays: drift.strays.map(itemJson),
    problems: drift.problems.map(problemJson),
  });
}

function itemJson({
  kind,
  severity,
  cannotScale,
  subject,
  repository,
  cloud,
  remedy,
  ...item
}: DriftItem): Json {
  const { since, through, about, left } = item;
  return {
    kind,
    severity,
    cannotScale,
    subject,
    repository,
    cloud,
    remedy,
    since,
    through,
    about: about && { service: about.service, id: about.id },
    left,
  };
}
