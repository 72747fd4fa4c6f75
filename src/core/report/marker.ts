/** The hidden first line of a published report: finds it again, tells whether it was changed. */
import { createHash } from 'node:crypto';
import type { ReportKind } from '../../model/report.ts';

export interface Marker {
  readonly kind: ReportKind;
  readonly key: string;
  /** `sha256:…` of everything after the marker's line. */
  readonly digest: string;
}

const PATTERN =
  /^<!-- thermostat:(validate|plan|apply|drift|health) key="([^"\s]*)" digest="(sha256:[0-9a-f]{64})" -->\r?(?:\n|$)/;
const KINDS: Readonly<Record<string, ReportKind>> = {
  validate: 'validate',
  plan: 'plan',
  apply: 'apply',
  drift: 'drift',
  health: 'health',
};

/** What every marker of this kind and key begins with; no marker of another key begins so. */
export function markerStart(kind: ReportKind, key: string): string {
  return `<!-- thermostat:${kind} key="${encoded(key)}" `;
}

/** The body with its marker in front. */
export function withMarker(kind: ReportKind, key: string, body: string): string {
  return `${markerStart(kind, key)}digest="${digestOf(body)}" -->\n${body}`;
}

/** null when the text does not begin with a marker of ours. */
export function parseMarker(text: string): Marker | null {
  const found = PATTERN.exec(text);
  const kind = KINDS[found?.[1] ?? ''];
  const key = decoded(found?.[2] ?? '');
  const digest = found?.[3];
  return kind === undefined || key === null || digest === undefined ? null : { kind, key, digest };
}

/** A comment without its marker's line. */
export function bodyOf(text: string): string {
  return text.replace(PATTERN, '');
}

/** `sha256:…` of a body without its marker; how lines end does not matter. */
export function digestOf(body: string): string {
  return `sha256:${createHash('sha256').update(body.replaceAll('\r\n', '\n')).digest('hex')}`;
}

/** Nobody has edited it; GitHub drops line breaks at the end of a comment. */
export function isUntouched(body: string, digest: string): boolean {
  return [body, `${body.trimEnd()}\n`].some((text) => digestOf(text) === digest);
}

/** No quote, no blank and no `--` (which ends a comment in old HTML) can stand in a key. */
function encoded(key: string): string {
  return encodeURIComponent(key.replaceAll(/\p{Surrogate}/gu, '\uFFFD')).replaceAll('-', '%2D');
}

function decoded(key: string): string | null {
  try {
    return decodeURIComponent(key);
  } catch {
    return null;
  }
}
