/** Days of settings: the schema lets 2027-02-31 pass. */
import type { Problem } from '../../model/problem.ts';
import { positionOf } from '../spec/positions.ts';
import { quote } from '../spec/quote.ts';
import { dotted } from '../spec/schema-problems.ts';
import type { SpecDocument } from '../spec/spec-documents.ts';
import { entriesAt } from './entries.ts';

/** `pointer` leads to the day. */
export function noSuchDay({ yaml }: SpecDocument, pointer: string, day: string): readonly Problem[] {
  const moment = new Date(`${day}T00:00:00Z`);
  if (!Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day)) return [];
  const message = `${dotted(pointer)} is ${quote(day)}; the calendar has no such day`;
  return [{ ...positionOf(yaml, pointer), message }];
}

/** Last days of rules that end, in every list that has some. */
export function expiryProblems(document: SpecDocument): readonly Problem[] {
  const entries = ['/spec/ignore', '/spec/guardrails/waivers'].flatMap((list) =>
    entriesAt(document.value, list),
  );
  return entries.flatMap(({ pointer, value: { expires } }) =>
    typeof expires === 'string' && DAY.test(expires)
      ? noSuchDay(document, `${pointer}/expires`, expires)
      : [],
  );
}

/** What the schema lets pass. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;
