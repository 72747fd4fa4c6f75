// Resources whose own life is not modelled: they get an id, change in place or are replaced as their table says.

import { uuid } from '../../generator.ts';
import type { Json, JsonObject } from '../../json.ts';
import { DONE, type ResourceType, type Site, type Step } from '../plug-in.ts';
import { physicalName } from '../rows.ts';
import { select } from '../template/functions.ts';

export interface LightOptions {
  readonly id?: (site: Site) => string;
  /** Virtual seconds of each action; by default the cloud's `light`. */
  readonly seconds?: (site: Site) => number;
  readonly reference?: (site: Site) => Json;
  readonly attribute?: (site: Site, name: string) => Json | undefined;
  readonly made?: (site: Site) => void;
  readonly removed?: (site: Site) => void;
}

export function lightBehaviour(options: LightOptions = {}): Omit<ResourceType, 'schema'> {
  const wait = (site: Site, phase: string): Step => {
    const seconds = options.seconds?.(site) ?? site.cloud.world.timings.light;
    return seconds > 0 ? { kind: 'wait', seconds, phase } : DONE;
  };
  return {
    create: (site) => {
      site.row.physicalId = options.id?.(site) ?? uuid(site.cloud.world);
      options.made?.(site);
      return wait(site, 'made');
    },
    update: (site) => wait(site, 'updated'),
    remove: (site) => {
      options.removed?.(site);
      return wait(site, 'removed');
    },
    resume: () => DONE,
    ...(options.reference === undefined ? {} : { reference: options.reference }),
    attribute: (site, name, path) => {
      const value = options.attribute?.(site, name) ?? ownValue(site.properties, name);
      return value === undefined ? undefined : select(value, [...path]);
    },
    check: () => null,
  };
}

/** Heat-made name as the id, for what exists in Heat only. */
export function nameId(site: Site): string {
  return physicalName(site.stack, site.row);
}

function ownValue(properties: JsonObject, name: string): Json | undefined {
  return properties[name];
}
