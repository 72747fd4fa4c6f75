/** What a drift check proposes to adopt, and what it can't: with the patch where no forge shows it. */
import type { Adoptions, NotAdopted, Proposal } from '../../model/adoption.ts';
import type { Block, DiffLine, Line } from './document.ts';
import { code, line, link, paragraph, strong } from './document.ts';
import type { Detail } from './fit.ts';
import { text } from './proposal.ts';
import { count } from './words.ts';

export function* adoptionBlocks(adoptions: Adoptions | undefined, detail: Detail): Iterable<Block> {
  if (adoptions === undefined) return;
  const { proposals, refused } = adoptions;
  const edits = proposals.flatMap((proposal) => proposal.edits);
  if (edits.length > 0) {
    yield paragraph(
      line`${strong('To adopt')}: ${count('live value', edits.length)} as the repository’s own`,
    );
    for (const proposal of proposals.slice(0, detail.folds)) yield* proposalBlocks(proposal, detail);
  }
  if (refused.length > 0) yield refusedBlock(refused, detail);
}

function* proposalBlocks(proposal: Proposal, detail: Detail): Iterable<Block> {
  const items = proposal.edits.map(
    ({ group, path, at, from, to }): Line =>
      line`${strong(group)} ${path}: ${from === null ? ['not given'] : [code(text(from))]} → ${code(text(to))} (${at.file}:${at.line})`,
  );
  yield { kind: 'list', items: [...items, ...sentLine(proposal)], numbered: false };
  if (proposal.sent !== null || detail.diffLines === 0) return;
  yield { kind: 'diff', lines: diffLines(proposal.patch).slice(0, detail.diffLines) };
}

function sentLine({ sent }: Proposal): readonly Line[] {
  if (sent === null) return [];
  const { state, number, url } = sent;
  const at = link(`pull request ${number}`, url);
  switch (state) {
    case 'opened':
      return [line`${at} is opened for it`];
    case 'updated':
      return [line`${at} is brought up to date`];
    case 'unchanged':
      return [line`${at} says so already`];
    case 'declined':
      return [line`${at} was closed by people: it stays so until the value changes again`];
  }
}

function refusedBlock(refused: readonly NotAdopted[], detail: Detail): Block {
  const items = refused
    .slice(0, detail.rows)
    .map(({ group, path, why }): Line => line`${strong(group)} ${path}: ${why}`);
  return {
    kind: 'fold',
    summary: [`${count('difference', refused.length)} can’t be adopted`],
    blocks: [{ kind: 'list', items, numbered: false }],
  };
}

/** As a report shows it: marks apart from the text. */
function diffLines(patch: string): readonly DiffLine[] {
  return patch
    .split('\n')
    .filter((one) => one !== '' && !/^(---|\\)/.test(one))
    .map((one): DiffLine => {
      if (one.startsWith('+++ b/')) return { mark: '@', text: one.slice('+++ b/'.length).trimEnd() };
      if (one.startsWith('@@')) return { mark: '@', text: one.replaceAll('@@', '').trim() };
      const mark = one[0] === '+' || one[0] === '-' ? one[0] : ' ';
      return { mark, text: one.slice(1).trimEnd() };
    });
}
