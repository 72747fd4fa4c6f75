/** From measures to a group's size: when alarms fire, what they do, when they do not know. */
import { describe, expect, it } from 'vitest';
import { type JsonRecord, list, pick, text } from '../json.ts';
import { holdMeasures, instancesOf } from '../measuring.ts';
import type { Stage } from '../stage.ts';
import { down, group, METERED, server, template, up } from '../templates.ts';

const METRIC = 'busy';
const CALM = 40;
const BUSY = 90;
const query = {
  str_replace: {
    template: '{"=": {"server_group": "ID"}}',
    params: { ID: { get_param: 'OS::stack_id' } },
  },
};

function rule(operator: string, threshold: number, periods: number): JsonRecord {
  return {
    metric: METRIC,
    aggregation_method: 'mean',
    granularity: 10,
    evaluation_periods: periods,
    threshold,
    comparison_operator: operator,
    resource_type: 'instance',
    query,
  };
}

function alarm(properties: JsonRecord): JsonRecord {
  return {
    type: 'OS::Aodh::GnocchiAggregationByResourcesAlarm',
    properties: { repeat_actions: false, ...properties },
  };
}

function composite(...rules: readonly JsonRecord[]): JsonRecord {
  const typed = rules.map((one) => ({ ...one, type: 'gnocchi_aggregation_by_resources_threshold' }));
  return {
    type: 'OS::Aodh::CompositeAlarm',
    properties: { repeat_actions: false, composite_rule: { operator: 'and', rules: typed } },
  };
}

const signal = (policy: string): JsonRecord => ({
  str_replace: {
    template: 'trust+URL?alarm=5ca1ab1e',
    params: { URL: { get_attr: [policy, 'signal_url'] } },
  },
});

function resources(threshold = 60): JsonRecord {
  return {
    group: group(server(METERED), { desired_capacity: 2, max_size: 3 }),
    up,
    down,
    high: alarm({ ...rule('gt', threshold, 2), alarm_actions: [signal('up')] }),
    idle: alarm({ ...rule('lt', 10, 1), alarm_actions: [{ get_attr: ['down', 'alarm_url'] }] }),
    naive: composite(rule('gt', 60, 2), rule('le', 100, 2)),
    twinned: composite(rule('gt', 60, 2), rule('gt', 60, 1), rule('le', 100, 2), rule('le', 100, 1)),
  };
}

type Name = 'high' | 'idle' | 'naive' | 'twinned';

