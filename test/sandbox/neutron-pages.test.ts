import { expect, it } from 'vitest';
import type { Cloud } from '../../src/sandbox/cloud.ts';
import type { Call } from '../../src/sandbox/http/call.ts';
import { listed, rowOf } from '../../src/sandbox/neutron/listing.ts';

const IDS = Array.from({ length: 57 }, (_, index) => `id-${String((index * 23) % 57).padStart(2, '0')}`);
const SORTED = [...IDS].sort();
const ROWS = IDS.map((id, index) => rowOf({ id, project_id: 'p', even: index % 2 === 0 }));

it.each([1, 4, 10, 56, 57, 100])(
  'pages of %i join to the whole list by id, whatever its order inside',
  (limit) => {
    const joined: string[] = [];
    let marker = '';
    for (;;) {
      const page = ids({ limit: String(limit), ...(marker === '' ? {} : { marker }) });
      expect(page.length).toBeLessThanOrEqual(limit);
      if (page.length === 0) break;
      joined.push(...page);
      marker = page.at(-1) ?? '';
    }
    expect(joined).toEqual(SORTED);
  },
);

it('begins at the beginning behind a marker that is none', () => {
  expect(ids({ limit: '3', marker: 'zz' })).toEqual(SORTED.slice(0, 3));
});

it('filters by project without a look at the rest, and by any field', () => {
  expect(ids({ tenant_id: 'p' })).toEqual(SORTED);
  expect(ids({ project_id: 'q' })).toEqual([]);
  expect(ids({ even: 'True' })).toHaveLength(29);
});

function ids(query: Readonly<Record<string, string>>): readonly string[] {
  const call = { query: new URLSearchParams(query) } as unknown as Call;
  const answer = listed({ base: 'http://x' } as unknown as Cloud, call, 'ports', ROWS);
  const body = JSON.parse(String(answer.body)) as { readonly ports: readonly { readonly id: string }[] };
  return body.ports.map(({ id }) => id);
}
