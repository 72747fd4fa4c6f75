/** The query of an alarm as it was given, whatever Aodh put around it. */
import { expect, test } from 'vitest';
import { ownQuery } from '../../../src/adapters/openstack/aodh-query.ts';

const OWN = { '=': { server_group: 'web' } };
const scoped = (query: unknown) => ({
  and: [
    {
      or: [
        { '=': { created_by_project_id: 'p' } },
        { and: [{ '=': { created_by_project_id: 's' } }, { '=': { project_id: 'p' } }] },
      ],
    },
    query,
  ],
});

test.each([
  ['as it was given', OWN],
  ['scoped once', scoped(OWN)],
  ['scoped at every change', scoped(scoped(scoped(OWN)))],
])('%s', (_, query) => {
  expect(JSON.parse(ownQuery(JSON.stringify(query)))).toEqual(OWN);
});

test('a query of two parts of its own stays', () => {
  const query = { and: [{ or: [{ '=': { host: 'a' } }, { '=': { host: 'b' } }] }, OWN] };
  expect(JSON.parse(ownQuery(JSON.stringify(query)))).toEqual(query);
});

test('what is no query stays as it is', () => {
  expect(ownQuery('nonsense')).toBe('nonsense');
});
