/** Writes docs/fidelity.md: the cases and what came of each on the real OpenStack. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from './case.ts';
import { CASES } from './cases.ts';
import type { Results } from './record.ts';
import type { Result } from './run.ts';

const FILE = join(import.meta.dirname, '../../docs/fidelity.md');

export function readPage(): string {
  return readFileSync(FILE, 'utf8');
}

export function writePage(results: Results): void {
  writeFileSync(FILE, page(results));
}

export function page(results: Results): string {
  return `# What a plan says, and what Heat then does

Each row is one change, planned, applied and looked at on a real OpenStack ([test/openstack](../test/openstack/README.md)): every server's id
before and after, the events of each batch, how few were in service at any moment, the ids of the stack's own resources. A plan is right when all of
that is as it said. Beside it stands what Heat's own preview of the same update said (\`PUT …/preview?show_nested=true\`), which is right
when it told who stays and how many there are, and which of the stack's resources are made anew. Where members are nested files it answers a bare 400 to the very
body that Heat's update then takes.

${scoreLines(results, CASES).join('\n')}

Made by \`npm run fidelity\` (\`npm run fidelity -- WORDS\` plays some); the cases are in [test/fidelity](../test/fidelity/cases.ts), what they
came to in \`real.json\` beside them. \`npm test\` plays the same cases on the embedded cloud, where each must end as it did here.
Stacks: \`group\` and \`balanced\` (behind Octavia) are AutoScalingGroups, \`hot\` is a HOT template with nested members, \`cfn\` CloudFormation's words
with a rolling update, \`unrolled\` the same without one, \`tiers\` a group in a nested file.

| stack | state | change | servers | at a time | least in service | size | the plan | Heat's preview |
|---|---|---|---|---|---|---|---|---|
${CASES.map((one) => row(one, results[one.name])).join('\n')}
`;
}

/** For a terminal, too. */
export function scoreLines(results: Results, cases: readonly Case[]): readonly string[] {
  const played = cases.flatMap(({ name }) => {
    const result = results[name];
    return result ? [{ name, ...result }] : [];
  });
  const right = played.filter(({ wrong }) => wrong.length === 0);
  const previewed = played.flatMap(({ previewWrong }) => (previewWrong === null ? [] : [previewWrong]));
  const guessed = played.filter(({ confidence }) => confidence === 'predicted');
  return [
    `- The plan was right in **${right.length} of ${played.length}** cases.`,
    ...(played.length === cases.length
      ? []
      : [
          `- ${cases.length - played.length} more are played on the embedded cloud only, so far: \`npm run fidelity -- --missing\` goes on.`,
        ]),
    `- Heat's preview was right in **${previewed.filter((wrong) => wrong.length === 0).length} of ${previewed.length}** (the others sent nothing that it could preview).`,
    ...played
      .filter(({ wrong }) => wrong.length > 0)
      .map(({ name, wrong }) => `- Wrong: ${name}: ${wrong.join('; ')}.`),
    `- Said to be a guess (\`confidence: predicted\`): ${guessed.map(({ name }) => name).join('; ') || 'none'}.`,
  ];
}

function row({ base, state, what }: Case, result: Result | undefined): string {
  if (result === undefined)
    return `| \`${base}\` | ${state} | ${what} | | | | | not played on a real cloud yet | |`;
  const { happened, plan, wrong, previewWrong } = result;
  const { size, servers, batches, inService, changed } = happened;
  const moved = size[0] === size[1] ? `${size[1]}` : `${size[0]} → ${size[1]}`;
  const fates = Object.entries(servers).map(([fate, count]) => `${fate} ${count}`);
  const how = changed.length === 0 ? '' : ` (${changed.join(', ')})`;
  const verdict = wrong.length === 0 ? (plan === 'applied' ? '✓' : `✓ ${plan}`) : `✗ ${wrong.join('; ')}`;
  return `| \`${base}\` | ${state} | ${what} | ${fates.join(', ')}${how} | ${batches.join(' + ') || '–'} | ${inService} | ${moved} | ${verdict} | ${previewVerdict(previewWrong)} |`;
}

function previewVerdict(wrong: Result['previewWrong']): string {
  if (wrong === null) return '–';
  return wrong.length === 0 ? '✓' : `✗ ${wrong.join('; ')}`;
}