export function alarmLoopContract(stage: Stage): void {
  const looped = stage.stack('looped', { template: template(resources()) });
  const quick = (more: JsonRecord) => ({
    template: template({ alarm: alarm({ ...rule('gt', 60, 2), ...more }) }),
  });
  const lackingOperator = stage.stack('lacking-operator', quick({ comparison_operator: undefined }));
  const lackingMethod = stage.stack('lacking-method', quick({ aggregation_method: undefined }));
  const lackingPeriods = stage.stack(
    'lacking-periods',
    quick({ evaluation_periods: undefined, granularity: undefined }),
  );
  const acting = (threshold: number, action: string) => {
    const { type, properties } = composite(rule('gt', threshold, 2), rule('le', 100, 2)) as {
      readonly type: string;
      readonly properties: JsonRecord;
    };
    return {
      template: template({ alarm: { type, properties: { ...properties, alarm_actions: [action] } } }),
    };
  };
  const heard = stage.stack('heard', acting(60, 'http://127.0.0.1:9/first'));
  let servers: readonly string[] = [];

  const shown = async (name: Name) => (await looped.resource(name))['attributes'];
  const state = async (name: Name) => text(await shown(name), 'state');
  const states = async (names: readonly Name[]) =>
    Object.fromEntries(await Promise.all(names.map(async (name) => [name, await state(name)] as const)));
  const transitions = async (name: Name) => {
    const path = `/alarms/${text(await shown(name), 'alarm_id')}/history`;
    const all = list((await stage.cloud().call('alarming', 'GET', path)).json);
    return all
      .filter((one) => pick(one, 'type') === 'state transition')
      .map((one) => text(JSON.parse(text(one, 'detail')), 'state'))
      .reverse();
  };
  /** Every member measures this much, bucket by bucket, until these alarms are in these states. */
  const hold = (valueIn: (bucket: number) => number, wanted: Partial<Record<Name, string>>) =>
    holdMeasures(
      stage.cloud(),
      METRIC,
      servers,
      valueIn,
      async () => {
        const now = await states(Object.keys(wanted) as Name[]);
        return Object.entries(wanted).every(([name, one]) => now[name] === one) ? now : null;
      },
      `alarms to be ${JSON.stringify(wanted)}`,
    );
  /** The newest of two buckets is now busy, now calm; seen at whole minutes it is calm. */
  const mixed = (bucket: number) => (bucket % 2 === 0 ? BUSY : CALM);

  describe('alarms over measures', () => {
    it('know nothing at first, and show their action without the trust', async () => {
      await looped.ready();
      servers = (await instancesOf(stage.cloud(), looped.id, 2)).map((one) => text(one, 'id'));
      expect(await shown('high')).toMatchObject({
        name: expect.stringMatching(new RegExp(`^${looped.name}-high-[a-z0-9]{12}$`)) as unknown,
        state: 'insufficient data',
        state_reason: 'Not evaluated yet',
        alarm_actions: [
          expect.stringMatching(/^trust\+http:\/\/[^@]*\/resources\/up\/signal\?alarm=5ca1ab1e$/) as unknown,
        ],
      });
    });

    it('need their operator and method from the template: Heat sends null for what it does not say', async () => {
      const operator = await lackingOperator.settled();
      expect(operator['stack_status']).toBe('CREATE_FAILED');
      expect(operator['stack_status_reason']).toMatch(
        /^Resource CREATE failed: BadRequest: resources\.alarm: Invalid input for field\/attribute comparison_operator\. Value: 'None'\. Value should be one of: .* \(HTTP 400\) \(Request-ID: req-/,
      );
      const method = await lackingMethod.settled();
      expect(method['stack_status_reason']).toMatch(
        /^Resource CREATE failed: BadRequest: resources\.alarm: aggregation_method should be in \[/,
      );
      await lackingPeriods.ready();
      const stored = (await lackingPeriods.resource('alarm'))['attributes'];
      expect(pick(stored, 'gnocchi_aggregation_by_resources_threshold_rule')).toMatchObject({
        granularity: null,
        evaluation_periods: null,
      });
    });

    it('are ok when all of the newest values are inside', async () => {
      await hold(() => CALM, { high: 'ok', idle: 'ok', naive: 'ok', twinned: 'ok' });
      expect((await transitions('high')).at(-1)).toBe('ok');
    });

    it('stay ok over mixed values, but a composite counts those as outside whose newest value is inside', async () => {
      await hold(() => CALM, { high: 'ok', naive: 'ok', twinned: 'ok' });
      const before = [await transitions('high'), await transitions('twinned')];
      await hold(mixed, { naive: 'alarm' });
      expect(await states(['high', 'twinned'])).toEqual({ high: 'ok', twinned: 'ok' });
      expect([await transitions('high'), await transitions('twinned')]).toEqual(before);
    });

    it('fire when all are outside: the group grows by one', async () => {
      await hold(() => BUSY, { high: 'alarm', twinned: 'alarm' });
      expect(text(await shown('high'), 'state_reason')).toBe(
        'Transition to alarm due to 2 samples outside threshold, most recent: 90.0',
      );
      const size = async () => ((await looped.members()).length === 3 ? true : null);
      await holdMeasures(stage.cloud(), METRIC, servers, () => BUSY, size, 'the third member');
    });

    it('keep the state over mixed values, where a composite with a twin of one period lets go', async () => {
      await hold(() => BUSY, { high: 'alarm', twinned: 'alarm' });
      await hold(mixed, { twinned: 'ok' });
      expect(await state('high')).toBe('alarm');
    });

    it('act by a signed address too: the group shrinks by its oldest', async () => {
      await stage.cloud().wait(async () => {
        const resting = (await looped.metadata())['scaling_in_progress'] === false;
        return resting && (await looped.members()).every(({ status }) => status === 'CREATE_COMPLETE')
          ? true
          : null;
      }, 'the group to rest');
      const before = await looped.members();
      await hold(() => 5, { idle: 'alarm' });
      const left = await stage.cloud().wait(async () => {
        const members = await looped.members();
        return members.length === 2 ? members : null;
      }, 'one member less');
      expect(left.map(({ name }) => name)).toEqual(before.slice(1).map(({ name }) => name));
    });

    it('know nothing again when the measures stop', async () => {
      await hold(() => CALM, { high: 'ok', idle: 'ok', naive: 'ok', twinned: 'ok' });
      await stage.cloud().wait(async () => {
        const now = Object.values(await states(['high', 'idle', 'naive', 'twinned']));
        return now.every((one) => one === 'insufficient data') ? true : null;
      }, 'every alarm to know nothing');
      expect(text(await shown('high'), 'state_reason')).toMatch(
        /^(2 datapoints are unknown|No datapoint for granularity 10)$/,
      );
      expect(text(await shown('twinned'), 'state_reason')).toBe(
        'Composite rule alarm with composition form: (rule1 and rule2 and rule3 and rule4) transition to insufficient data, due to rules: rule1, rule2, rule3, rule4 state evaluated to unknown.',
      );
    });

    it('are changed in place, state and all; other time constraints replace them', async () => {
      const before = await shown('high');
      await looped.put({ template: template(resources(70)) });
      const after = await shown('high');
      expect(pick(after, 'alarm_id')).toBe(pick(before, 'alarm_id'));
      const threshold = (one: unknown) =>
        pick(one, 'gnocchi_aggregation_by_resources_threshold_rule', 'threshold');
      expect([threshold(before), threshold(after)]).toEqual([60, 70]);
      const queryOf = (one: unknown) => pick(one, 'gnocchi_aggregation_by_resources_threshold_rule', 'query');
      expect(queryOf(after)).toBe(queryOf(before));
      const constrained = resources(70);
      const high = constrained['high'] as { readonly type: string; readonly properties: JsonRecord };
      const time_constraints = [{ name: 'office', start: '0 8 * * *', duration: 3600 }];
      const properties = { ...high.properties, time_constraints };
      await looped.put({ template: template({ ...constrained, high: { ...high, properties } }) });
      expect(pick(await shown('high'), 'alarm_id')).not.toBe(pick(before, 'alarm_id'));
    });

    it('over several conditions lose their actions by an update in which these do not differ', async () => {
      await heard.ready();
      const actions = async () => pick((await heard.resource('alarm'))['attributes'], 'alarm_actions');
      expect(await actions()).toEqual(['http://127.0.0.1:9/first']);
      await heard.put(acting(70, 'http://127.0.0.1:9/first'));
      expect(await actions()).toEqual([]);
      await heard.put(acting(80, 'http://127.0.0.1:9/second'));
      expect(await actions()).toEqual(['http://127.0.0.1:9/second']);
    });
  });
}
