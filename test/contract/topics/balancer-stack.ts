/** Heat's resources of Octavia: what they tell, what changes in place, what is replaced, and what hangs. */
import { describe, expect, it } from 'vitest';
import { type JsonRecord, pick, text } from '../json.ts';
import type { Stage } from '../stage.ts';
import { group, template } from '../templates.ts';

const ref = (name: string) => ({ get_resource: name });
const resource = (type: string, properties: JsonRecord) => ({ type: `OS::Octavia::${type}`, properties });
const LB = resource('LoadBalancer', { vip_subnet: 'private-subnet' });

function parts(changes: Readonly<Record<string, JsonRecord>> = {}): JsonRecord {
  const listener = { loadbalancer: ref('lb'), protocol: 'HTTP', protocol_port: 80 };
  const pool = { listener: ref('listener'), protocol: 'HTTP', lb_algorithm: 'ROUND_ROBIN' };
  const monitor = { pool: ref('pool'), type: 'HTTP', delay: 5, timeout: 3, max_retries: 3 };
  const member = { pool: ref('pool'), address: '10.20.251.7', protocol_port: 80 };
  return {
    lb: LB,
    listener: resource('Listener', { ...listener, ...changes['listener'] }),
    pool: resource('Pool', { ...pool, ...changes['pool'] }),
    monitor: resource('HealthMonitor', { ...monitor, ...changes['monitor'] }),
    member: resource('PoolMember', { ...member, ...changes['member'] }),
  };
}

const OUTPUTS = {
  vip: { value: { get_attr: ['lb', 'vip_address'] } },
  vip_port: { value: { get_attr: ['lb', 'vip_port_id'] } },
  monitor: { value: { get_attr: ['pool', 'healthmonitor_id'] } },
  listeners: { value: { get_attr: ['pool', 'listeners'] } },
  balanced: { value: { get_attr: ['listener', 'loadbalancers'] } },
  default_pool: { value: { get_attr: ['listener', 'default_pool_id'] } },
  member: { value: { get_attr: ['member', 'show'] } },
};

export function balancerStackContract(stage: Stage): void {
  const balanced = stage.stack('balanced', { template: template(parts(), { outputs: OUTPUTS }) });

  describe('a stack with a load balancer', () => {
    it('gives ids as references and the fields of Octavia as attributes', async () => {
      const stack = await balanced.ready();
      const ids = await physicalIds();
      expect(output(stack, 'vip')).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
      expect(output(stack, 'vip_port')).toMatch(/^[0-9a-f-]{36}$/);
      expect(output(stack, 'monitor')).toBe(ids['monitor']);
      expect(output(stack, 'listeners')).toEqual([{ id: ids['listener'] }]);
      expect(output(stack, 'balanced')).toEqual([{ id: ids['lb'] }]);
      expect(output(stack, 'default_pool')).toBe(ids['pool']);
      expect(output(stack, 'member')).toMatchObject({ id: ids['member'], address: '10.20.251.7', name: '' });
    });

    it('names balancer, listener and pool after stack and resource, members and monitor not at all', async () => {
      const ids = await physicalIds();
      const name = async (path: string, kind: string) =>
        pick((await octavia('GET', path)).json, kind, 'name');
      expect(await name(`/loadbalancers/${ids['lb']}`, 'loadbalancer')).toMatch(
        new RegExp(`^${balanced.name}-lb-[a-z0-9]{12}$`),
      );
      expect(await name(`/pools/${ids['pool']}`, 'pool')).toMatch(/-pool-[a-z0-9]{12}$/);
      expect(await name(`/healthmonitors/${ids['monitor']}`, 'healthmonitor')).toBe('');
    });

    it('changes weight, algorithm and delay in place', async () => {
      const before = await physicalIds();
      await update({ member: { weight: 0 }, pool: { lb_algorithm: 'SOURCE_IP' }, monitor: { delay: 7 } });
      expect(await physicalIds()).toEqual(before);
      expect(await member(before)).toMatchObject({ weight: 0, provisioning_status: 'ACTIVE' });
    });

    it('replaces a member whose port changes, and everything that hangs on a listener whose port changes', async () => {
      const before = await physicalIds();
      await update({ member: { protocol_port: 81 } });
      const between = await physicalIds();
      expect(different(before, between)).toEqual(['member']);
      await update({ member: { protocol_port: 81 }, listener: { protocol_port: 81 } });
      expect(different(between, await physicalIds())).toEqual(['listener', 'member', 'monitor', 'pool']);
    });

    it('does not miss a member that was taken out by hand, until it is to be changed: 404', async () => {
      const ids = await physicalIds();
      const path = `/pools/${ids['pool']}/members/${ids['member']}`;
      expect((await octavia('DELETE', path)).status).toBe(204);
      await stage
        .cloud()
        .wait(async () => ((await octavia('GET', path)).status === 404 ? true : null), 'it to go');
      const same = { member: { protocol_port: 81 }, listener: { protocol_port: 81 } };
      expect(await put(same)).toMatchObject({ stack_status: 'UPDATE_COMPLETE' });
      const changed = await put({ ...same, member: { protocol_port: 81, weight: 5 } });
      expect(changed).toMatchObject({ stack_status: 'UPDATE_FAILED' });
      expect(text(changed, 'stack_status_reason')).toContain(
        `OctaviaClientException: resources.member: Member ${ids['member']} not found. (HTTP 404)`,
      );
      const mended = await put({ ...same, member: { protocol_port: 81, weight: 5 } });
      expect(mended).toMatchObject({ stack_status: 'UPDATE_COMPLETE' });
      expect(await member(await physicalIds())).toMatchObject({ weight: 5 });
    });

    it('waits for ever for a pool or monitor that is to replace another: the old one is still in its place', async () => {
      const same = { member: { protocol_port: 81 }, listener: { protocol_port: 81 } };
      const answer = await stage.cloud().call('orchestration', 'PUT', balanced.path, {
        template: template(parts({ ...same, monitor: { type: 'TCP' } })),
      });
      expect(answer.status).toBe(202);
      await stage.cloud().wait(async () => {
        const monitor = await balanced.resource('monitor');
        return monitor['resource_status'] === 'CREATE_IN_PROGRESS' ? true : null;
      }, 'the new monitor to be asked for');
      await stage.cloud().elapse(8);
      expect((await balanced.resource('monitor'))['resource_status']).toBe('CREATE_IN_PROGRESS');
      expect((await balanced.show())['stack_status']).toBe('UPDATE_IN_PROGRESS');
    });

    it.each(REFUSED)('refuses $what when the stack is made', async ({ resources, message }) => {
      const body = { stack_name: `${stage.cloud().prefix}refused`, template: template(resources) };
      const answer = await stage.cloud().call('orchestration', 'POST', '/stacks', body);
      expect([answer.status, pick(answer.json, 'error', 'message')]).toEqual([400, message]);
    });
  });

  async function physicalIds(): Promise<Readonly<Record<string, string>>> {
    const answer = await balanced.get('/resources');
    const resources = pick(answer, 'resources');
    if (!Array.isArray(resources)) throw new Error('no resources');
    return Object.fromEntries(
      resources
        .map((one): [string, string] => [text(one, 'resource_name'), text(one, 'physical_resource_id')])
        .sort(),
    );
  }

  function put(changes: Readonly<Record<string, JsonRecord>>) {
    return balanced.put({ template: template(parts(changes), { outputs: OUTPUTS }) });
  }

  async function update(changes: Readonly<Record<string, JsonRecord>>): Promise<void> {
    const stack = await put(changes);
    expect(stack['stack_status'], text(stack, 'stack_status_reason')).toBe('UPDATE_COMPLETE');
  }

  async function member(ids: Readonly<Record<string, string>>): Promise<unknown> {
    const answer = await octavia('GET', `/pools/${ids['pool']}/members/${ids['member']}`);
    return pick(answer.json, 'member');
  }

  function octavia(method: 'GET' | 'DELETE', path: string) {
    return stage.cloud().call('load-balancer', method, `/v2/lbaas${path}`);
  }
}

