/** The stable JSON of a drift check: schema/drift.json describes it. */
import type { Adoptions } from '../../model/adoption.ts';
import type { Drift, DriftItem } from '../../model/drift.ts';
import type { Json } from '../../model/json.ts';
import { lazily } from './document.ts';
import { problemJson } from './plan-json.ts';
import { written } from './written.ts';

export function driftJson(drift: Drift): string {
  return written({
    version: drift.version,
    groups: lazily(
      drift.groups,
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
    ...(drift.adoptions === undefined ? {} : { adoptions: adoptionsJson(drift.adoptions) }),
  });
}

function adoptionsJson({ proposals, refused }: Adoptions): Json {
  return {
    proposals: proposals.map(({ file, edits, patch, sent }) => ({
      file,
      edits: edits.map(({ group, path, at, from, to, since, through, settled }) => {
        const place = { file: at.file, line: at.line, column: at.column };
        return { group, path, at: place, from, to, since, through, settled };
      }),
      patch,
      pull: sent === null ? null : { state: sent.state, number: sent.number, url: sent.url },
    })),
    refused: refused.map(({ group, path, why }) => ({ group, path, why })),
  };
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
