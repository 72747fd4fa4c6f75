/** Makes the last form of a plan's comment: short, once there is nothing more to decide on its pull request. */
import type { Outcome } from '../../model/outcome.ts';
import type { GroupPlan } from '../../model/plan.ts';
import { applyVerdict } from './apply-verdict.ts';
import { assemble } from './assemble.ts';
import { APPLYING, begunBefore, CUT_OFF } from './begun-before.ts';
import type { ReportContext } from './context.ts';
import type { Block, Line } from './document.ts';
import { code, line, paragraph, strong } from './document.ts';
import { problemBlocks, quoted } from './finding-line.ts';
import type { Detail } from './fit.ts';
import { footer } from './footer.ts';
import { lastPlan, withLastPlan } from './last-plan.ts';
import { goOn, shortened } from './next.ts';
import { doneBlocks, leftBlocks, outcomeFolds, outcomeTable, troubleBlocks } from './outcome-blocks.ts';
import { count } from './words.ts';

export type Closing =
  /** The pull request does not change any spec any more. */
  | { readonly kind: 'no-specs' }
  | { readonly kind: 'unmerged' }
  /** Apply is about to do this: said before its first write, so that a run that dies leaves word of it. */
  | { readonly kind: 'begun'; readonly groups: readonly GroupPlan[] }
  | {
      readonly kind: 'applied';
      readonly outcome: Outcome;
      /** Whether this run itself said that it had begun. */
      readonly begun: boolean;
    }
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
  const cutOff = isCutOff(closing, begunBefore(earlier, key, context.commit ?? null));
  const { marker, title, markdown } = assemble({
    kind: 'plan',
    key,
    verdict: verdict(closing, cutOff),
    tone: 'clean',
    json: () => '',
    facts: { fingerprint: null, groups: [], changes: false, refused: false, counts: {} },
    annotations: [],
    build: (detail) => build({ closing, cutOff }, context, detail),
  });
  const kept = closing.kind === 'applied' && !cutOff ? null : lastPlan(earlier, key);
  return { marker, title, markdown: withLastPlan(markdown, kept, key) };
}

/** Whether a run of this commit left no word of what it did: this one, if it breaks off, or one before it. */
function isCutOff(closing: Closing, before: ReturnType<typeof begunBefore>): boolean {
  switch (closing.kind) {
    case 'no-specs':
    case 'unmerged':
    case 'overtaken':
      return false;
    case 'begun':
    case 'broke':
      return before !== null;
    case 'applied':
      return before === 'cut-off' || (before === 'begun' && !closing.begun);
  }
}

function verdict(closing: Closing, cutOff: boolean): Line {
  switch (closing.kind) {
    case 'no-specs':
      return line`Nothing to plan: no spec is changed here any more`;
    case 'unmerged':
      return line`Closed without merging: nothing is to be applied`;
    case 'begun':
      return line`${APPLYING} ${some(closing.groups)}`;
    case 'applied':
      return cutOff && isIdle(closing.outcome)
        ? line`Done: an earlier run of this commit did it`
        : applyVerdict(closing.outcome);
    case 'overtaken':
      return line`Applied with a newer commit`;
    case 'broke':
      return line`Apply broke off`;
  }
}

function some(groups: readonly GroupPlan[]): Line {
  const [only] = groups;
  return groups.length === 1 && only !== undefined ? [strong(only.name)] : [count('group', groups.length)];
}

function isIdle({ groups, problems }: Outcome): boolean {
  return problems.length === 0 && groups.every(({ status }) => status === 'nothing-to-do');
}

interface Ended {
  readonly closing: Closing;
  readonly cutOff: boolean;
}

function* build({ closing, cutOff }: Ended, context: ReportContext, detail: Detail): Iterable<Block> {
  switch (closing.kind) {
    case 'no-specs':
      yield paragraph(
        line`Merging it changes nothing in the cloud. A push that changes a spec brings a plan again.`,
      );
      break;
    case 'unmerged':
      yield paragraph(line`Closing it changed nothing in the cloud. Opened again, it gets a new plan.`);
      break;
    case 'begun':
      yield* begun(closing.groups);
      if (cutOff) yield paragraph([CUT_OFF]);
      break;
    case 'applied':
      if (cutOff) yield paragraph([`${CUT_OFF} ${madeUp(closing.outcome)}`]);
      if (!(cutOff && isIdle(closing.outcome))) yield* applied(closing.outcome, context, detail);
      break;
    case 'overtaken':
      yield paragraph(
        line`Commit ${code(closing.newer.slice(0, 7))} holds these changes, too, and is applied or just being applied: this run stood back.`,
      );
      break;
    case 'broke':
      yield { kind: 'alert', tone: 'caution', lines: [quoted(closing.message)] };
      if (cutOff) yield paragraph([CUT_OFF]);
      yield paragraph(line`Run the same commit again: what is done stays done, and what is not goes on.`);
      break;
  }
  yield footer(FOOTERS[closing.kind], fingerprintOf(closing), context);
}

const FOOTERS: Readonly<Record<Closing['kind'], 'plan' | 'apply'>> = {
  'no-specs': 'plan',
  unmerged: 'plan',
  begun: 'apply',
  applied: 'apply',
  overtaken: 'apply',
  broke: 'apply',
};

/** Groups named above the fold. */
const NAMED = 5;

function* begun(groups: readonly GroupPlan[]): Iterable<Block> {
  const shown = groups.slice(0, NAMED).map(({ name, action }) => line`${strong(name)}: ${action}`);
  const rest = groups.length - shown.length;
  const items = rest > 0 ? [...shown, line`and ${count('more group', rest)}`] : shown;
  yield { kind: 'list', items, numbered: false };
  yield paragraph(
    line`What comes of it will stand here. Should this run be cut off, run the same commit again: what is done stays done, and what is not goes on.`,
  );
}

/** What is known of a run that said nothing is the plan it went by. */
function madeUp(outcome: Outcome): string {
  return isIdle(outcome)
    ? 'All that the plan below was to bring about is so now.'
    : 'It went by the plan below; what was left of that is told here.';
}

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
