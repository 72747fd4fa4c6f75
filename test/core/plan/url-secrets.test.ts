/** Addresses as they are shown: the host stays, what lets in goes. */
import { expect, test } from 'vitest';
import { fieldDiff } from '../../../src/core/plan/field-diff.ts';
import { withoutUrlSecrets } from '../../../src/core/plan/url-secrets.ts';

const hide = () => '(hidden)';

test.each([
  ['alarm_actions', 'https://hooks.example/services/T1/B2/x9', 'https://hooks.example/(hidden)'],
  ['alarm_actions', 'http://hooks.example:8080?key=1', 'http://hooks.example:8080/(hidden)'],
  ['alarm_actions', 'trust+http://heat:8004/v1/p/stacks/web/1', 'trust+http://heat:8004/v1/p/stacks/web/1'],
  ['repository', 'https://mara:pw@git.example/shop', 'https://mara:(hidden)@git.example/shop'],
  ['repository', 'mysql+pymysql://app:pw@db/shop and more', 'mysql+pymysql://app:(hidden)@db/shop and more'],
  [
    'url',
    'http://heat:8000/v1/signal/a?Signature=Ab%3D&Id=1',
    'http://heat:8000/v1/signal/a?Signature=(hidden)&Id=1',
  ],
  ['url', 'https://s3.example/b?X-Amz-Signature=ab', 'https://s3.example/b?X-Amz-Signature=(hidden)'],
  ['url', 'https://shop.example/path?page=2', 'https://shop.example/path?page=2'],
  ['description', 'no address: at all', 'no address: at all'],
])('%s: %s', (key, text, shown) => {
  expect(withoutUrlSecrets(key, text, hide)).toBe(shown);
});

test('a webhook that changes is shown as changed, by its host', () => {
  const change = (path: string) => ({
    alarm_actions: [`https://hooks.example/${path}`],
    other: { url: 'x://a:b@c' },
  });
  const [field, ...more] = fieldDiff(change('one'), change('two'));
  expect(more).toEqual([]);
  expect(field?.path).toBe('alarm_actions');
  expect(JSON.stringify(field)).toContain('https://hooks.example/(hidden, 3 bytes, ');
  expect(JSON.stringify(field)).not.toMatch(/example\/(one|two)/);
  expect(field?.before).not.toEqual(field?.after);
});
