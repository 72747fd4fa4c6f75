/** No field of a group is left out of the walk. */
import { expect, it } from 'vitest';
import { fieldPaths } from '../../scripts/spec-reference.mjs';
import schema from '../../src/core/spec/schema/spec.schema.json' with { type: 'json' };
import type { Value } from './row.ts';
import { WALKS } from './table.ts';
import { ELSEWHERE, UNMADE } from './unmade.ts';

/** How user data is made up and checked is shown beside the cloud. */
const USER_DATA = /^spec\.server\.cloudInit\.(?:parts|allowSecrets)/;
/** Never reaches Heat: `test/health` and the walk of healing have it. */
const HEALTH = /^spec\.health(?:[.[]|$)/;

const OF_EVERY_DOCUMENT = new Set(['apiVersion', 'kind', 'metadata', 'metadata.name', 'spec']);

it('every field is walked on a cloud, or said why not', () => {
  const used = new Set<string>(ELSEWHERE);
  const visit = (path: string, value: Value): void => {
    used.add(path);
    if (Array.isArray(value)) for (const one of value) visit(`${path}[]`, one);
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) {
        used.add(`${path}.*`);
        visit(`${path}.${key}`, one);
      }
  };
  for (const { start, rows } of WALKS) {
    visit('spec', start);
    for (const { put } of rows)
      for (const [path, value] of Object.entries(put))
        visit(`${path.startsWith('metadata/') ? '' : 'spec.'}${path.replaceAll('/', '.')}`, value);
  }
  for (const { spec } of UNMADE) visit('spec', spec);
  const fields = [...fieldPaths(schema, 'AutoScalingGroup').keys()].filter(
    (path) => !OF_EVERY_DOCUMENT.has(path) && !USER_DATA.test(path) && !HEALTH.test(path),
  );
  expect(fields.length).toBeGreaterThan(150);
  expect(fields.filter((path) => !used.has(path))).toEqual([]);
});
