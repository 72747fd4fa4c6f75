/** Members as checks found them, for the tests of what is decided about them. */
import { HEALTH } from '../../../src/core/spec/defaults.ts';
import type { MemberVerdict } from '../../../src/model/evidence.ts';
import type { HealQuestion } from '../../../src/model/healing.ts';
import type { HeatState } from '../../../src/model/observed.ts';

export const NOW = Date.parse('2026-01-01T12:00:00Z');
export const MINUTE = 60_000;
export const COMPLETE: HeatState = { action: 'CREATE', status: 'COMPLETE', reason: '' };

export function verdict(number: number, parts: Partial<MemberVerdict> = {}): MemberVerdict {
  return {
    name: `m${number}`,
    physicalId: `id-${number}`,
    server: `web-${number}`,
    serverIds: [`id-${number}`],
    status: 'current',
    why: '',
    rank: 9,
    spare: null,
    condemned: false,
    marked: null,
    ...parts,
  };
}

export const sick = (number: number, parts: Partial<MemberVerdict> = {}) =>
  verdict(number, { status: 'failed', why: 'is ERROR in Nova', rank: 1, ...parts });

export function question(
  verdicts: readonly MemberVerdict[],
  parts: Partial<HealQuestion> = {},
  replace: Partial<HealQuestion['spec']['replace']> = {},
): HealQuestion {
  return {
    address: 'group',
    spec: {
      checks: [{ kind: 'server' }],
      graceSeconds: HEALTH.graceSeconds,
      samples: { failed: 3, of: 3, intervalSeconds: 0 },
      replace: { maxUnavailable: 1, perHour: 4, brake: 0.5, ...replace },
    },
    asked: true,
    now: NOW,
    verdicts,
    beside: [],
    group: COMPLETE,
    pulse: {
      state: COMPLETE,
      updatedAt: null,
      groups: [
        {
          address: 'group',
          state: COMPLETE,
          nestedState: COMPLETE,
          activity: { scalingInProgress: false, cooldownUntil: null },
          memberCount: verdicts.length,
        },
      ],
    },
    stored: null,
    history: [],
    planned: 0,
    hold: null,
    ...parts,
  };
}
