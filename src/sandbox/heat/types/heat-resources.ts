// The small resources that live in Heat alone: values, random strings, delays, test resources.

import { nextWord } from '../../generator.ts';
import { isObject, type Json, textOr } from '../../json.ts';
import { DONE, type ResourceType, type Site, type Step } from '../plug-in.ts';
import { lightBehaviour, nameId } from './light.ts';

const instant = () => 0;

/** No check handler: Heat says so on a check. */
function withoutCheck(behaviour: Omit<ResourceType, 'schema'>): Omit<ResourceType, 'schema'> {
  const { check: _check, ...rest } = behaviour;
  return rest;
}

export const VALUE = withoutCheck(
  lightBehaviour({
    id: nameId,
    seconds: instant,
    attribute: (site, name) => (name === 'value' ? site.properties['value'] : undefined),
  }),
);

export const NONE = withoutCheck(lightBehaviour({ id: nameId, seconds: instant }));

/** heat/engine/resources/openstack/heat/test_resource.py: waits, fails or asks for replacement as told. */
export const TEST_RESOURCE: Omit<ResourceType, 'schema'> = {
  create: (site) => {
    if (site.properties['fail'] !== true) site.row.physicalId = nameId(site);
    return testStep(site, 'create');
  },
  update: (site) => {
    if (site.properties['update_replace'] === true) return { kind: 'replace' };
    return testStep(site, 'update');
  },
  remove: (site) => testStep(site, 'delete'),
  resume: (site, phase) => (phase !== 'delete' && site.properties['fail'] === true ? testFailed(site) : DONE),
  attribute: (site, name) =>
    name === 'output' ? (site.row.properties['value'] ?? site.properties['value'] ?? null) : null,
};

function testFailed(site: Site): Step {
  return { kind: 'failed', error: 'ValueError', message: `Test Resource failed ${site.row.name}` };
}

function testStep(site: Site, action: string): Step {
  const own = site.properties['action_wait_secs'];
  const seconds = Number((isObject(own) ? own[action] : undefined) ?? site.properties['wait_secs'] ?? 0);
  if (seconds < 0) return { kind: 'idle', phase: action };
  if (seconds > 0) return { kind: 'wait', seconds, phase: action };
  return action !== 'delete' && site.properties['fail'] === true ? testFailed(site) : DONE;
}

/** The text is made once and kept in the row. */
export const RANDOM_STRING = withoutCheck(
  lightBehaviour({
    id: nameId,
    seconds: instant,
    made: (site) => {
      site.row.data['value'] = randomText(site, Number(site.properties['length'] ?? 32));
    },
    reference: (site) => site.row.data['value'] ?? site.row.name,
    attribute: (site, name) => (name === 'value' ? site.row.data['value'] : undefined),
  }),
);

function randomText(site: Site, length: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  const { world } = site.cloud;
  return Array.from({ length }, () => letters.charAt(nextWord(world) % letters.length)).join('');
}

/** heat/engine/resources/openstack/heat/delay.py: waits only in the actions it names. */
export const DELAY: Omit<ResourceType, 'schema'> = {
  create: (site) => {
    site.row.physicalId = nameId(site);
    return delayStep(site, 'CREATE');
  },
  update: () => DONE,
  remove: (site) => delayStep(site, 'DELETE'),
  resume: () => DONE,
};

function delayStep(site: Site, action: string): Step {
  const actions = site.properties['actions'] ?? ['CREATE'];
  const seconds = Number(site.properties['min_wait'] ?? 0);
  const waits = Array.isArray(actions) && actions.includes(action) && seconds > 0;
  return waits ? { kind: 'wait', seconds, phase: 'waited' } : DONE;
}

/** What a software config's text is, for those that refer to it. */
export function configText(site: Site, name: string): Json | undefined {
  if (name !== 'config') return undefined;
  return textOr(
    site.properties['config'],
    JSON.stringify(site.properties['cloud_config'] ?? site.properties['parts'] ?? ''),
  );
}
