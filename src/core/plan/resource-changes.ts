/** Words a resource's difference as a change of the plan. */
import type { Change } from '../../model/change.ts';
import type { ResourceChange } from './resource-change.ts';

export function resourceChanges(resources: readonly ResourceChange[]): readonly Change[] {
  return resources.map(toChange);
}

function toChange(change: ResourceChange): Change {
  const address = `resources.${change.name}`;
  if (change.kind !== 'change') {
    return { address, action: change.kind, reason: change.type, confidence: 'certain', fields: [] };
  }
  const { effect, member, fields } = change;
  const releases = fields.length > 0 && fields.every(({ path }) => RELEASED.test(path));
  return {
    address,
    action: effect.kind === 'replace' ? 'replace' : 'update',
    reason: releases
      ? 'desired capacity is taken out, so that no later update resets the size'
      : member && member.kind !== 'none'
        ? `servers: ${member.how}`
        : effect.how,
    confidence: member?.confidence === 'predicted' ? 'predicted' : effect.confidence,
    fields,
  };
}

const RELEASED = /^properties\.(desired_capacity|DesiredCapacity)$/;
