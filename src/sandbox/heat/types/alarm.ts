// The OS::Aodh types: each is an alarm of Aodh, made and changed as Heat's client does it.

import { changeAlarm, createAlarm, removeAlarm } from '../../aodh/alarms.ts';
import { readDefinition } from '../../aodh/definition.ts';
import type { Alarm } from '../../aodh/records.ts';
import { AodhRefusal } from '../../aodh/refusals.ts';
import { ruleFields } from '../../aodh/rules.ts';
import { describeAlarm } from '../../aodh/view.ts';
import { uuid } from '../../generator.ts';
import { type Json, type JsonObject, objectOr } from '../../json.ts';
import { DONE, type ResourceType, type Site, type Step } from '../plug-in.ts';
import { pythonRepr } from '../problem.ts';
import { currentRow, physicalName } from '../rows.ts';
import { alarmUrl } from './scaling-policy.ts';

/** Client exceptions by status (keystoneauth). */
const ERRORS: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
};
const QUEUES: readonly (readonly [actions: string, queues: string])[] = [
  ['alarm_actions', 'alarm_queues'],
  ['ok_actions', 'ok_queues'],
  ['insufficient_data_actions', 'insufficient_data_queues'],
];

export function alarmBehaviour(type: string): Omit<ResourceType, 'schema'> {
  return {
    create: (site) => {
      const id = uuid(site.cloud.world);
      return attempt(() => {
        make(site, type, id);
        site.row.physicalId = id;
        return { kind: 'wait', seconds: site.cloud.world.timings.light, phase: 'made' };
      });
    },
    update: (site) => {
      if (site.changed.size === 0) return DONE;
      return attempt(() => {
        change(site, type === 'composite' ? changedAlone(site) : requestBody(site, type));
        return { kind: 'wait', seconds: site.cloud.world.timings.light, phase: 'updated' };
      });
    },
    remove: (site) => {
      removeAlarm(site.cloud, site.row.physicalId ?? '');
      return { kind: 'wait', seconds: site.cloud.world.timings.light, phase: 'removed' };
    },
    resume: () => DONE,
    adopt: (site) => {
      attempt(() => {
        if (alarmOf(site) === undefined) make(site, type, site.row.physicalId ?? '');
        return DONE;
      });
    },
    attribute: (site, name) => (name === 'show' ? shown(site) : site.properties[name]),
    show: shown,
    check: (site) => {
      if (alarmOf(site) !== undefined) return null;
      return { error: 'NotFound', message: inHttp(404, missing(site)) };
    },
    suspend: (site) => switchTo(site, false),
    resumeAction: (site) => switchTo(site, true),
  };
}

function make(site: Site, type: string, id: string): void {
  const body = { ...requestBody(site, type), name: physicalName(site.stack, site.row) };
  createAlarm(site.cloud, id, actorOf(site), readDefinition(body, false));
}

function attempt(deed: () => Step): Step {
  try {
    return deed();
  } catch (error) {
    if (!(error instanceof AodhRefusal)) throw error;
    const { status, fault } = error;
    const message = inHttp(status, typeof fault === 'string' ? fault : pythonRepr(fault));
    return { kind: 'failed', error: ERRORS[status] ?? 'ClientException', message };
  }
}

function inHttp(status: number, text: string): string {
  return `${text} (HTTP ${status}) (Request-ID: req-0)`;
}

/** aodhclient reads the alarm, lays the change over it, and puts the whole back. */
function change(site: Site, given: JsonObject): void {
  const alarm = alarmOf(site);
  if (alarm === undefined) throw new AodhRefusal(404, missing(site));
  changeAlarm(site.cloud, alarm, actorOf(site), readDefinition({ ...describeAlarm(alarm), ...given }, false));
}

/** heat/engine/resources/alarm_base.py handle_suspend. */
function switchTo(site: Site, enabled: boolean): void {
  if (alarmOf(site) !== undefined) change(site, { enabled });
}

/** heat/engine/resources/openstack/aodh/composite_alarm.py handle_update: only what differs, and of actions that do not differ none is left (measured). */
function changedAlone(site: Site): JsonObject {
  const body = requestBody(site, 'composite');
  const actions = QUEUES.map(([name, queues]): [string, Json] => {
    return [name, site.changed.has(name) || site.changed.has(queues) ? (body[name] ?? []) : []];
  });
  const others = Object.entries(body).filter(([name]) => site.changed.has(name));
  return { type: 'composite', ...Object.fromEntries([...others, ...actions]) };
}

/** Everything is sent, null where the template says nothing (measured). */
function requestBody(site: Site, type: string): JsonObject {
  const { properties } = site;
  const value = (name: string): Json => properties[name] ?? null;
  const actions = QUEUES.map(([name, queues]): [string, Json] => [
    name,
    [...urls(site, listOf(value(name))), ...listOf(value(queues)).map(queueUrl)],
  ]);
  return {
    type,
    description: value('description'),
    enabled: value('enabled'),
    repeat_actions: value('repeat_actions'),
    severity: value('severity'),
    time_constraints: value('time_constraints'),
    ...Object.fromEntries(actions),
    [`${type}_rule`]: ruleOf(type, value),
  };
}

function ruleOf(type: string, value: (name: string) => Json): JsonObject {
  if (type === 'composite') {
    const rule = objectOr(value('composite_rule'));
    return { [String(rule['operator'])]: rule['rules'] ?? [] };
  }
  if (type === 'loadbalancer_member_health') {
    const [pool, stack] = [value('pool'), value('stack')];
    return { pool_id: pool, stack_id: stack, autoscaling_group_id: value('autoscaling_group_id') };
  }
  const fields = ruleFields(type).map((name): [string, Json] => [name, value(name)]);
  // an absent query of an event alarm is left out (aodh/alarm.py EventAlarm.get_alarm_props)
  return Object.fromEntries(type === 'event' ? fields.filter(([, one]) => one !== null) : fields);
}

/** The name of a resource stands for its signed address (actions_to_urls). */
function urls(site: Site, actions: readonly Json[]): readonly string[] {
  return actions.map(String).map((action) => {
    const row = currentRow(site.stack, action);
    return row === undefined ? action : alarmUrl({ ...site, row });
  });
}

function queueUrl(queue: Json): string {
  return `trust+zaqar://?queue_name=${encodeURIComponent(String(queue))}`;
}

function alarmOf(site: Site): Alarm | undefined {
  return site.cloud.world.alarming.alarms[site.row.physicalId ?? ''];
}

function shown(site: Site): JsonObject | undefined {
  const alarm = alarmOf(site);
  return alarm === undefined ? undefined : describeAlarm(alarm);
}

function missing(site: Site): string {
  return `Alarm ${site.row.physicalId ?? ''} not found`;
}

function actorOf(site: Site) {
  return { user: site.stack.user, project: site.stack.project };
}

function listOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
