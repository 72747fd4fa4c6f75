/** The stable JSON of a drift check: schema/drift.json describes it. */
import type { Drift } from '../../model/drift.ts';
import { problemJson, written } from './plan-json.ts';

export function driftJson(drift: Drift): string {
  return written({
    version: drift.version,
    groups: drift.groups.map(({ name, stackId, source, status, message, items, notDrift }) => ({
      name,
      stackId,
      source: { file: source.file, line: source.line, column: source.column },
      status,
      message,
      items: items.map(({ kind, subject, repository, cloud, remedy }) => ({
        kind,
        subject,
        repository,
        cloud,
        remedy,
      })),
      notDrift,
    })),
    problems: drift.problems.map(problemJson),
  });
}
