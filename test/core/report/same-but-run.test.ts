/** A comment that only links an earlier run stands; whatever else differs, or was somebody's hand, is written. */
import { expect, test } from 'vitest';
import { withMarker } from '../../../src/core/report/marker.ts';
import { unlessOnlyRunDiffers } from '../../../src/core/report/same-but-run.ts';

const RUN = 'https://github.com/shop/infra/actions/runs/';
const plan = (run: string, verdict = 'web grows') =>
  withMarker(
    'plan',
    'prod',
    `### ${verdict}\n\n<sub>Plan of \`4f2c9e1\` · [run](${run}) · [Horizon](https://h)</sub>\n`,
  );
const standing = plan(`${RUN}7`);
const digest = (text: string) => /digest="([^"]*)"/.exec(text)?.[1] ?? '';

test('another run, the same words: the earlier text stays, byte for byte', () => {
  expect(unlessOnlyRunDiffers(standing, plan(`${RUN}8`))).toBe(standing);
  const stored = standing.replaceAll('\n', '\r\n').trimEnd();
  expect(unlessOnlyRunDiffers(stored, plan(`${RUN}8/attempts/2`))).toBe(stored);
});

test.each([
  ['none stands there', null],
  ['another verdict', plan(`${RUN}7`, 'web shrinks')],
  ['the words were edited', standing.replace('grows', 'shrinks')],
  ['words were added', `${standing}approved!\n`],
  ['the link leads elsewhere', standing.replace('github.com', 'evil.example')],
  ['the link leads elsewhere, under its own digest', plan('https://evil.example/actions/runs/7')],
  ['another run was put in by hand', standing.replace('runs/7', 'runs/6')],
  ['the digest is not its own', standing.replace(digest(standing), digest(plan(`${RUN}1`)))],
  ['the link is gone', standing.replace(/ · \[run\]\([^)]*\)/, '')],
  ['the marker is of another plan', standing.replace('key="prod"', 'key="test"')],
])('%s: the new text', (_, earlier) => {
  const fresh = plan(`${RUN}8`);
  expect(unlessOnlyRunDiffers(earlier, fresh)).toBe(fresh);
});

test('a link of that name further up is no link to the run', () => {
  const text = (run: number) => withMarker('plan', '', `[run](${RUN}${run})\n\n<sub>Plan</sub>\n`);
  expect(unlessOnlyRunDiffers(text(7), text(8))).toBe(text(8));
});

test('without a run nothing is another', () => {
  const text = withMarker('plan', '', '<sub>Plan</sub>\n');
  expect(unlessOnlyRunDiffers(text, text)).toBe(text);
});
