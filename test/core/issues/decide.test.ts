/** The life of an issue, line by line: what a run finds, what becomes of what stands there. */
import { describe, expect, test } from 'vitest';
import { memoryOf } from '../../../src/core/issues/memory.ts';
import { clean, desk, fact, found, SCOPE } from './desk.ts';

const A = fact('alarm-disabled cpu-low');
const B = fact('server-stopped web-x71c');

describe('one group, night after night', () => {
  test('found: opened once; the same again: left alone; clean: closed with a word', () => {
    const { round, issues, comments } = desk();
    expect(round([found('web', [A])])).toEqual(['#1 create']);
    expect(round([found('web', [A])])).toEqual(['#1 keep: unchanged']);
    expect(round([clean('web')])).toEqual(['#1 change: clean']);
    expect(round([clean('web')])).toEqual(['#1 keep: unchanged']);
    expect(issues.map(({ state }) => state)).toEqual(['closed']);
    expect(comments).toHaveLength(1);
    expect(comments[0]).toContain('Clean: web.');
  });

  test('more of it: the body is rewritten and the new part said; less or other: only rewritten', () => {
    const { round, issues, comments } = desk();
    round([found('web', [A])]);
    expect(round([found('web', [A, B])])).toEqual(['#1 change: got worse']);
    expect(comments).toHaveLength(1);
    expect(comments[0]).toContain('line of server-stopped web-x71c');
    expect(comments[0]).not.toContain('line of alarm-disabled');
    expect(round([found('web', [A, { ...B, detail: 'was 2, is 4' }])])).toEqual(['#1 change: changed']);
    expect(issues[0]?.body).toContain('was 2, is 4');
    expect(round([found('web', [B])])).toEqual(['#1 change: changed']);
    expect(comments).toHaveLength(1);
  });

  test('the same thing with a higher severity is worse', () => {
    const { round, comments } = desk();
    round([found('web', [A])]);
    expect(round([found('web', [{ ...A, severity: 'error' }])])).toEqual(['#1 change: got worse']);
    expect(comments).toHaveLength(1);
    expect(round([found('web', [A])])).toEqual(['#1 change: changed']);
  });

  test('back after it was clean: the same issue is opened again, with a word', () => {
    const { round, issues, comments } = desk();
    round([found('web', [A])]);
    round([clean('web')]);
    expect(round([found('web', [B])], {}, '2026-11-24T02:17:00Z')).toEqual(['#1 change: reopened']);
    expect(issues.map(({ state }) => state)).toEqual(['open']);
    expect(comments.at(-1)).toContain('It is back:');
  });

  test('nothing said about a group, such as one that somebody works on, leaves its issue as it is', () => {
    const { round, issues } = desk();
    round([found('web', [A])]);
    expect(round([], { groups: ['web'] })).toEqual([]);
    expect(issues[0]?.state).toBe('open');
  });

  test('the order of facts is no change', () => {
    const { round } = desk();
    round([found('web', [A, B])]);
    expect(round([found('web', [B, A])])).toEqual(['#1 keep: unchanged']);
  });
});

describe('could not check', () => {
  test('is an issue of its own, and closes no drift issue', () => {
    const { round, issues } = desk();
    round([found('web', [A])]);
    round([found('web', [fact('unchecked')], 'drift-unchecked')]);
    expect(issues.map(({ state }) => state)).toEqual(['open', 'open']);
  });

  test('is closed by a check that comes about, whatever that finds', () => {
    const { round, issues } = desk();
    round([found('web', [fact('unchecked')], 'drift-unchecked')]);
    round([clean('web', 'drift-unchecked'), found('web', [A])]);
    expect(issues.map(({ state }) => state)).toEqual(['closed', 'open']);
  });
});

