/** A plan that Nova would not let Heat carry out, by what its servers are now. */
import { describe, expect, test } from 'vitest';
import type { WalkedGroup } from '../../../src/core/plan/members.ts';
import { novaRefusals } from '../../../src/core/plan/nova-refusals.ts';
import type { ServerDeed } from '../../../src/core/plan/replacement.ts';
import type { ObservedServer } from '../../../src/model/observed.ts';
import type { Fate } from '../../../src/model/plan.ts';
import { member } from '../live-stack.ts';

function walked(
  server: Partial<ObservedServer>,
  fate: Fate,
  deeds: readonly ServerDeed[] = [],
): readonly WalkedGroup[] {
  const one = member(0);
  const observed = { ...one, servers: one.servers.map((own) => ({ ...own, name: 'web-0', ...server })) };
  const plan = { address: 'group', members: [{ member: one.name, server: null, fate, how: '' }] };
  const effect = { kind: 'update', how: '', confidence: 'certain', interrupts: false, inside: false, deeds };
  return [{ plan, observed: { members: [observed] }, change: { effect } } as unknown as WalkedGroup];
}

const STATUSES = [
  'ACTIVE',
  'PAUSED',
  'SUSPENDED',
  'SHUTOFF',
  'ERROR',
  'SHELVED_OFFLOADED',
  'MISSING',
] as const;

describe('a server that is changed in place', () => {
  test.each<[ServerDeed, readonly string[]]>([
    ['metadata', ['ACTIVE', 'PAUSED', 'SUSPENDED', 'SHUTOFF']],
    ['tags', ['ACTIVE', 'PAUSED', 'SUSPENDED', 'SHUTOFF']],
    ['resize', ['ACTIVE', 'SHUTOFF']],
    ['rebuild', ['ACTIVE', 'PAUSED', 'SHUTOFF', 'ERROR']],
    ['interfaces', ['ACTIVE', 'PAUSED', 'SHUTOFF']],
    ['password', ['ACTIVE']],
    ['rename', STATUSES.filter((one) => one !== 'MISSING')],
  ])('%s is done in %j alone', (deed, possible) => {
    const done = STATUSES.filter((status) => novaRefusals(walked({ status }, 'update', [deed])).length === 0);
    expect(done).toEqual(possible);
  });

  test.each(['BUILD', 'REBOOT', 'RESIZE', 'REBUILD', 'MIGRATING'])(
    '%s passes by itself, and refuses nothing',
    (status) => {
      expect(novaRefusals(walked({ status }, 'update', ['metadata', 'resize']))).toEqual([]);
    },
  );

  test('is told once, with its name, its state and the ways out', () => {
    expect(novaRefusals(walked({ status: 'ERROR' }, 'update', ['metadata', 'tags']))).toEqual([
      'group: web-0 is ERROR, so Nova would not set its metadata, and the update would stop half-way; first let it be replaced (`health --heal`) or bring it back',
    ]);
  });
});

describe('a locked server', () => {
  test.each<Fate>(['replace', 'delete'])('would not be deleted: %s is refused with the command', (fate) => {
    expect(novaRefusals(walked({ locked: true }, fate))).toEqual([
      'group: web-0 is locked, so Nova would not delete it; unlock it first: `openstack server unlock web-0`',
    ]);
  });

  test.each<[ServerDeed, boolean]>([
    ['metadata', true],
    ['resize', true],
    ['rebuild', true],
    ['interfaces', true],
    ['tags', false],
    ['rename', false],
  ])('%s: refused is %s', (deed, is) => {
    expect(novaRefusals(walked({ locked: true }, 'update', [deed])).length > 0).toBe(is);
  });

  test('that stays as it is stands in nobody’s way', () => {
    expect(novaRefusals(walked({ locked: true, status: 'ERROR' }, 'keep', ['metadata']))).toEqual([]);
  });
});
