/** An event becomes what set the job off, and nothing is believed that does not look like it. */
import { describe, expect, test } from 'vitest';
import { commitOf, triggerFrom } from '../../../src/adapters/github/trigger.ts';

const HEAD = 'a'.repeat(40);
const BASE = 'b'.repeat(40);
const SHA = 'c'.repeat(40);

function pull(head: string | null, base = 'shop/infra') {
  return {
    pull_request: {
      number: 7,
      head: { sha: HEAD, repo: head === null ? null : { full_name: head } },
      base: { sha: BASE, repo: { full_name: base } },
    },
  };
}

const from = (event: string, payload: unknown, ref = 'refs/heads/main') =>
  triggerFrom({ event, payload, sha: SHA, ref });

describe('a pull request', () => {
  test('is known by its number and both commits', () => {
    expect(from('pull_request', pull('shop/infra'))).toEqual({
      kind: 'pull-request',
      number: 7,
      headSha: HEAD,
      baseSha: BASE,
      state: 'open',
      fork: false,
    });
  });

  test.each(['mallory/infra', null])('from %s is from a fork', (head) => {
    expect(from('pull_request', pull(head))).toMatchObject({ fork: true });
  });

  test('is about its head, not about the merge that GitHub made up', () => {
    expect(commitOf(from('pull_request', pull('shop/infra')))).toBe(HEAD);
  });

  test.each([
    {},
    null,
    'text',
    { pull_request: { number: '7' } },
    { pull_request: { number: 7, head: { sha: '; rm -rf /' }, base: { sha: BASE } } },
  ])('that looks like %j is none', (payload) => {
    expect(from('pull_request', payload)).toEqual({ kind: 'manual', sha: SHA, branch: 'main' });
  });
});

test('a fork stays one where a workflow gives it secrets', () => {
  expect(from('pull_request_target', pull('mallory/infra'))).toMatchObject({ fork: true });
});

test.each([
  [false, 'closed'],
  [true, 'merged'],
])('a pull request that is closed and merged: %s is %s', (merged, state) => {
  const payload = { action: 'closed', pull_request: { ...pull('shop/infra').pull_request, merged } };
  expect(from('pull_request', payload)).toMatchObject({ state });
});

test.each([
  ['open', false, 'open'],
  ['closed', false, 'closed'],
  ['closed', true, 'merged'],
])('one that is %s, merged: %s, and edited, is %s', (state, merged, expected) => {
  const payload = { action: 'edited', pull_request: { ...pull('shop/infra').pull_request, state, merged } };
  expect(from('pull_request', payload)).toMatchObject({ state: expected });
});

test('a merge queue tries a commit on a base', () => {
  const payload = { merge_group: { head_sha: HEAD, base_sha: BASE } };
  expect(from('merge_group', payload)).toEqual({
    kind: 'merge-group',
    sha: HEAD,
    baseSha: BASE,
    branch: null,
  });
});

describe('a comment', () => {
  const said = (more: object = {}) => ({
    action: 'created',
    issue: { number: 7, pull_request: {} },
    comment: { id: 9, body: '/thermostat plan', user: { login: 'mara' } },
    ...more,
  });

  test('is known by its author, its words and where it stands', () => {
    expect(from('issue_comment', said())).toMatchObject({
      kind: 'comment',
      number: 7,
      onPull: true,
      commentId: 9,
      author: 'mara',
      body: '/thermostat plan',
    });
  });

  test('on an issue is not on a pull request', () => {
    expect(from('issue_comment', said({ issue: { number: 7 } }))).toMatchObject({ onPull: false });
  });

  test.each([{ action: 'edited' }, { action: 'deleted' }, { comment: { id: '9' } }, { issue: null }])(
    'with %j asks for nothing',
    (more) => {
      expect(from('issue_comment', said(more))).toMatchObject({ kind: 'manual' });
    },
  );
});

test('a push knows its branch', () => {
  expect(from('push', {})).toEqual({ kind: 'push', sha: SHA, branch: 'main', before: null });
});

test.each([
  [{ before: BASE }, BASE],
  [{ before: BASE, forced: true }, null],
  [{ before: '0'.repeat(40) }, null],
  [{ before: '$(id)' }, null],
])('a push that says %j stood at %s before', (payload, before) => {
  expect(from('push', payload)).toMatchObject({ before });
});

test('a push of a tag has no branch', () => {
  expect(from('push', {}, 'refs/tags/v1')).toMatchObject({ kind: 'push', sha: SHA, branch: null });
});

test('a schedule is one', () => {
  expect(from('schedule', { schedule: '17 2 * * *' })).toEqual({
    kind: 'schedule',
    sha: SHA,
    branch: 'main',
  });
});

test('anything else was started by hand', () => {
  expect(from('workflow_dispatch', {})).toEqual({ kind: 'manual', sha: SHA, branch: 'main' });
});
