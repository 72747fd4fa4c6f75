// Which measured instances have which server_group, so that an alarm need not look at a whole cloud.

import type { Cloud } from '../cloud.ts';
import { isObject, type Json } from '../json.ts';
import { type Instance, measuredInstances } from './instances.ts';
import type { Telemetry } from './records.ts';

interface Index {
  /** Nothing happened since, as long as these are the same. */
  readonly now: number;
  readonly counter: number;
  readonly size: number;
  readonly byGroup: ReadonlyMap<string, readonly Instance[]>;
}

const indexes = new WeakMap<Telemetry, Index>();

export function measuredOfGroup(cloud: Cloud, group: string): readonly Instance[] {
  return indexOf(cloud).byGroup.get(group) ?? [];
}

function indexOf(cloud: Cloud): Index {
  const { telemetry, now, counter } = cloud.world;
  const size = Object.keys(telemetry.metrics).length;
  const found = indexes.get(telemetry);
  if (found !== undefined && found.now === now && found.counter === counter && found.size === size)
    return found;
  const byGroup = new Map<string, Instance[]>();
  for (const instance of measuredInstances(cloud)) {
    const group = instance.metadata['metering.server_group'];
    if (typeof group !== 'string') continue;
    const members = byGroup.get(group);
    if (members === undefined) byGroup.set(group, [instance]);
    else members.push(instance);
  }
  const index = { now, counter, size, byGroup };
  indexes.set(telemetry, index);
  return index;
}

/** The server_group that whatever meets the search must have; undefined if it may be any. */
export function requiredGroup(search: Json | undefined): string | undefined {
  if (!isObject(search)) return undefined;
  const equal = search['='];
  if (isObject(equal) && typeof equal['server_group'] === 'string') return equal['server_group'];
  const parts = search['and'];
  if (!Array.isArray(parts)) return undefined;
  for (const part of parts) {
    const group = requiredGroup(part);
    if (group !== undefined) return group;
  }
  return undefined;
}
