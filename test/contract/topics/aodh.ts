/** Alarms over Aodh's own API: what is stored and shown, what is refused, who may. */
import { describe, expect, it } from 'vitest';
import type { Answer, Caller, Method } from '../cloud-under-test.ts';
import { type JsonRecord, list, pick, record, text } from '../json.ts';
import { isoSecond } from '../measuring.ts';
import type { Stage } from '../stage.ts';
import { INVALID_AGGREGATE } from './gnocchi.ts';

const TYPE = 'gnocchi_aggregation_by_resources_threshold';
const RULE_KEY = `${TYPE}_rule`;
const QUERY = '{"=": {"server_group": "nobody"}}';
const RULE = {
  metric: 'load',
  aggregation_method: 'mean',
  granularity: 10,
  evaluation_periods: 2,
  threshold: 20,
  comparison_operator: 'gt',
  resource_type: 'instance',
  query: QUERY,
};
const PART = {
  type: 'gnocchi_resources_threshold',
  metric: 'load',
  aggregation_method: 'mean',
  threshold: 1,
  resource_id: 'x',
  resource_type: 'instance',
};
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$/;

export function aodhContract(stage: Stage): void {
  const call = (method: Method, path: string, body?: unknown, as?: Caller): Promise<Answer> =>
    (as ?? stage.cloud()).call('alarming', method, path, body);
  const body = (more: JsonRecord = {}, rule: JsonRecord = {}): JsonRecord => ({
    name: `${stage.cloud().prefix}alarm`,
    type: TYPE,
    [RULE_KEY]: { ...RULE, ...rule },
    ...more,
  });

  /** An alarm that is there while the deed is done. */
  async function withAlarm(
    request: JsonRecord,
    deed: (alarm: unknown, path: string) => Promise<void>,
  ): Promise<void> {
    const made = await call('POST', '/alarms', request);
    expect([made.status, pick(made.json, 'error_message')]).toEqual([201, undefined]);
    const path = `/alarms/${text(made.json, 'alarm_id')}`;
    try {
      await deed(made.json, path);
    } finally {
      await call('DELETE', path);
    }
  }

  describe('Aodh', () => {
    it('shows an alarm with its defaults, not evaluated yet', async () => {
      await withAlarm(body(), async (alarm) => {
        expect(alarm).toMatchObject({
          description: `${TYPE} alarm rule`,
          enabled: true,
          ok_actions: [],
          alarm_actions: [],
          insufficient_data_actions: [],
          repeat_actions: false,
          type: TYPE,
          time_constraints: [],
          state: 'insufficient data',
          state_reason: 'Not evaluated yet',
          severity: 'low',
          timestamp: expect.stringMatching(UTC) as unknown,
          state_timestamp: expect.stringMatching(UTC) as unknown,
          evaluate_timestamp: expect.stringMatching(UTC) as unknown,
          [RULE_KEY]: { ...RULE, query: expect.any(String) as unknown },
        });
      });
    });

    it("puts the project's clause around the query of a group rule, and once more at every change", async () => {
      await withAlarm(body(), async (alarm, path) => {
        const project = text(alarm, 'project_id');
        const clause = {
          or: [
            { '=': { created_by_project_id: project } },
            {
              and: [
                { '=': { created_by_project_id: expect.any(String) as unknown } },
                { '=': { project_id: project } },
              ],
            },
          ],
        };
        const inner = { '=': { server_group: 'nobody' } };
        const stored = text(alarm, RULE_KEY, 'query');
        expect(JSON.parse(stored)).toEqual({ and: [clause, inner] });
        expect(stored).toMatch(/^\{"and": \[\{"or": \[/);
        const again = await call('PUT', path, alarm);
        expect(JSON.parse(text(again.json, RULE_KEY, 'query'))).toEqual({
          and: [clause, { and: [clause, inner] }],
        });
      });
    });

    it('leaves the query of a composite alone, and fills in what its rules lack', async () => {
      const rules = [
        PART,
        { and: [{ type: 'prometheus', query: 'x', threshold: 1 }] },
        { ...RULE, type: TYPE },
      ];
      const request = {
        name: `${stage.cloud().prefix}both`,
        type: 'composite',
        composite_rule: { or: rules },
      };
      await withAlarm(request, async (alarm) => {
        expect(pick(alarm, 'composite_rule')).toEqual({
          or: [
            { ...PART, granularity: 60, comparison_operator: 'eq', evaluation_periods: 1 },
            { and: [{ query: 'x', threshold: 1, comparison_operator: 'eq', type: 'prometheus' }] },
            { ...RULE, type: TYPE },
          ],
        });
      });
    });

    it.each<readonly [string, JsonRecord, JsonRecord]>([
      [
        'event',
        { type: 'event', event_rule: { event_type: 'x.*' } },
        { description: 'Alarm when x.* event occurred.', event_rule: { event_type: 'x.*', query: [] } },
      ],
      [
        'prometheus, although nobody evaluates it',
        { type: 'prometheus', prometheus_rule: { query: 'avg(x)', threshold: 1 } },
        { prometheus_rule: { comparison_operator: 'eq', threshold: 1, query: 'avg(x)' } },
      ],
    ])('takes an alarm of type %s', async (_type, request, shown) => {
      await withAlarm({ name: `${stage.cloud().prefix}other`, ...request }, async (alarm) => {
        expect(alarm).toMatchObject(shown);
      });
    });

    it('fills in a time constraint', async () => {
      const constraint = { name: 'a', start: '0 9 * * *', duration: 10 };
      await withAlarm(body({ time_constraints: [constraint] }), async (alarm) => {
        expect(pick(alarm, 'time_constraints')).toEqual([
          { ...constraint, description: 'Time constraint at 0 9 * * * lasting for 10 seconds', timezone: '' },
        ]);
      });
    });

    it.each<readonly [string, JsonRecord, JsonRecord, number, unknown]>([
      [
        'an operator',
        {},
        { comparison_operator: 'zz' },
        400,
        "Invalid input for field/attribute comparison_operator. Value: 'zz'. Value should be one of: ",
      ],
      [
        'no threshold',
        {},
        { threshold: undefined },
        400,
        "Invalid input for field/attribute threshold. Value: 'None'. Mandatory field missing.",
      ],
      [
        'no period',
        {},
        { evaluation_periods: 0 },
        400,
        "Invalid input for field/attribute evaluation_periods. Value: '0'. Value should be greater or equal to 1",
      ],
      [
        'a null operator, as Heat sends it',
        {},
        { comparison_operator: null },
        400,
        "Invalid input for field/attribute comparison_operator. Value: 'None'. Value should be one of: ",
      ],
      [
        'no name',
        { name: undefined },
        {},
        400,
        "Invalid input for field/attribute name. Value: 'None'. Mandatory field missing.",
      ],
      [
        'no rule',
        { type: 'composite', [RULE_KEY]: undefined },
        {},
        400,
        'composite_rule must be set for composite type alarm',
      ],
      [
        'a method unknown to all',
        {},
        { aggregation_method: 'nope' },
        400,
        'aggregation_method should be in [',
      ],
      ['an action', { alarm_actions: ['foo://x'] }, {}, 400, 'Unsupported action foo://x'],
      [
        'the log as an action',
        { alarm_actions: ['log://x'] },
        {},
        401,
        'You are not authorized to create action: log://x',
      ],
      [
        'a trust in an action',
        { alarm_actions: ['trust+http://a@127.0.0.1/x'] },
        {},
        400,
        'trust URL cannot contain a trust ID.',
      ],
      ['a key', { foo: 1 }, {}, 400, 'Unknown attribute for argument data: foo'],
      [
        'a query that is no JSON',
        {},
        { query: '{' },
        400,
        "Invalid input for field/attribute rule/query. Value: '{'. ",
      ],
      [
        'an attribute that is not there',
        {},
        { query: '{"=": {"nope": 1}}' },
        500,
        "string indices must be integers, not 'str'",
      ],
      [
        'a cron expression',
        { time_constraints: [{ name: 'a', start: 'x', duration: 1 }] },
        {},
        400,
        "Invalid input for field/attribute start. Value: 'x'. Exactly 5 or 6 columns has to be specified for iterator expression.",
      ],
      [
        'a time zone',
        { time_constraints: [{ name: 'a', start: '0 9 * * *', duration: 1, timezone: 'Mars/X' }] },
        {},
        400,
        'Timezone Mars/X is not valid',
      ],
    ])('refuses %s', async (_what, more, rule, status, message) => {
      const answer = await call('POST', '/alarms', body(more, rule));
      expect([answer.status, pick(answer.json, 'error_message', 'faultstring')]).toEqual([
        status,
        expect.stringContaining(String(message)),
      ]);
    });

    it.each<readonly [string, JsonRecord, unknown]>([
      [
        'a type of resource',
        { resource_type: 'nope' },
        { cause: 'Resource type does not exist', detail: 'nope' },
      ],
      ['the last value as a method', { aggregation_method: 'last' }, INVALID_AGGREGATE],
      ['a percentile as a method', { aggregation_method: '95pct' }, INVALID_AGGREGATE],
    ])('passes on what Gnocchi says of %s', async (_what, rule, fault) => {
      const answer = await call('POST', '/alarms', body({}, rule));
      expect([answer.status, pick(answer.json, 'error_message', 'faultstring')]).toEqual([400, fault]);
    });

    it('takes a metric, a granularity and a rate that nobody has measured yet', async () => {
      for (const rule of [{ metric: 'never' }, { granularity: 7 }, { aggregation_method: 'rate:max' }]) {
        await withAlarm(body({}, rule), async (alarm) => {
          expect(record(alarm, RULE_KEY)).toMatchObject(rule);
        });
      }
    });

    it('keeps its state when told, and remembers who said so', async () => {
      await withAlarm(body({ enabled: false }), async (_alarm, path) => {
        expect((await call('GET', `${path}/state`)).json).toBe('insufficient data');
        expect((await call('PUT', `${path}/state`, '"alarm"')).json).toBe('alarm');
        expect((await call('PUT', `${path}/state`, '"nope"')).status).toBe(400);
        expect((await call('GET', path)).json).toMatchObject({
          state: 'alarm',
          state_reason: 'Manually set via API',
        });
        const history = list((await call('GET', `${path}/history`)).json);
        expect(history.map((one) => pick(one, 'type'))).toEqual(['state transition', 'creation']);
        expect(JSON.parse(text(history[0], 'detail'))).toEqual({
          state: 'alarm',
          state_reason: 'Manually set via API',
        });
        const filtered = await call('GET', `${path}/history?q.field=type&q.op=eq&q.value=creation`);
        expect(list(filtered.json)).toHaveLength(1);
      });
    });

    it('lists by state and name, sorts, and pages by the last id', async () => {
      const name = `${stage.cloud().prefix}listed`;
      const made: string[] = [];
      for (const suffix of ['a', 'b', 'c']) {
        const answer = await call('POST', '/alarms', body({ name: `${name}-${suffix}`, enabled: false }));
        made.push(text(answer.json, 'alarm_id'));
      }
      try {
        const own = async (query: string) =>
          list((await call('GET', `/alarms?${query}`)).json)
            .map((one) => text(one, 'alarm_id'))
            .filter((id) => made.includes(id));
        expect(await own('sort=name:asc')).toEqual(made);
        expect(await own('')).toEqual([...made].reverse());
        expect(await own(`q.field=name&q.op=eq&q.value=${name}-b`)).toEqual([made[1]]);
        await call('PUT', `/alarms/${made[2]}/state`, '"ok"');
        expect(await own('q.field=state&q.op=eq&q.value=ok')).toEqual([made[2]]);
        const page = await call('GET', `/alarms?sort=name:asc&limit=1&marker=${made[0]}`);
        expect(list(page.json).map((one) => text(one, 'alarm_id'))).toEqual([made[1]]);
      } finally {
        for (const id of made) await call('DELETE', `/alarms/${id}`);
      }
    });

    it.each([
      [
        'q.field=nope&q.op=eq&q.value=1',
        400,
        "Invalid input for field/attribute field. Value: '{'nope'}'. only fields {",
      ],
      [
        'q.field=state&q.op=lt&q.value=ok',
        400,
        "Invalid input for field/attribute op. Value: '{'lt'}'. only operations {'eq'} are allowed",
      ],
      ['sort=nope', 400, "Invalid input for field/attribute sort. Value: 'nope'. the sort parameter"],
      ['marker=nope', 500, 'Marker nope not found.'],
      ['q.field=project_id&q.op=eq&q.value=xx', 401, 'Not Authorized to access project xx'],
      ['q.field=all_projects&q.op=eq&q.value=true', 403, 'RBAC Authorization Failed'],
    ])('refuses to list by %s', async (query, status, message) => {
      const answer = await call('GET', `/alarms?${query}`);
      expect([answer.status, pick(answer.json, 'error_message', 'faultstring')]).toEqual([
        status,
        expect.stringContaining(message),
      ]);
    });

    it('evaluates a list of metrics only if it is one metric', async () => {
      const make = async () => {
        const request = { name: `${stage.cloud().prefix}own`, archive_policy_name: 'autoscale-10s' };
        return text((await stage.cloud().call('metric', 'POST', '/metric', request)).json, 'id');
      };
      const metrics = [await make(), await make()];
      const listed = (ids: readonly string[]) => ({
        name: `${stage.cloud().prefix}by-id`,
        type: 'gnocchi_aggregation_by_metrics_threshold',
        gnocchi_aggregation_by_metrics_threshold_rule: {
          metrics: ids,
          aggregation_method: 'mean',
          granularity: 10,
          threshold: 1,
          comparison_operator: 'gt',
        },
      });
      await withAlarm(listed(metrics.slice(0, 1)), async (_one, one) => {
        await withAlarm(listed(metrics), async (_two, two) => {
          await call('PUT', `${two}/state`, '"ok"');
          const shown = await stage.cloud().wait(async () => {
            const at = isoSecond(stage.cloud().now().getTime() / 1000);
            for (const metric of metrics)
              await stage
                .cloud()
                .call('metric', 'POST', `/metric/${metric}/measures`, [{ timestamp: at, value: 5 }]);
            const alone = (await call('GET', one)).json;
            const both = (await call('GET', two)).json;
            return pick(alone, 'state') === 'alarm' && pick(both, 'state') !== 'ok' ? both : null;
          }, 'both alarms to be evaluated');
          expect(shown).toMatchObject({
            state: 'insufficient data',
            state_reason: `alarm statistics retrieval failed: {'cause': 'Invalid input', 'reason': "${INVALID_AGGREGATE.reason}", 'detail': ['operations']} (HTTP 400)`,
          });
        });
      });
      for (const metric of metrics) await stage.cloud().call('metric', 'DELETE', `/metric/${metric}`);
    });

    it('lets a reader do everything: an alarm that he changes is his', async () => {
      const reader = await stage.cloud().as('demo-reader');
      await withAlarm(body(), async (alarm, path) => {
        const changed = await call('PUT', path, { ...record(alarm), enabled: false }, reader);
        expect(changed).toMatchObject({ status: 200, json: { enabled: false } });
        expect(pick(changed.json, 'user_id')).not.toBe(pick(alarm, 'user_id'));
        expect((await call('PUT', `${path}/state`, '"ok"', reader)).status).toBe(200);
        expect((await call('DELETE', path, undefined, reader)).status).toBe(204);
        expect([(await call('GET', path)).status, (await call('GET', `${path}/history`)).status]).toEqual([
          404, 404,
        ]);
      });
    });

    it('lets an application credential make an alarm, but none with a trust', async () => {
      const bot = await stage.cloud().as('bot');
      const made = await call('POST', '/alarms', body(), bot);
      expect(made.status).toBe(201);
      await call('DELETE', `/alarms/${text(made.json, 'alarm_id')}`);
      const trusting = await call(
        'POST',
        '/alarms',
        body({ alarm_actions: ['trust+http://127.0.0.1/x'] }),
        bot,
      );
      expect([trusting.status, pick(trusting.json, 'error_message', 'faultstring')]).toEqual([
        500,
        expect.stringContaining('Delegated tokens cannot manage trusts.'),
      ]);
    });
  });
}
