/** The body of a drift issue: what differs, since when and by whom, the way out. */
import type { DriftItem, GroupDrift } from '../../model/drift.ts';
import type { Block, Line } from './document.ts';
import { code, line, paragraph, strong } from './document.ts';
import { fixedBlocks, leftBlocks } from './drift-fixed.ts';
import { driftTable, inOrder } from './drift-table.ts';
import { quoted } from './finding-line.ts';
import type { Detail } from './fit.ts';
import { stackSubject } from './horizon.ts';
import { type IssueContext, issueBody, issueFooter } from './issue-body.ts';
import { count, grouped } from './words.ts';

export function driftIssueBody(group: GroupDrift, context: IssueContext): string {
  return issueBody((detail) => [
    paragraph(driftSentence(group, context)),
    ...meanwhile(group),
    ...differences(group.items, context, detail),
    ...leftBlocks(group.items, detail),
    ...fixedBlocks([group], detail),
    ...notDrift(group, detail),
    issueFooter(ENDING, context),
  ]);
}

const ENDING = 'rewritten when something changes, closed when clean';

/** Of what belongs to no spec. */
export function straysIssueBody(strays: readonly DriftItem[], context: IssueContext): string {
  return issueBody((detail) => [
    paragraph(
      line`${strong('In the cloud, but in no spec')}: Thermostat made these, and no spec of this repository names them any more.`,
    ),
    ...differences(strays, context, detail),
    issueFooter(ENDING, context),
  ]);
}

/** `web differs from scaling/web.yaml in 2 places`. */
export function driftSentence(group: GroupDrift, context: IssueContext): Line {
  const { source, items } = group;
  return line`${stackSubject(group, context)} differs from ${code(source.file)} in ${count('place', items.length)}`;
}

/** `server web-x71c: ACTIVE in the repository, SHUTOFF in the cloud`. */
export function driftItemLine({ subject, repository, cloud }: DriftItem): Line {
  return line`${quoted(subject)}: ${repository} in the repository, ${cloud} in the cloud`;
}

/** What must not wait for the morning. */
function meanwhile({ name, items }: GroupDrift): readonly Block[] {
  const deaf = items.filter(({ cannotScale }) => cannotScale);
  if (deaf.length === 0) return [];
  const because = deaf
    .slice(0, 3)
    .map(({ subject }) => subject)
    .join(', ');
  return [
    {
      kind: 'alert',
      tone: 'caution',
      lines: [line`${strong(name)} cannot scale any more: ${quoted(because)}`],
    },
  ];
}

/** The ways out stand below the table: commands in cells can't be read. */
function differences(items: readonly DriftItem[], context: IssueContext, detail: Detail): readonly Block[] {
  const sorted = inOrder(items);
  const table = driftTable(sorted, context, detail);
  return [table.kind === 'table' ? withoutLast(table) : table, ...wayOut(sorted, detail)];
}

function withoutLast(table: Extract<Block, { readonly kind: 'table' }>): Block {
  return { ...table, head: table.head.slice(0, -1), rows: Array.from(table.rows, (row) => row.slice(0, -1)) };
}

/** Each remedy once, with what it is for when there are several. */
function wayOut(items: readonly DriftItem[], detail: Detail): readonly Block[] {
  const remedies = [...new Set(items.map(({ remedy }) => remedy))].filter((remedy) => remedy !== '');
  const [only] = remedies;
  if (only === undefined) return [];
  if (remedies.length === 1) return [paragraph(line`${strong('Way out')}: ${quoted(only)}`)];
  const shown = remedies.slice(0, detail.rows).map((remedy): Line => {
    const cured = items.filter((item) => item.remedy === remedy);
    const more = cured.length > 1 ? ` and ${grouped(cured.length - 1)} more` : '';
    return line`${quoted(cured[0]?.subject ?? '')}${more}: ${quoted(remedy)}`;
  });
  return [paragraph(line`${strong('Way out')}`), { kind: 'list', items: shown, numbered: false }];
}

/** Not part of what makes this issue change: so it is as of the last time something did. */
function notDrift({ notDrift: rightly, ignored }: GroupDrift, detail: Detail): readonly Block[] {
  const said = [
    ...rightly.slice(0, detail.rows),
    ...(ignored.length > 0 ? [`${count('difference', ignored.length)} ignored by the settings`] : []),
  ];
  return said.length === 0 ? [] : [paragraph(line`Not drift, when this was written: ${said.join('; ')}`)];
}
