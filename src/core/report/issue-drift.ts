/** The body of a drift issue: what differs, since when and by whom, the way out. */
import type { DriftItem, GroupDrift } from '../../model/drift.ts';
import type { Block, Line } from './document.ts';
import { code, line, strong } from './document.ts';
import { quoted } from './finding-line.ts';
import type { Detail } from './fit.ts';
import { type IssueContext, issueBody, issueFooter } from './issue-body.ts';
import { stackLink } from './plan-table.ts';
import { count } from './words.ts';

const HEAD: readonly Line[] = [line`what`, line`in the repository`, line`in the cloud`];

export function driftIssueBody(group: GroupDrift, context: IssueContext): string {
  return issueBody((detail) => [
    paragraph(driftSentence(group, context)),
    table(group, detail),
    ...wayOut(group, detail),
    ...notDrift(group, detail),
    issueFooter('rewritten when something changes, closed when clean', context),
  ]);
}

/** `web differs from scaling/web.yaml in 2 places`. */
export function driftSentence(group: GroupDrift, context: IssueContext | null): Line {
  const { name, stackId, source, items } = group;
  const linked = context === null ? [name] : stackLink(name, stackId, context);
  const subject = linked.length === 1 && linked[0] === name ? strong(name) : linked;
  return line`${subject} differs from ${code(source.file)} in ${count('place', items.length)}`;
}

/** `server web-x71c: ACTIVE in the repository, SHUTOFF in the cloud`. */
export function driftItemLine({ subject, repository, cloud }: DriftItem): Line {
  return line`${quoted(subject)}: ${repository} in the repository, ${cloud} in the cloud`;
}

function table({ items }: GroupDrift, detail: Detail): Block {
  const rows = items
    .slice(0, detail.rows)
    .map(({ subject, repository, cloud }): readonly Line[] => [quoted(subject), [repository], [cloud]]);
  const rest = items.length - rows.length;
  return {
    kind: 'table',
    head: HEAD,
    rows: rest > 0 ? [...rows, [[count('more difference', rest)], [], []]] : rows,
  };
}

/** Each remedy once, with what it is for when there are several. */
function wayOut({ items }: GroupDrift, detail: Detail): readonly Block[] {
  const remedies = [...new Set(items.map(({ remedy }) => remedy))].filter((remedy) => remedy !== '');
  const [only] = remedies;
  if (only === undefined) return [];
  if (remedies.length === 1) return [paragraph(line`${strong('Way out')}: ${quoted(only)}`)];
  const lines = remedies.slice(0, detail.rows).map((remedy): Line => {
    const cured = items.filter((item) => item.remedy === remedy);
    const rest = cured.length > 1 ? ` and ${count('more', cured.length - 1)}` : '';
    return line`${quoted(cured[0]?.subject ?? '')}${rest.replace(/mores$/, 'more')}: ${quoted(remedy)}`;
  });
  return [paragraph(line`${strong('Way out')}`), { kind: 'list', items: lines, numbered: false }];
}

/** Not part of what makes this issue change: so it is as of the last time something did. */
function notDrift(group: GroupDrift, detail: Detail): readonly Block[] {
  if (group.notDrift.length === 0) return [];
  return [
    paragraph(line`Not drift, when this was written: ${group.notDrift.slice(0, detail.rows).join('; ')}`),
  ];
}

function paragraph(content: Line): Block {
  return { kind: 'paragraph', lines: [content] };
}
