/** The title and the text of a pull request that takes over live values. */
import type { Adopted, Proposal } from '../../model/adoption.ts';
import type { Json } from '../../model/json.ts';
import type { ReportContext } from './context.ts';
import type { Block, Line } from './document.ts';
import { code, line, paragraph, strong } from './document.ts';
import { toMarkdown } from './markdown.ts';
import { count } from './words.ts';

export function proposalTitle({ edits }: Proposal): string {
  const groups = [...new Set(edits.map(({ group }) => group))];
  return `Adopt ${count('live value', edits.length)} of ${groups.join(', ')}`.slice(0, 200);
}

export function proposalBody(proposal: Proposal, context: ReportContext): string {
  return toMarkdown([...blocks(proposal, context)]);
}

function* blocks({ edits, file }: Proposal, { cloud }: ReportContext): Iterable<Block> {
  yield paragraph(
    line`Somebody changed this in the cloud (${cloud ?? 'unnamed'}) and not here. Merging makes it the repository’s own; closing leaves the repository as it is, and the next apply or \`drift\`’s ways out put the cloud back.`,
  );
  yield {
    kind: 'table',
    head: [
      line`what`,
      line`written at`,
      line`now in the spec`,
      line`in the cloud`,
      line`since`,
      line`after merging`,
    ],
    rows: edits.map(row),
  };
  yield paragraph(
    line`Each edit was compiled: the spec then comes to the live value, and no other setting changes. ${code(file)} keeps its comments and its order.`,
  );
  yield paragraph(
    line`A value that nobody should have changed is no reason to merge: look at who did it first. Closed without merging, this stays closed until the value changes again.`,
  );
}

function row({ group, path, at, from, to, since, through, settled }: Adopted): readonly Line[] {
  const when = [since ?? '', through].filter((one) => one !== '').join(', ');
  return [
    line`${strong(group)} ${path}`,
    [code(`${at.file}:${at.line}`)],
    from === null ? ['not given'] : [code(text(from))],
    [code(text(to))],
    [when === '' ? 'nobody can tell' : when],
    [settled ? 'the plan has nothing to do for it' : 'an apply tells Heat what is so already'],
  ];
}

export function text(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
