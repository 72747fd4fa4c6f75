/** What is done to alarms by hand, and what happens to them. */
import { list } from '../../contract/json.ts';
import type { Row } from '../row.ts';
import { idOf, must, remake } from '../scene.ts';

const ALARM = 'OS::Aodh::GnocchiAggregationByResourcesAlarm';

/** The whole alarm goes back with some keys changed, as a client does it. */
function alarm(
  deed: string,
  kinds: readonly string[],
  edit: (alarm: Readonly<Record<string, unknown>>) => object,
  takeBack: 'edit' | 'remake' = 'edit',
): Row {
  return {
    deed,
    on: 'web',
    kinds,
    change: async (scene) => {
      const id = await idOf(scene, scene.web, ALARM);
      const before = await must(scene.raw, 'alarming', 'GET', `/alarms/${id}`);
      const body = withoutTrust(Object(before));
      await must(scene.raw, 'alarming', 'PUT', `/alarms/${id}`, { ...body, ...edit(Object(before)) });
      if (takeBack === 'edit') return () => must(scene.raw, 'alarming', 'PUT', `/alarms/${id}`, body);
      return async () => {
        await must(scene.raw, 'alarming', 'DELETE', `/alarms/${id}`);
        await remake(scene, scene.web, ALARM, id);
      };
    },
  };
}

/** Aodh shows its trust's id in the address and takes none (`trust URL cannot contain a trust ID`). */
function withoutTrust(before: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const actions = list(before, 'alarm_actions').map((one) => String(one).replace(/\/\/[^/@]*@/, '//'));
  return { ...before, alarm_actions: actions };
}

const RULE = 'gnocchi_aggregation_by_resources_threshold_rule';

export const ALARMS: readonly Row[] = [
  alarm('`openstack alarm update --enabled false`', ['alarm-disabled'], () => ({ enabled: false })),
  alarm('`openstack alarm update --threshold`', ['alarm-edited'], (before) => ({
    [RULE]: { ...Object(before[RULE]), threshold: 42 },
  })),
  alarm('`openstack alarm update --repeat-actions`', ['alarm-edited'], (before) => ({
    repeat_actions: before['repeat_actions'] !== true,
  })),
  alarm(
    '`openstack alarm update --alarm-action` to somewhere else',
    ['alarm-action-edited'],
    () => ({ alarm_actions: ['http://127.0.0.1:9/elsewhere'] }),
    'remake',
  ),
  {
    deed: '`openstack alarm delete`',
    on: 'web',
    kinds: ['alarm-missing'],
    change: async (scene) => {
      const id = await idOf(scene, scene.web, ALARM);
      await must(scene.raw, 'alarming', 'DELETE', `/alarms/${id}`);
      return () => remake(scene, scene.web, ALARM, id);
    },
  },
  {
    deed: 'measures stop: the alarm knows nothing for an hour',
    on: 'web',
    kinds: ['alarm-blind'],
    minutesLater: 24 * 60,
    change: async () => async () => {},
  },
];
