/** Changes of running servers that Nova would refuse as they are now: Heat's update would stop half-way. */

import type { ObservedServer } from '../../model/observed.ts';
import type { MemberPlan } from '../../model/plan.ts';
import type { WalkedGroup } from './members.ts';
import type { ServerDeed } from './replacement.ts';

interface Terms {
  readonly words: string;
  /** Statuses it is done in; null = any, as long as the server is there. */
  readonly statuses: readonly string[] | null;
  readonly whenLocked: boolean;
}

/** nova/compute/api.py check_instance_state and check_instance_lock, nova/api/openstack/compute/server_tags.py; measured. */
const TERMS: Readonly<Record<ServerDeed, Terms>> = {
  metadata: {
    words: 'set its metadata',
    statuses: ['ACTIVE', 'PAUSED', 'SUSPENDED', 'SHUTOFF'],
    whenLocked: false,
  },
  tags: { words: 'set its tags', statuses: ['ACTIVE', 'PAUSED', 'SUSPENDED', 'SHUTOFF'], whenLocked: true },
  resize: { words: 'resize it', statuses: ['ACTIVE', 'SHUTOFF'], whenLocked: false },
  rebuild: {
    words: 'rebuild it',
    statuses: ['ACTIVE', 'PAUSED', 'SHUTOFF', 'ERROR'],
    whenLocked: false,
  },
  interfaces: {
    words: 'change its interfaces',
    statuses: ['ACTIVE', 'PAUSED', 'SHUTOFF'],
    whenLocked: false,
  },
  password: { words: 'set its password', statuses: ['ACTIVE'], whenLocked: false },
  rename: { words: 'rename it', statuses: null, whenLocked: true },
};

export function novaRefusals(walked: readonly WalkedGroup[]): readonly string[] {
  return walked.flatMap((group) => {
    const fates = new Map(group.plan.members.map((one) => [one.member, one.fate]));
    return (group.observed?.members ?? []).flatMap(({ name, servers }) =>
      servers.flatMap((server) =>
        refusal(server, fates.get(name) ?? 'keep', group).map((why) => `${group.plan.address}: ${why}`),
      ),
    );
  });
}

function refusal(
  server: ObservedServer,
  fate: MemberPlan['fate'],
  { change: { effect } }: WalkedGroup,
): readonly string[] {
  const name = server.name || server.id;
  switch (fate) {
    case 'keep':
    case 'create':
      return [];
    case 'replace':
    case 'delete':
      return server.locked === true
        ? [`${name} is locked, so Nova would not delete it; ${UNLOCK} ${name}\``]
        : [];
    case 'update':
      return (effect?.deeds ?? []).flatMap((deed) => inPlace(server, name, TERMS[deed])).slice(0, 1);
  }
}

const UNLOCK = 'unlock it first: `openstack server unlock';

/** Nobody but a person, or healing, ends these; a server that is built or restarted right now is another one in a moment. */
const LASTING = new Set([
  'ERROR',
  'PAUSED',
  'RESCUE',
  'SHELVED',
  'SHELVED_OFFLOADED',
  'SHUTOFF',
  'SOFT_DELETED',
  'SUSPENDED',
  'VERIFY_RESIZE',
]);

function inPlace(
  { status, locked }: ObservedServer,
  name: string,
  { words, statuses, whenLocked }: Terms,
): readonly string[] {
  if (locked === true && !whenLocked)
    return [`${name} is locked, so Nova would not ${words}; ${UNLOCK} ${name}\``];
  const lasts = status === 'MISSING' || (statuses !== null && LASTING.has(status));
  if (!lasts || statuses?.includes(status)) return [];
  return [
    `${name} is ${status}, so Nova would not ${words}, and the update would stop half-way; first let it be replaced (\`health --heal\`) or bring it back`,
  ];
}