describe('people', () => {
  test('closed by hand: it stays closed while nothing new comes, and is opened again for what is new', () => {
    const { round, edit, issues, comments } = desk();
    round([found('web', [A, B])]);
    edit(1, { state: 'closed' });
    expect(round([found('web', [A, B])])).toEqual(['#1 keep: closed by hand']);
    expect(round([found('web', [A])])).toEqual(['#1 change: closed by hand, rewritten']);
    expect([issues[0]?.state, comments.length]).toEqual(['closed', 0]);
    expect(round([found('web', [A, fact('new')])])).toEqual(['#1 change: reopened']);
    expect(comments[0]).toContain('new since it was closed by hand');
    expect(comments[0]).not.toContain('line of alarm-disabled');
  });

  test('closed by hand and clean since: nothing is said, and the next time is news', () => {
    const { round, edit, comments } = desk();
    round([found('web', [A])]);
    edit(1, { state: 'closed' });
    expect(round([clean('web')])).toEqual(['#1 change: clean']);
    expect(comments).toEqual([]);
    expect(round([found('web', [A])], {}, '2026-11-24T02:17:00Z')).toEqual(['#1 change: reopened']);
  });

  test('opened again by hand though clean: it is left to them', () => {
    const { round, edit } = desk();
    round([found('web', [A])]);
    round([clean('web')]);
    edit(1, { state: 'open' });
    expect(round([clean('web')])).toEqual(['#1 keep: reopened by hand']);
    expect(round([found('web', [A])])).toEqual(['#1 change: found again']);
    expect(round([clean('web')])).toEqual(['#1 change: clean']);
  });

  test('snoozed: no word and no reopening until it is clean once; then the label goes', () => {
    const { round, edit, issues, comments } = desk();
    round([found('web', [A])]);
    edit(1, { labels: ['thermostat', 'thermostat:snoozed'] });
    round([found('web', [A, B])]);
    edit(1, { state: 'closed' });
    expect(round([found('web', [A, B, fact('c')])])).toEqual(['#1 change: closed by hand, rewritten']);
    expect(comments).toEqual([]);
    round([clean('web')]);
    expect(issues[0]?.labels).toEqual(['thermostat']);
    expect(round([found('web', [A])], {}, '2026-11-24T02:17:00Z')).toEqual(['#1 change: reopened']);
  });

  test('a title that they gave stays', () => {
    const { round, edit, issues } = desk();
    round([found('web', [A])]);
    edit(1, { title: 'Who touched web?' });
    round([found('web', [A, B])]);
    expect(issues[0]?.title).toBe('Who touched web?');
  });

  test('a body that they edited is put right, with no word', () => {
    const { round, edit, issues, comments } = desk();
    round([found('web', [A])]);
    const { body = '' } = issues[0] ?? {};
    edit(1, { body: body.replaceAll('\n', '\r\n') });
    expect(round([found('web', [A])])).toEqual(['#1 keep: unchanged']);
    edit(1, { body: body.replace('alarm-disabled', 'nothing here') });
    expect(round([found('web', [A])])).toEqual(['#1 change: put right']);
    expect([issues[0]?.body, comments]).toEqual([body, []]);
  });

  test('a body without its first line is no longer ours', () => {
    const { round, edit } = desk();
    round([found('web', [A])]);
    edit(1, { body: 'I rewrote this.' });
    expect(round([found('web', [A])])).toEqual(['#2 create']);
  });
});

describe('what comes and goes every few minutes', () => {
  test('is closed once at once; back soon, it must stay away longer and longer, and says nothing meanwhile', () => {
    const { round, comments, issues } = desk();
    const at = (time: string, verdict: Parameters<typeof round>[0]) =>
      round(verdict, {}, `2026-11-22T${time}:00Z`);
    at('01:00', [found('web', [A])]);
    expect(at('01:05', [clean('web')])).toEqual(['#1 change: clean']);
    expect(at('01:10', [found('web', [A])])).toEqual(['#1 change: reopened']);
    const said = comments.length;
    expect(at('01:15', [clean('web')])).toEqual(['#1 change: clean for now']);
    expect(issues[0]?.body).toContain('Clean for now.');
    expect(at('01:20', [found('web', [A])])).toEqual(['#1 change: found again']);
    expect(issues[0]?.body).not.toContain('Clean for now.');
    expect(at('01:25', [clean('web')])).toEqual(['#1 change: clean for now']);
    expect(at('02:20', [clean('web')])).toEqual(['#1 keep: clean for now']);
    expect(comments).toHaveLength(said);
    expect(at('02:25', [clean('web')])).toEqual(['#1 change: clean']);
    expect(issues[0]?.state).toBe('closed');
  });

  test('does not touch a nightly check: a night later is not soon', () => {
    const { round } = desk();
    round([found('web', [A])], {}, '2026-11-22T02:17:00Z');
    round([clean('web')], {}, '2026-11-23T02:17:00Z');
    round([found('web', [A])], {}, '2026-11-24T02:10:00Z');
    expect(round([clean('web')], {}, '2026-11-25T02:17:00Z')).toEqual(['#1 change: clean']);
  });
});

