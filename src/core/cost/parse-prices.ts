/** The file of price lists to lists, or every problem of it at once. */
import type { Prices as Raw } from '../../generated/spec-types.ts';
import type { PriceList } from '../../model/cost.ts';
import type { Problem } from '../../model/problem.ts';
import type { SourceFile } from '../../model/source.ts';
import { noSuchDay } from '../settings/day.ts';
import { quote } from '../spec/quote.ts';
import { documentAs } from '../spec/schema-problems.ts';
import { API_VERSION, type SpecDocument } from '../spec/spec-documents.ts';
import { readLoneFile } from '../spec/spec-file.ts';

export interface ParsedPrices {
  /** Oldest first; none when there is a problem. */
  readonly lists: readonly PriceList[];
  readonly problems: readonly Problem[];
}

export function parsePrices(file: SourceFile): ParsedPrices {
  const { documents, problems } = readLoneFile(file, STRANGER);
  if (file.state !== 'read') return refused(problems.map(unread));
  const read = documents.map(listOf);
  const lists = read.flatMap(({ list }) => list ?? []);
  const all = [...problems, ...read.flatMap((one) => one.problems), ...sameDay(lists)];
  if (all.length > 0) return refused(all);
  return { lists: lists.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)), problems: [] };
}

const NAMED = 'prices in .thermostat.yaml names this file';
const STRANGER = `this is no list of prices, which begins with apiVersion: ${API_VERSION} and kind: Prices; ${NAMED}`;

function unread(problem: Problem): Problem {
  return { ...problem, message: `${NAMED}, but it can't be read: ${problem.message}` };
}

function listOf(document: SpecDocument): {
  readonly list: PriceList | null;
  readonly problems: readonly Problem[];
} {
  if (document.kind !== 'Prices') {
    const message = `a document of kind ${quote(document.kind)} stands here; ${NAMED}, which holds documents of kind Prices only`;
    return { list: null, problems: [{ ...document.yaml.start, message }] };
  }
  const { raw, problems } = documentAs(document, 'Prices');
  if (raw === null) return { list: null, problems };
  const wrong = noSuchDay(document, '/spec/validFrom', raw.spec.validFrom);
  return { list: wrong.length > 0 ? null : priceList(raw, document), problems: wrong };
}

function priceList({ spec }: Raw, { yaml }: SpecDocument): PriceList {
  const { currency, validFrom, perHour = {}, perMonth = {} } = spec;
  return {
    currency,
    validFrom,
    flavors: perHour.flavors ?? {},
    floatingIp: perHour.floatingIp ?? null,
    loadBalancer: perHour.loadBalancer ?? null,
    volumeGiBMonth: perMonth.volumeGb ?? null,
    silence: null,
    source: yaml.start,
  };
}

function sameDay(lists: readonly PriceList[]): readonly Problem[] {
  return lists.flatMap((list, index) => {
    const first = lists.slice(0, index).find(({ validFrom }) => validFrom === list.validFrom);
    if (first === undefined) return [];
    const message = `a list that is valid from ${list.validFrom} stands in line ${first.source.line} already; put them together, or give this one another day`;
    return [{ ...list.source, message }];
  });
}

function refused(problems: readonly Problem[]): ParsedPrices {
  return { lists: [], problems };
}
