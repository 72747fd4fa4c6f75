/** Cuts lists into pages with `Link` headers, as GitHub does. */
import type { ListAnswer } from './routes/call.ts';

export interface Page {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

const USUAL_SIZE = 30;
const LARGEST_SIZE = 100;

export function pageOf({ list, within, around }: ListAnswer, address: URL): Page {
  const asked = Number(address.searchParams.get('per_page') ?? USUAL_SIZE);
  const size = Math.min(Math.max(asked, 1), LARGEST_SIZE);
  const page = Math.max(Number(address.searchParams.get('page') ?? 1), 1);
  const shown = list.slice((page - 1) * size, page * size);
  const body = within === undefined ? shown : { ...around, total_count: list.length, [within]: shown };
  const link = linkHeader(address, page, Math.ceil(list.length / size));
  return { body, headers: link === '' ? {} : { link } };
}

function linkHeader(address: URL, page: number, last: number): string {
  const pages = [
    ['prev', page - 1],
    ['next', page + 1],
    ['last', last],
    ['first', 1],
  ] as const;
  return pages
    .filter(
      ([rel, to]) => to >= 1 && to <= last && (rel === 'last' || rel === 'next' ? page < last : page > 1),
    )
    .map(([rel, to]) => {
      const target = new URL(address);
      target.searchParams.set('page', String(to));
      return `<${target.href}>; rel="${rel}"`;
    })
    .join(', ');
}
