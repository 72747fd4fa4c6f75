/** The record of what an apply did outlives a second run of the same commit. */
import { expect, test } from 'vitest';
import { toldDone } from '../../../src/core/report/done-before.ts';
import { withMarker } from '../../../src/core/report/marker.ts';

const COMMIT = 'abcdef1234567890abcdef1234567890abcdef12';
const comment = (title: string, footer = 'Apply of `abcdef1` · cloud "prod"') =>
  withMarker('plan', '', `### 🌡️ ${title}\n\n- **web**: created 2\n\n<sub>${footer}</sub>\n`);
const DONE = comment('Done: **web** is created · 2 servers created');

test('a comment that says done of this commit is the record', () => {
  expect(toldDone(DONE, '', COMMIT)).toBe(true);
  expect(toldDone(DONE.trimEnd().replaceAll('\n', '\r\n'), '', COMMIT)).toBe(true);
});

test.each([
  ['none', null],
  ['another verdict', comment('Incomplete: 1 group failed')],
  ['nothing to do', comment('Nothing to do: **web** is as the repository says')],
  ['another commit', comment('Done: **web** is created', 'Apply of `0000000` · cloud "prod"')],
  ['a plan', comment('Done: **web** is created', 'Plan of `abcdef1` · cloud "prod"')],
  ['an edited one', DONE.replace('created 2', 'created 3')],
  ['no marker', '### 🌡️ Done: web\n\n<sub>Apply of `abcdef1` · x</sub>'],
])('not: %s', (_what, text) => {
  expect(toldDone(text, '', COMMIT)).toBe(false);
});

test('not of another key, nor of an unknown commit', () => {
  expect(toldDone(DONE, 'other', COMMIT)).toBe(false);
  expect(toldDone(DONE, '', null)).toBe(false);
});
