/** When a stack is known by the note of what was sent: every doubt costs a look, never the truth. */
import { describe, expect, test } from 'vitest';
import { isAsSent, NOTE_ALONE_AFTER_MS, sentNote } from '../../../src/core/heat/sent.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import type { HeatState, StackSummary } from '../../../src/model/observed.ts';

const SENT_AT = new Date('2026-01-05T12:00:00.900Z');

const content = (environment: Partial<Record<'parameters' | 'parameter_defaults', JsonObject>> = {}) => ({
  template: {
    heat_template_version: '2018-08-31',
    parameters: { size: { type: 'number' }, password: { type: 'string', hidden: true } },
  },
  files: {},
  environment: { parameters: {}, parameter_defaults: {}, resource_registry: {}, ...environment },
  timeoutMinutes: null,
  tags: ['team=shop'],
});

interface Told {
  readonly sent?: ReturnType<typeof content>;
  readonly created?: string;
  readonly updated?: string | null;
  readonly state?: Partial<HeatState>;
}

const stack = ({
  sent = content(),
  created = '2026-01-04T09:00:00Z',
  updated,
  state,
}: Told): StackSummary => ({
  name: 'web',
  id: 's1',
  state: { action: 'UPDATE', status: 'COMPLETE', reason: '', ...state },
  tags: ['team=shop', 'thermostat', `thermostat:sent=${sentNote(sent, SENT_AT)}`],
  createdAt: created,
  updatedAt: updated === undefined ? '2026-01-05T12:00:01Z' : updated,
});

const isKnown = (told: Told, wanted = content()) => isAsSent(wanted, stack(told));

describe('a stack is what was sent', () => {
  test('when its last update was that one', () => {
    expect(isKnown({})).toBe(true);
    expect(isKnown({ updated: '2026-01-05T12:00:05Z' })).toBe(true);
  });

  test('when it was made and never updated', () => {
    const made = { created: '2026-01-05T12:00:01Z', state: { action: 'CREATE' } } as const;
    expect(isKnown({ ...made, updated: null })).toBe(true);
  });
});

describe('nobody can tell', () => {
  test('when it was updated before or afterwards', () => {
    expect(isKnown({ updated: '2026-01-05T11:59:58Z' })).toBe(false);
    expect(isKnown({ updated: '2026-01-05T12:00:06Z' })).toBe(false);
  });

  test('when it was updated as soon as it was made', () => {
    const created = '2026-01-05T12:00:00Z';
    expect(isKnown({ created, updated: '2026-01-05T12:00:04Z' })).toBe(false);
  });

  test.each([
    { action: 'UPDATE', status: 'FAILED' },
    { action: 'UPDATE', status: 'IN_PROGRESS' },
    { action: 'CHECK', status: 'COMPLETE' },
    { action: 'ROLLBACK', status: 'COMPLETE' },
  ] as const)('when it stands at $action $status', (state) => {
    expect(isKnown({ state })).toBe(false);
  });

  test('when it carries another note, or none', () => {
    expect(isKnown({ sent: content({ parameters: { size: 3 } }) })).toBe(false);
    expect(isAsSent(content(), { ...stack({}), tags: ['team=shop'] })).toBe(false);
  });

  test('when hidden values are given as defaults, which a plan compares and no note holds', () => {
    const sent = content({ parameter_defaults: { password: 'one' } });
    expect(isKnown({ sent }, sent)).toBe(false);
  });
});

test('hidden values can be guessed from no note', () => {
  const notes = ['one', 'two'].map((password) => sentNote(content({ parameters: { password } }), SENT_AT));
  expect(notes[0]).toBe(notes[1]);
});

test('who waits long enough after it was sent sees every update that could bear its time', () => {
  // the cloud's clock may be up to two seconds behind, its times have whole seconds
  const end = Math.floor((SENT_AT.getTime() + NOTE_ALONE_AFTER_MS - 2000) / 1000);
  const updated = new Date(end * 1000).toISOString();
  expect(isKnown({ updated })).toBe(false);
});
