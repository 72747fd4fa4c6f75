/** Marks in Heat's events, samples of probes, the end of a console log. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consoleTail } from '../../../src/core/health/console-tail.ts';
import { markReason, replacementsIn, takenBackReason } from '../../../src/core/health/marks.ts';
import { type Asked, isOpen, questionsFor, resultOf } from '../../../src/core/health/probing.ts';
import { statusRanges } from '../../../src/core/spec/health-spec.ts';
import type { ProbeAnswer } from '../../../src/model/evidence.ts';
import type { HttpCheckSpec } from '../../../src/model/health-spec.ts';
import type { StackEvent } from '../../../src/model/observed.ts';
import { member } from '../live-stack.ts';
import { question } from './verdicts.ts';

describe('marks in the events', () => {
  const event = (minute: number, address: string, status: string, reason: string): StackEvent => ({
    id: `e${minute}`,
    at: `2026-01-01T00:${String(minute).padStart(2, '0')}:00Z`,
    address,
    resourceType: 'OS::Nova::Server',
    physicalId: '',
    status,
    reason,
  });
  const mark = (minute: number, name: string) =>
    event(minute, `group/${name}`, 'CHECK_FAILED', markReason('is ERROR'));

  test('ours count, each once, however often it was sent', () => {
    const events = [
      mark(1, 'a'),
      mark(2, 'a'),
      event(3, 'group/a', 'CREATE_COMPLETE', 'state changed'),
      mark(4, 'a'),
      mark(5, 'b'),
    ];
    expect(replacementsIn(['group'], events).map(({ member: name }) => name)).toEqual(['a', 'a', 'b']);
  });

  test('what was taken back does not', () => {
    const events = [
      mark(1, 'a'),
      event(2, 'group/a', 'CHECK_COMPLETE', takenBackReason('the server is well')),
    ];
    expect(replacementsIn(['group'], events)).toEqual([]);
  });

  test('others’ do not, nor those of other groups or inside members', () => {
    const events = [
      event(1, 'group/a', 'CHECK_FAILED', 'by hand'),
      event(2, 'group-b/a', 'CHECK_FAILED', markReason('x')),
      event(3, 'group/a/server', 'CHECK_FAILED', markReason('x')),
    ];
    expect(replacementsIn(['group'], events)).toEqual([]);
  });
});

describe('samples', () => {
  const check: HttpCheckSpec = {
    kind: 'http',
    port: 80,
    path: '/',
    statuses: statusRanges('200,301-302'),
    timeoutSeconds: 5,
    address: { kind: 'network', network: 'private-network' },
  };
  const spec = { ...question([]).spec, checks: [check], samples: { failed: 2, of: 3, intervalSeconds: 0 } };
  const [asked] = questionsFor(spec, [member(1)], []);
  const sampled = (answers: readonly ProbeAnswer[]): Asked => {
    if (asked === undefined) throw new Error('nobody is asked');
    return { ...asked, answers };
  };
  const status = (code: number): ProbeAnswer => ({ kind: 'status', status: code });

  test('go on as long as they can change the verdict', () => {
    expect(isOpen(spec, sampled([]))).toBe(true);
    expect(isOpen(spec, sampled([status(500)]))).toBe(true);
    expect(isOpen(spec, sampled([status(500), status(200)]))).toBe(true);
    expect(isOpen(spec, sampled([status(200), status(200)]))).toBe(false);
    expect(isOpen(spec, sampled([status(500), status(500)]))).toBe(false);
  });

  test('fail when so many failed', () => {
    expect(resultOf(spec, sampled([status(500), status(301), status(404)]))).toMatchObject({
      verdict: 'failed',
      check: 'http :80/',
      why: 'answers 404 (2 of 3 times)',
    });
    expect(resultOf(spec, sampled([status(500), status(200), status(302)])).verdict).toBe('passed');
  });

  test('a server without such an address is not known', () => {
    const elsewhere = { ...check, address: { kind: 'floating' } } as const;
    const [none] = questionsFor({ ...spec, checks: [elsewhere] }, [member(1)], []);
    expect(none?.question).toBeNull();
    expect(none && resultOf(spec, none)).toMatchObject({ verdict: 'unknown' });
  });

  test('a network by its id is the one that Nova calls by name', () => {
    const byId = { ...check, address: { kind: 'network', network: 'net-1' } } as const;
    const networks = [{ id: 'net-1', name: 'private-network' }];
    expect(questionsFor({ ...spec, checks: [byId] }, [member(1)], networks)[0]?.question?.address).toBe(
      '10.0.0.1',
    );
  });

  test('of servers that are off or changing nobody asks', () => {
    const off = member(1, undefined, 'SHUTOFF');
    const changing = member(2, { action: 'UPDATE', status: 'IN_PROGRESS', reason: '' });
    expect(questionsFor(spec, [off, changing], [])).toEqual([]);
  });
});

describe('the end of a console log', () => {
  test('is short, without colours and secrets', () => {
    const log = `${'old\n'.repeat(100)}\u001b[0;32m  OK  \u001b[0m Started\r\nexport TOKEN=ghp_${'a1'.repeat(20)}\n\n${'x'.repeat(500)}\n`;
    const tail = consoleTail(log);
    expect(tail).toHaveLength(20);
    expect(tail.slice(-3)).toEqual([
      '  OK   Started',
      expect.stringMatching(/^\(a line with a .* is left out\)$/),
      `${'x'.repeat(159)}…`,
    ]);
  });

  test('is fit to be shown, whatever a server writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (log) => {
        const tail = consoleTail(log);
        expect(tail.length).toBeLessThanOrEqual(20);
        for (const line of tail) expect(line).toMatch(/^\P{Cc}{1,160}$/u);
      }),
    );
  });
});
