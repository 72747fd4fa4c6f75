/** Keeps the last plan of a comment in a fold of the short form that takes its place. */
import { COMMENT_BUDGET, utf16Units } from './fit.ts';
import { bodyOf, isUntouched, parseMarker, withMarker } from './marker.ts';

/** How the fold begins, at the start of a line. */
export const OPENING = '<details><summary>The last plan here</summary>\n\n';
const CLOSING = '\n\n</details>\n\n';
/** Of every report: its footer, the last line. */
const FOOTER = /\n(?=<sub>[^\n]*<\/sub>\n*$)/;

/** What to do next, at the end of a plan: past, once it is the last one. */
const ADVICE = /^<b>Next:<\/b> .*\n(?:\n|(?=<b>))/m;

/** null when there is none, or when somebody has edited it: then it is not ours to repeat. */
export function lastPlan(comment: string | null, key: string): string | null {
  const text = comment?.replaceAll('\r\n', '\n') ?? '';
  const marker = parseMarker(text);
  if (marker === null || marker.kind !== 'plan' || marker.key !== key) return null;
  const body = bodyOf(text);
  if (!isUntouched(body, marker.digest)) return null;
  // at the start of a line: no foreign text stands there, not even in a diff
  const start = body.indexOf(`\n${OPENING}`);
  if (start === -1) return body.replace(ADVICE, '').trimEnd();
  // closed before: what is folded there already is the last plan
  return body.slice(start + 1 + OPENING.length, body.lastIndexOf(CLOSING));
}

/** The comment with the plan folded in above its footer, unless it would not fit. */
export function withLastPlan(comment: string, plan: string | null, key: string): string {
  if (plan === null) return comment;
  const [above = '', footer = ''] = bodyOf(comment).split(FOOTER);
  const body = `${above}\n${OPENING}${plan}${CLOSING}${footer}`;
  const whole = withMarker('plan', key, body);
  return utf16Units(whole) > COMMENT_BUDGET ? comment : whole;
}
