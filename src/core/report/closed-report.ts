/** Makes the last form of a plan's comment: short, once there is nothing more to decide on its pull request. */
import type { Outcome } from '../../model/outcome.ts';
import { applyVerdict } from './apply-verdict.ts';
import { assemble } from './assemble.ts';
import type { ReportContext } from './context.ts';
import type { Block, Line } from './document.ts';
import { code, line, paragraph } from './document.ts';
import { problemBlocks, quoted } from './finding-line.ts';
import type { Detail } from './fit.ts';
import { footer } from './footer.ts';
import { lastPlan, withLastPlan } from './last-plan.ts';
import { goOn, shortened } from './next.ts';
import { doneBlocks, leftBlocks, outcomeFolds, outcomeTable, troubleBlocks } from './outcome-blocks.ts';

export type Closing =
  /** The pull request does not change any spec any more. */
  | { readonly kind: 'no-specs' }
  | { readonly kind: 'unmerged' }
  | { readonly kind: 'applied'; readonly outcome: Outcome }
  /** Apply stood back: this newer commit holds these changes and is applied, or just being applied. */
  | { readonly kind: 'overtaken'; readonly newer: string }
  /** Apply broke before it had an outcome; one sentence for people, without secrets. */
  | { readonly kind: 'broke'; readonly message: string };

/** What takes the place of the plan's comment: the same marker finds it again. */
export interface ClosedComment {
  readonly marker: string;
  /** The verdict as one plain line. */
  readonly title: string;
  /** Below 65,536 UTF-16 units. */
  readonly markdown: string;
}

/** `earlier`: the comment as it stands; its plan is kept, folded, if nobody has edited it. */
export function closedReport(
  closing: Closing,
  context: ReportContext,
  earlier: string | null = null,
): ClosedComment {
  const key = context.key ?? '';
  const { marker, title, markdown } = assemble({
    kind: 'plan',
    key,
    verdict: verdict(closing),
    tone: 'clean',
    json: () => '',
    facts: { fingerprint: null, groups: [], changes: false, refused: false, counts: {} },
    annotations: [],
    build: (detail) => build(closing, context, detail),
  });
  const kept = closing.kind === 'applied' ? null : lastPlan(earlier, key);
  return { marker, title, markdown: withLastPlan(markdown, kept, key) };
}

function verdict(closing: Closing): Line {
  switch (closing.kind) {
    case 'no-specs':
      return line`Nothing to plan: no spec is changed here any more`;
    case 'unmerged':
      return line`Closed without merging: nothing is to be applied`;
    case 'applied':
      return applyVerdict(closing.outcome);
    case 'overtaken':
      return line`Applied with a newer commit`;
    case 'broke':
      return line`Apply broke off`;
  }
}

function* build(closing: Closing, context: ReportContext, detail: Detail): Iterable<Block> {
  switch (closing.kind) {
    case 'no-specs':
      yield paragraph(
        line`Merging it changes nothing in the cloud. A push that changes a spec brings a plan again.`,
      );
      break;
    case 'unmerged':
      yield paragraph(line`Closing it changed nothing in the cloud. Opened again, it gets a new plan.`);
      break;
    case 'applied':
      yield* applied(closing.outcome, context, detail);
      break;
    case 'overtaken':
      yield paragraph(
        line`Commit ${code(closing.newer.slice(0, 7))} holds these changes, too, and is applied or just being applied: this run stood back.`,
      );
      break;
    case 'broke':
      yield { kind: 'alert', tone: 'caution', lines: [quoted(closing.message)] };
      yield paragraph(line`Run the same commit again: what is done stays done, and what is not goes on.`);
      break;
  }
  yield footer(FOOTERS[closing.kind], fingerprintOf(closing), context);
}

const FOOTERS: Readonly<Record<Closing['kind'], 'plan' | 'apply'>> = {
  'no-specs': 'plan',
  unmerged: 'plan',
  applied: 'apply',
  overtaken: 'apply',
  broke: 'apply',
};

/** Groups named above the fold. */
const NAMED = 5;

function* applied(outcome: Outcome, context: ReportContext, detail: Detail): Iterable<Block> {
  yield* problemBlocks(outcome.problems, detail);
  yield* troubleBlocks(outcome, detail);
  yield* leftBlocks(outcome, detail);
  yield* doneBlocks(outcome, NAMED);
  const inside = [...outcomeTable(outcome, context, detail), ...outcomeFolds(outcome, detail)];
  if (inside.length > 0)
    yield { kind: 'fold', summary: line`What apply did, group by group`, blocks: inside };
  const ending = [...goOn(outcome), ...shortened(detail, context)];
  if (ending.length > 0) yield { kind: 'paragraph', lines: ending };
}

function fingerprintOf(closing: Closing): string | null {
  return closing.kind === 'applied' ? closing.outcome.fingerprint : null;
}
