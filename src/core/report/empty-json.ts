/** The JSON of a command that got nowhere: the keys of its schema, with the problems or the error. */
import type { Problem } from '../../model/problem.ts';
import type { ReportKind } from '../../model/report.ts';
import { problemJson, written } from './plan-json.ts';

const EMPTY: Readonly<Record<ReportKind, object>> = {
  validate: {},
  plan: {
    summary: { create: 0, update: 0, replace: 0, delete: 0, noop: 0 },
    fingerprint: null,
    groups: [],
  },
  apply: { fingerprint: null, groups: [] },
  drift: { groups: [] },
  health: { groups: [] },
};

export function emptyJson(kind: ReportKind, problems: readonly Problem[], error: string | null): string {
  return written({
    version: 1,
    ...EMPTY[kind],
    problems: problems.map(problemJson),
    ...(error === null ? {} : { error }),
  });
}
