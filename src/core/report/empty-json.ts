/** The JSON of a command that got nowhere: the keys of its schema, with the problems or the error. */
import type { Finding, Problem } from '../../model/problem.ts';
import type { ReportKind } from '../../model/report.ts';
import { findingJson, problemJson } from './plan-json.ts';
import { written } from './written.ts';

const EMPTY: Readonly<Record<ReportKind, object>> = {
  validate: {},
  plan: {
    summary: { create: 0, update: 0, replace: 0, delete: 0, noop: 0 },
    fingerprint: null,
    groups: [],
    headRoom: null,
    hostRoom: [],
  },
  apply: { fingerprint: null, groups: [] },
  drift: { groups: [], strays: [] },
  health: { groups: [] },
};

export function emptyJson(
  kind: ReportKind,
  problems: readonly Problem[],
  error: string | null,
  findings: readonly Finding[] = [],
): string {
  return written({
    version: 1,
    ...EMPTY[kind],
    problems: problems.map(problemJson),
    ...(kind === 'validate' ? { findings: findings.map(findingJson) } : {}),
    ...(error === null ? {} : { error }),
  });
}
