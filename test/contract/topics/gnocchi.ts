/** What Gnocchi tells a project of its servers, and what it makes of measures. */
import { describe, expect, it } from 'vitest';
import { keys, list, pick, record, text } from '../json.ts';
import { instancesOf, isoSecond, pushMeasures } from '../measuring.ts';
import type { Stage } from '../stage.ts';
import { group, METERED, server, template } from '../templates.ts';

const TEN_SECONDS = {
  name: 'autoscale-10s',
  back_window: 0,
  definition: [
    { timespan: '1 day, 0:00:00', granularity: '0:00:10', points: 8640 },
    { timespan: '7 days, 0:00:00', granularity: '0:01:00', points: 10080 },
  ],
  aggregation_methods: expect.any(Array) as unknown,
};
/** One member's counter of long ago, another's of just now; both busy for 8 of 10 seconds. */
const OLD = 1e14;
const STEP = 8e9;

export function gnocchiContract(stage: Stage): void {
  const metered = stage.stack('metered', {
    template: template({ group: group(server(METERED), { desired_capacity: 2, max_size: 3 }) }),
  });
  const call = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) =>
    stage.cloud().call('metric', method, path, body);
  const instances = () => instancesOf(stage.cloud(), metered.id, 2);

  describe('Gnocchi', () => {
    it.each(['demo', 'demo-reader'] as const)(
      'tells %s of archive policies and their granularities',
      async (user) => {
        const caller = await stage.cloud().as(user);
        const all = await caller.call('metric', 'GET', '/archive_policy');
        expect(list(all.json)).toContainEqual(TEN_SECONDS);
        expect((await caller.call('metric', 'GET', '/archive_policy/autoscale-10s')).json).toEqual(
          TEN_SECONDS,
        );
        const ceilometer = await caller.call('metric', 'GET', '/archive_policy/ceilometer-low-rate');
        expect(ceilometer.json).toEqual({
          name: 'ceilometer-low-rate',
          back_window: 0,
          definition: [{ timespan: '30 days, 0:00:00', granularity: '0:05:00', points: 8640 }],
          aggregation_methods: expect.arrayContaining(['mean', 'rate:mean']) as unknown,
        });
      },
    );

    it('knows every server as an instance, with its server_group from metering.server_group', async () => {
      await metered.ready();
      const [first] = await instances();
      expect(first).toMatchObject({
        type: 'instance',
        server_group: metered.id,
        ended_at: null,
        flavor_name: 'm1.small',
        created_by_project_id: expect.not.stringMatching(text(first, 'project_id')) as unknown,
      });
      expect(keys(record(first, 'metrics'))).toEqual(
        expect.arrayContaining(['compute.instance.booting.time', 'disk.root.size', 'memory', 'vcpus']),
      );
    });

    it('has a server_group on instances only, not on their disks and interfaces', async () => {
      const attributes = async (type: string) =>
        keys(record((await call('GET', `/resource_type/${type}`)).json, 'attributes'));
      expect(await attributes('instance')).toContain('server_group');
      expect(await attributes('instance_disk')).toEqual(['instance_id', 'name']);
      expect(await attributes('instance_network_interface')).toEqual(['instance_id', 'name']);
    });

    it("takes the rate of the group's mean as Aodh asks for it: a member that joins or leaves makes a jump", async () => {
      const [one, other] = (await instances()).map((found) => text(found, 'id'));
      const begin = Math.floor(stage.cloud().now().getTime() / 60_000) * 60 - 600;
      const counter = (from: number, to: number, start: number) =>
        Array.from(
          { length: to - from },
          (_, index) => [begin + (from + index) * 10, start + index * STEP] as const,
        );
      await pushMeasures(stage.cloud(), 'counter', {
        [one ?? '']: counter(0, 6, OLD),
        [other ?? '']: counter(3, 9, 1e9),
      });
      const window = `start=${isoSecond(begin)}&stop=${isoSecond(begin + 200)}&granularity=10`;
      const rates = async (operations: unknown, more = '') => {
        const body = { operations, resource_type: 'instance', search: { '=': { server_group: metered.id } } };
        const answer = await call('POST', `/aggregates?${window}${more}`, body);
        if (answer.status !== 200) return [answer.status];
        return list(answer.json, 'measures', 'aggregated').map((row) => pick(row, 2));
      };
      await stage.cloud().wait(async () => {
        const found = await rates(['aggregate', 'mean', ['metric', 'counter', 'rate:mean']]);
        return found.length === 8 ? true : null;
      }, 'the measures to be worked in');
      const asAodh = ['aggregate', 'rate:mean', ['metric', 'counter', 'mean']];
      const joined = (OLD + 3 * STEP + 1e9) / 2 - (OLD + 2 * STEP);
      const left = 1e9 + 3 * STEP - (OLD + 5 * STEP + 1e9 + 2 * STEP) / 2;
      const jumps = [STEP, STEP, joined, STEP, STEP, left, STEP, STEP];
      expect(await rates(asAodh, '&needed_overlap=0')).toEqual(jumps);
      const each = ['aggregate', 'mean', ['metric', 'counter', 'rate:mean']];
      expect(await rates(each)).toEqual(jumps.map(() => STEP));
      expect(await rates('(aggregate mean (metric counter rate:mean))')).toEqual(jumps.map(() => STEP));
      expect(await rates(['/', each, 1e11])).toEqual(jumps.map(() => 0.08));
      expect(await rates(each, '&fill=0')).toEqual([4e9, 4e9, 4e9, STEP, STEP, 4e9, 4e9, 4e9]);
      const own = await call(
        'GET',
        `/resource/instance/${one}/metric/counter/measures?${window}&aggregation=rate:mean`,
      );
      expect(list(own.json).map((row) => pick(row, 2))).toEqual([STEP, STEP, STEP, STEP, STEP]);
      expect(pick(own.json, 0, 0)).toBe(`${isoSecond(begin + 10)}+00:00`);
    });

    it("drops without a word what is older than the newest measure's last two minutes", async () => {
      const [one] = (await instances()).map((found) => text(found, 'id'));
      const now = Math.floor(stage.cloud().now().getTime() / 1000);
      await pushMeasures(stage.cloud(), 'late', { [one ?? '']: [[now, 1]] });
      const seen = async () =>
        list((await call('GET', `/resource/instance/${one}/metric/late/measures?granularity=10`)).json)
          .length;
      await stage.cloud().wait(async () => ((await seen()) === 1 ? true : null), 'the newest measure');
      await pushMeasures(stage.cloud(), 'late', { [one ?? '']: [[now - 600, 7]] });
      await pushMeasures(stage.cloud(), 'late', { [one ?? '']: [[now + 10, 1]] });
      await stage.cloud().wait(async () => ((await seen()) >= 2 ? true : null), 'the next measure');
      expect(await seen()).toBe(2);
    });

    it('lists the metrics of a name, also those that Ceilometer made, with their archive policies', async () => {
      const reader = await stage.cloud().as('demo-reader');
      const found = await reader.call('metric', 'GET', '/metric?name=counter');
      expect(list(found.json).length).toBeGreaterThanOrEqual(2);
      expect(pick(found.json, 0)).toMatchObject({ name: 'counter', archive_policy: TEN_SECONDS });
      const page = await reader.call('metric', 'GET', '/metric?name=vcpus&limit=1');
      expect(list(page.json)).toHaveLength(1);
      expect(page.headers['link']).toMatch(
        /^<http.*\/v1\/metric\?limit=1&marker=[^&]+&name=vcpus&sort=id%3Aasc>; rel="next"$/,
      );
      const own = await reader.call('metric', 'GET', `/metric?name=vcpus&project_id=${await projectId()}`);
      expect(own.json).toEqual([]);
    });

    it('lists a metric of no resource for an admin alone, and shows it to its project by its id', async () => {
      const name = `${stage.cloud().prefix}alone`;
      const made = await call('POST', '/metric', { name, archive_policy_name: 'low' });
      const path = `/metric/${text(made.json, 'id')}`;
      const admin = await stage.cloud().as('admin-demo');
      const listed = await admin.call('metric', 'GET', `/metric?name=${name}`);
      expect(list(listed.json)).toHaveLength(1);
      expect((await call('GET', `/metric?name=${name}`)).json).toEqual([]);
      expect((await call('GET', path)).json).toMatchObject({ name });
      await call('DELETE', path);
    });

    async function projectId(): Promise<string> {
      const [first] = await instances();
      return text(first, 'project_id');
    }

    it('lets a project read what Ceilometer measured, not write there', async () => {
      const [one] = (await instances()).map((found) => text(found, 'id'));
      const measures = [{ timestamp: isoSecond(0), value: 1 }];
      const answer = await call('POST', `/resource/instance/${one}/metric/vcpus/measures`, measures);
      expect([answer.status, answer.json]).toEqual([403, { code: 403, title: 'Forbidden', description: '' }]);
    });

    it.each<readonly [string, 'GET' | 'POST', string, unknown, number, unknown]>([
      ['a policy', 'GET', '/archive_policy/nope', undefined, 404, 'Archive policy nope does not exist'],
      ['a type', 'GET', '/resource/nope', undefined, 404, 'Resource type nope does not exist'],
      [
        'a resource',
        'GET',
        '/resource/instance/0f0f0f0f-0000-4000-8000-000000000000',
        undefined,
        404,
        'Resource 0f0f0f0f-0000-4000-8000-000000000000 does not exist',
      ],
      [
        'a metric',
        'GET',
        '/metric/0f0f0f0f-0000-4000-8000-000000000000',
        undefined,
        404,
        'Metric 0f0f0f0f-0000-4000-8000-000000000000 does not exist',
      ],
      [
        'a search',
        'POST',
        '/search/resource/instance',
        { '=': { nope: 1 } },
        400,
        'Resource type instance has no nope attribute',
      ],
      [
        'no JSON',
        'POST',
        '/aggregates',
        '{',
        400,
        { cause: 'Unable to decode body', reason: 'Expected object or value', detail: [] },
      ],
      [
        'a granularity',
        'POST',
        '/aggregates?granularity=junk',
        {},
        400,
        { cause: 'Argument value error', detail: 'granularity', reason: 'Unable to parse timespan' },
      ],
      [
        'a start',
        'POST',
        '/aggregates?start=junk',
        {},
        400,
        { cause: 'Argument value error', detail: 'start', reason: 'Must be a datetime or a timestamp' },
      ],
    ])('refuses %s in its own words', async (_what, method, path, body, status, description) => {
      const answer = await call(method, path, body);
      expect([answer.status, pick(answer.json, 'description')]).toEqual([status, description]);
    });

    it.each<readonly [string, unknown, string, number, unknown]>([
      ['a metric that nobody has', ['metric', 'nope', 'mean'], '', 404, "Metric ['nope'] does not exist"],
      [
        'a method that the policy lacks',
        ['metric', 'counter', 'rate:max'],
        '',
        404,
        expect.objectContaining({ cause: 'Metrics with unknown aggregation' }),
      ],
      [
        'a granularity that the policy lacks',
        ['metric', 'counter', 'mean'],
        '&granularity=30',
        400,
        {
          cause: "Metrics can't being aggregated",
          reason: 'Granularities are missing',
          detail: [
            ['counter', 'mean', 30],
            ['counter', 'mean', 30],
          ],
        },
      ],
    ])('refuses to aggregate %s', async (_what, metric, more, status, description) => {
      const body = {
        operations: ['aggregate', 'mean', metric],
        resource_type: 'instance',
        search: { '=': { server_group: metered.id } },
      };
      const answer = await call('POST', `/aggregates?needed_overlap=0${more}`, body);
      expect([answer.status, pick(answer.json, 'description')]).toEqual([status, description]);
    });

    it('cannot aggregate the last value: the method is known to metrics only', async () => {
      const body = {
        operations: ['aggregate', 'last', ['metric', 'counter', 'last']],
        resource_type: 'instance',
        search: { '=': { server_group: metered.id } },
      };
      const answer = await call('POST', '/aggregates', body);
      expect([answer.status, pick(answer.json, 'description')]).toEqual([400, INVALID_AGGREGATE]);
    });

    it('asks who it is', async () => {
      const answer = await stage.cloud().call('metric', 'GET', '/metric', undefined, { 'X-Auth-Token': '' });
      expect([answer.status, answer.json]).toEqual([
        401,
        {
          error: {
            code: 401,
            title: 'Unauthorized',
            message: 'The request you have made requires authentication.',
          },
        },
      ]);
    });
  });
}

export const INVALID_AGGREGATE = {
  cause: 'Invalid input',
  reason: "'aggregate' operation invalid for dictionary value @ data['operations']",
  detail: ['operations'],
};