function output(stack: JsonRecord, key: string): unknown {
  const outputs = pick(stack, 'outputs');
  const found = Array.isArray(outputs) ? outputs.find((one) => pick(one, 'output_key') === key) : undefined;
  return pick(found, 'output_value');
}

function different(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.keys(after)
    .filter((name) => before[name] !== after[name])
    .sort();
}

const REFUSED = [
  {
    what: 'a member of a pool that is not there',
    resources: { pm: resource('PoolMember', { pool: 'nope', address: '10.20.251.8', protocol_port: 80 }) },
    message:
      "Property error: : resources.pm.properties.pool: : Error validating value 'nope': nope not found (HTTP 404)",
  },
  {
    what: 'a listener of a balancer that is not there',
    resources: { l: resource('Listener', { loadbalancer: 'nope', protocol: 'HTTP', protocol_port: 80 }) },
    message:
      "Property error: : resources.l.properties.loadbalancer: : Error validating value 'nope': nope not found (HTTP 404)",
  },
  {
    what: 'a pool that hangs on nothing',
    resources: { p: resource('Pool', { protocol: 'HTTP', lb_algorithm: 'ROUND_ROBIN' }) },
    message: 'At least one of the following properties must be specified: listener, loadbalancer.',
  },
  {
    what: 'a subnet that is not there',
    resources: { lb: resource('LoadBalancer', { vip_subnet: 'nope' }) },
    message:
      "Property error: : resources.lb.properties.vip_subnet: : Error validating value 'nope': Unable to find subnet with name or id 'nope'",
  },
  {
    what: 'an attribute that a pool member does not publish',
    resources: {
      group: group({ type: 'OS::Heat::TestResource', properties: {} }),
      lb: LB,
      pool: resource('Pool', { loadbalancer: ref('lb'), protocol: 'HTTP', lb_algorithm: 'ROUND_ROBIN' }),
      pm: resource('PoolMember', { pool: ref('pool'), address: '10.20.251.8', protocol_port: 80 }),
      v: { type: 'OS::Heat::Value', properties: { value: { get_attr: ['pm', 'address'] } } },
    },
    message: 'resources.v.properties.value.get_attr: : The Referenced Attribute (pm address) is incorrect.',
  },
];
