/** What every spec but the tombstone has: name, labels, protection, timeout, places. */
import type { Metadata } from '../../generated/spec-types.ts';
import type { GroupSpec } from '../../model/spec.ts';
import { DEFAULTS } from './defaults.ts';
import { durationSeconds } from './durations.ts';
import type { YamlValue } from './yaml-values.ts';

type Base = Pick<GroupSpec, 'name' | 'source' | 'labels' | 'protect' | 'timeoutMinutes' | 'positions'>;

export function baseOf(metadata: Metadata, timeout: string | number | undefined, yaml: YamlValue): Base {
  return {
    name: metadata.name,
    source: yaml.start,
    labels: sorted(metadata.labels ?? {}),
    protect: metadata.protect ?? DEFAULTS.protect,
    timeoutMinutes: timeout === undefined ? null : Math.ceil(durationSeconds(timeout) / 60),
    positions: yaml.positions,
  };
}

function sorted(labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}
