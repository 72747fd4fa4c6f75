/** What a comment asks for is read by a closed grammar, and done only for those who may ask, of what they have seen. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ask, readAsk } from '../../../src/core/chat/ask.ts';
import { mayAnswer } from '../../../src/core/chat/may.ts';
import type { AskedPull, ChatFacts } from '../../../src/model/chat.ts';

describe('read as', () => {
  test.each<[string, Ask['kind']]>([
    ['/thermostat', 'help'],
    ['/thermostat help', 'help'],
    ['  /thermostat plan\r\n', 'plan'],
    ['/thermostat\tplan', 'plan'],
    ['/thermostat apply 4f2c9e1', 'apply'],
    ['/thermostat apply', 'misread'],
    ['/thermostat apply main', 'misread'],
    ['/thermostat apply 4F2C9E1', 'misread'],
    ['/thermostat apply 4f2c9e', 'misread'],
    ['/thermostat apply 4f2c9e1 --allow-delete', 'misread'],
    ['/thermostat plan -- ; rm -rf /', 'misread'],
    ['/thermostat plan $(id)', 'misread'],
    ['/thermostat destroy', 'misread'],
    ['/thermostat constructor', 'misread'],
    ['/thermostatic plan', 'none'],
    ['please /thermostat plan', 'none'],
    ['> /thermostat plan', 'none'],
    ['/thermostat plan\nthank you', 'none'],
    ['', 'none'],
  ])('%j: %s', (comment, kind) => {
    expect(readAsk(comment).kind).toBe(kind);
  });

  const WHYS =
    /^(?:(?:help|plan) takes no more words|there are help, plan and apply|apply names the commit.*|apply takes one commit.*|a commit is 7 to 40 digits.*)$/;

  test('nothing that is written is ever passed on but a commit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const ask = readAsk(`/thermostat ${words}`);
        if (ask.kind === 'apply') expect(ask.sha).toMatch(/^[0-9a-f]{7,40}$/);
        if (ask.kind === 'misread') expect(ask.why).toMatch(WHYS);
      }),
    );
  });
});

const HEAD = '4f2c9e1'.padEnd(40, '0');
const PULL: AskedPull = {
  number: 7,
  state: 'open',
  fork: false,
  draft: false,
  headSha: HEAD,
  baseRef: 'main',
  defaultBranch: 'main',
  mergeable: 'clean',
  merge: { sha: 'a'.repeat(40), baseSha: 'b'.repeat(40) },
};
const FACTS: ChatFacts = { permission: 'write', commentStands: true, pull: PULL };
const ALL = ['help', 'plan', 'apply'];
const APPLY = { kind: 'apply', sha: '4f2c9e1' } as const;

const may = (ask: Parameters<typeof mayAnswer>[0], facts: Partial<ChatFacts> = {}, enabled = ALL) =>
  mayAnswer(ask, { ...FACTS, ...facts }, enabled);

test('who may write may ask for what is enabled', () => {
  for (const ask of [APPLY, { kind: 'plan' }, { kind: 'help' }] as const)
    expect(may(ask)).toEqual({ go: true });
});

describe('a stranger gets a sign and no words', () => {
  test.each(['read', 'none'] as const)('with the permission %s', (permission) => {
    for (const ask of [APPLY, { kind: 'plan' }, { kind: 'help' }, { kind: 'misread', why: '' }] as const)
      expect(may(ask, { permission })).toMatchObject({ go: false, quiet: true });
  });

  test('or who rewrites the comment meanwhile', () => {
    expect(may({ kind: 'plan' }, { commentStands: false })).toMatchObject({ go: false, quiet: true });
  });
});

test.each<[string, Parameters<typeof mayAnswer>[0], Partial<AskedPull>, string]>([
  ['a fork', { kind: 'plan' }, { fork: true }, 'fork'],
  ['a fork', APPLY, { fork: true }, 'fork'],
  ['a closed one', { kind: 'plan' }, { state: 'closed' }, 'closed'],
  ['one with conflicts', { kind: 'plan' }, { merge: null }, 'cannot be merged'],
  ['another commit', { kind: 'apply', sha: '1111111' }, {}, 'is at 4f2c9e1 now, not at 1111111'],
  ['one into another branch', APPLY, { baseRef: 'lax' }, 'goes into "lax": only what goes into "main"'],
  ['a draft', APPLY, { draft: true }, 'draft'],
  ['one that lacks a review', APPLY, { mergeable: 'blocked' }, '"blocked"'],
  ['one behind its base', APPLY, { mergeable: 'behind' }, '"behind"'],
  ['one of which nothing is known', APPLY, { mergeable: 'unknown' }, '"unknown"'],
])('of %s, nothing is done, in words', (_, ask, pull, words) => {
  expect(may(ask, { pull: { ...PULL, ...pull } })).toMatchObject({
    go: false,
    quiet: false,
    why: expect.stringContaining(words),
  });
});

test('what is not enabled is refused, with the input that permits it', () => {
  expect(may(APPLY, {}, ['help', 'plan'])).toMatchObject({
    go: false,
    why: expect.stringContaining('comment-commands'),
  });
});