describe('the cap', () => {
  const many = ['a', 'b', 'c', 'd'].map((name) => found(name, [A]));

  test('the worst get an issue, the others share one that lists them', () => {
    const { round, issues } = desk();
    round([...many, found('z', [{ ...A, severity: 'error' }])], { max: 2 });
    expect(issues.map(({ title }) => title)).toEqual(['z differs', 'a differs', 'More groups with drift']);
    for (const name of ['b', 'c', 'd']) expect(issues[2]?.body).toContain(`line of ${name}`);
  });

  test('who has an issue keeps it; as one is closed the next one gets its own', () => {
    const { round, issues } = desk();
    round(many, { max: 2 });
    expect(round(many, { max: 2 })).toEqual([
      '#1 keep: unchanged',
      '#2 keep: unchanged',
      '#3 keep: unchanged',
    ]);
    round([clean('a'), ...many.slice(1)], { max: 2 });
    expect(issues.map(({ title, state }) => `${title} ${state}`)).toEqual([
      'a differs closed',
      'b differs open',
      'More groups with drift open',
      'c differs open',
    ]);
    expect(issues[2]?.body).not.toContain('line of c');
    round([clean('a'), clean('b'), clean('c'), clean('d')], { max: 2 });
    expect(issues.every(({ state }) => state === 'closed')).toBe(true);
  });

  test('none: all share one', () => {
    const { round, issues } = desk();
    round(many, { max: 0 });
    expect(issues.map(({ title }) => title)).toEqual(['More groups with drift']);
  });
});

describe('beside the cap', () => {
  const many = ['a', 'b'].map((name) => found(name, [A]));

  test('a check that did not come about at all is told in any case', () => {
    const { round, issues } = desk();
    round(many, { max: 2 });
    expect(round([found('', [fact('unchecked')], 'drift-unchecked')], { max: 2, groups: null })).toEqual([
      '#3 create',
    ]);
    expect(issues).toHaveLength(3);
  });

  test('a run for one group alone leaves the list of the others as it is', () => {
    const { round } = desk();
    round(many, { max: 1 });
    expect(round([found('c', [A])], { max: 1, groups: null })).toEqual(['skip: beyond max-issues']);
  });

  test('who is listed and not looked at tonight stays listed, and is no news the next night', () => {
    const { round, issues, comments } = desk();
    round(many, { max: 0 });
    expect(round(many.slice(0, 1), { max: 0, groups: ['a', 'b'] })).toEqual(['#1 keep: unchanged']);
    round([clean('a')], { max: 0, groups: ['a', 'b'] });
    expect(issues[0]?.body).toContain('**b**: differs, as the report of an earlier run says');
    expect(round(many.slice(1), { max: 0, groups: ['a', 'b'] })).toEqual(['#1 keep: unchanged']);
    expect(comments).toEqual([]);
  });
});

describe('whose issue it is', () => {
  test('another cloud, another key: neither rewritten nor closed', () => {
    const { round, issues } = desk();
    round([found('web', [A])]);
    round([clean('web')], { scope: { ...SCOPE, cloud: 'cloud "test"' } });
    round([clean('web')], { scope: { ...SCOPE, key: 'blue' } });
    expect(issues.map(({ state }) => state)).toEqual(['open']);
  });

  test('a spec taken out of the repository: its issue is closed by a run of the same globs only', () => {
    const { round, comments } = desk();
    round([found('web', [A]), clean('api')]);
    expect(round([clean('api')], { scope: { ...SCOPE, run: 'bbbb' } })).toEqual([]);
    expect(round([clean('api')], { groups: null })).toEqual([]);
    expect(round([clean('api')])).toEqual(['#1 change: clean']);
    expect(comments[0]).toContain('No spec has this name any more');
  });

  test('health closes no drift issue', () => {
    const { round, issues } = desk();
    round([found('web', [A])]);
    round([clean('web', 'health')], { by: 'health' });
    expect(issues[0]?.state).toBe('open');
  });
});

test('two of the same: the older one counts, the younger one says where to read on and is ours no longer', () => {
  const { round, issues } = desk();
  round([found('web', [A])]);
  const [first] = issues;
  if (first) issues.push({ ...first, number: 2 });
  expect(round([found('web', [A])])).toEqual(['#2 change: duplicate', '#1 keep: unchanged']);
  expect(issues[1]).toMatchObject({
    state: 'closed',
    body: 'Two runs at once opened this: read on in #1.\n',
  });
  expect(memoryOf(issues[1]?.body ?? '')).toBeNull();
});
