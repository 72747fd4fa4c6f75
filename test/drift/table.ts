/** Every kind of hand change: what somebody does by the OpenStack API, under which name it is found, how it is taken back. */
import { list, pick, text } from '../contract/json.ts';
import {
  guestStack,
  idOf,
  must,
  nestedPath,
  nova,
  octavia,
  patch,
  pathOf,
  REPOSITORY,
  remake,
  replaceMemberOf,
  type Scene,
  SERVER,
  serverWhen,
} from './scene.ts';

export interface Row {
  /** What somebody does, for the table in the documentation. */
  readonly deed: string;
  /** The kinds that are found, and no others. */
  readonly kinds: readonly string[];
  /** Does it, and says how to take it back. */
  readonly change: (scene: Scene) => Promise<() => Promise<unknown>>;
  /** The check is made so many minutes later. */
  readonly minutesLater?: number;
  /** `drift --fix` leaves it, though it puts others of the kind right. */
  readonly left?: true;
  /** Why it can be done on one of the clouds only. */
  readonly only?: 'real' | 'sandbox';
}

const ALARM = 'OS::Aodh::GnocchiAggregationByResourcesAlarm';

/** On the first server of the stack behind the balancer. */
function server(
  deed: string,
  kinds: readonly string[],
  change: (scene: Scene, id: string) => Promise<() => Promise<unknown>>,
): Row {
  return { deed, kinds, change: async (scene) => change(scene, await idOf(scene, scene.web, SERVER)) };
}

function action(scene: Scene, id: string, body: object, as = scene.raw as typeof scene.admin) {
  return nova(scene, 'POST', `/servers/${id}/action`, body, as);
}

const SERVERS: readonly Row[] = [
  server('`openstack server stop`', ['server-stopped'], async (scene, id) => {
    await action(scene, id, { 'os-stop': null });
    await serverWhen(scene, id, 'SHUTOFF');
    return async () => {
      await action(scene, id, { 'os-start': null });
      await serverWhen(scene, id, 'ACTIVE');
    };
  }),
  server('`openstack server set --state error`', ['server-error'], async (scene, id) => {
    await scene.raw.damage('error', id);
    return () => action(scene, id, { 'os-resetState': { state: 'active' } }, scene.admin);
  }),
  server('`openstack server pause`', ['server-not-active'], async (scene, id) => {
    await action(scene, id, { pause: null });
    await serverWhen(scene, id, 'PAUSED');
    return async () => {
      await action(scene, id, { unpause: null });
      await serverWhen(scene, id, 'ACTIVE');
    };
  }),
  server('`openstack server delete`', ['server-missing'], async (scene, id) => {
    await scene.raw.damage('delete', id);
    await scene.raw.wait(async () => {
      const { status } = await scene.raw.call('compute', 'GET', `/servers/${id}`);
      return status === 404 ? true : null;
    }, 'the server to be gone');
    return () => replaceMemberOf(scene, scene.web, id);
  }),
  server('`openstack server resize`, confirmed', ['server-resized'], async (scene, id) => {
    await resize(scene, id, 'm1.tiny');
    return () => resize(scene, id, 'm1.nano');
  }),
  server(
    '`openstack server resize`, not confirmed',
    ['server-not-active', 'server-resized'],
    async (scene, id) => {
      await action(scene, id, { resize: { flavorRef: await flavorId(scene, 'm1.tiny') } });
      await serverWhen(scene, id, 'VERIFY_RESIZE');
      return async () => {
        await action(scene, id, { confirmResize: null });
        await serverWhen(scene, id, 'ACTIVE');
        await resize(scene, id, 'm1.nano');
      };
    },
  ),
  server('`openstack server rebuild --image`', ['server-rebuilt'], async (scene, id) => {
    await rebuild(scene, id, 'ubuntu-22.04');
    return () => rebuild(scene, id, 'ubuntu-20.04');
  }),
  server('`openstack server rebuild --no-key-name`', ['server-key-changed'], async (scene, id) => {
    await rebuild(scene, id, 'ubuntu-20.04', { key_name: null });
    return () => rebuild(scene, id, 'ubuntu-20.04', { key_name: scene.key });
  }),
  {
    ...server('`openstack server set --name`', ['server-renamed'], async (scene, id) => {
      const { json } = await scene.raw.call('compute', 'GET', `/servers/${id}`);
      await nova(scene, 'PUT', `/servers/${id}`, { server: { name: 'pet' } });
      return () => nova(scene, 'PUT', `/servers/${id}`, { server: { name: text(json, 'server', 'name') } });
    }),
    left: true,
  },
  server('`openstack server set --property role=db`', ['server-metadata-edited'], async (scene, id) => {
    await nova(scene, 'POST', `/servers/${id}/metadata`, { metadata: { role: 'db' } });
    return () => nova(scene, 'POST', `/servers/${id}/metadata`, { metadata: { role: 'web' } });
  }),
  server('`openstack server set --property owner=me`', ['server-metadata-added'], async (scene, id) => {
    await nova(scene, 'POST', `/servers/${id}/metadata`, { metadata: { owner: 'me' } });
    return () => nova(scene, 'DELETE', `/servers/${id}/metadata/owner`);
  }),
  server(
    '`openstack server unset --property metering.server_group`',
    ['server-metering-lost'],
    async (scene, id) => {
      const { json } = await scene.raw.call('compute', 'GET', `/servers/${id}`);
      const value = text(json, 'server', 'metadata', 'metering.server_group');
      await nova(scene, 'DELETE', `/servers/${id}/metadata/metering.server_group`);
      return () =>
        nova(scene, 'POST', `/servers/${id}/metadata`, { metadata: { 'metering.server_group': value } });
    },
  ),
  server('`openstack server set --tag`', ['server-tags-edited'], async (scene, id) => {
    await nova(scene, 'PUT', `/servers/${id}/tags`, { tags: ['blue', 'red'] });
    return () => nova(scene, 'PUT', `/servers/${id}/tags`, { tags: ['blue'] });
  }),
  server('`openstack server lock`', ['server-locked'], async (scene, id) => {
    await action(scene, id, { lock: null });
    return () => action(scene, id, { unlock: null });
  }),
  server('`openstack server add security group`', ['server-security-groups-edited'], async (scene, id) => {
    await action(scene, id, { addSecurityGroup: { name: 'default' } });
    return () => action(scene, id, { removeSecurityGroup: { name: 'default' } });
  }),
  server('`openstack server add network`', ['server-networks-changed'], async (scene, id) => {
    const networks = await must(scene.raw, 'network', 'GET', '/networks?name=private-network');
    const net_id = text(networks, 'networks', 0, 'id');
    const made = await nova(scene, 'POST', `/servers/${id}/os-interface`, {
      interfaceAttachment: { net_id },
    });
    const port = text(made, 'interfaceAttachment', 'port_id');
    return async () => {
      await nova(scene, 'DELETE', `/servers/${id}/os-interface/${port}`);
      await scene.raw.wait(async () => {
        const { json } = await scene.raw.call('network', 'GET', `/ports?device_id=${id}`);
        return list(json, 'ports').length === 1 ? true : null;
      }, 'the port to be gone');
    };
  }),
  server('`openstack port set --disable`', ['port-disabled'], async (scene, id) => {
    const ports = await must(scene.raw, 'network', 'GET', `/ports?device_id=${id}`);
    const path = `/ports/${text(ports, 'ports', 0, 'id')}`;
    await must(scene.raw, 'network', 'PUT', path, { port: { admin_state_up: false } });
    return () => must(scene.raw, 'network', 'PUT', path, { port: { admin_state_up: true } });
  }),
  {
    deed: '`openstack server create --property metering.server_group=…`',
    kinds: ['server-orphan'],
    change: async (scene) => {
      const stack = (await pathOf(scene.raw, scene.web)).split('/').at(-1);
      const networks = await must(scene.raw, 'network', 'GET', '/networks?name=private-network');
      const made = await nova(scene, 'POST', '/servers', {
        server: {
          name: `${scene.raw.prefix}stray`,
          flavorRef: await flavorId(scene, 'm1.nano'),
          imageRef: await imageId(scene, 'ubuntu-20.04'),
          networks: [{ uuid: text(networks, 'networks', 0, 'id') }],
          metadata: { 'metering.server_group': stack },
        },
      });
      const id = text(made, 'server', 'id');
      await serverWhen(scene, id, 'ACTIVE');
      return async () => {
        await nova(scene, 'DELETE', `/servers/${id}`);
        await scene.raw.wait(async () => {
          const { status } = await scene.raw.call('compute', 'GET', `/servers/${id}`);
          return status === 404 ? true : null;
        }, 'the stray to be gone');
      };
    },
  },
];

async function resize(scene: Scene, id: string, flavor: string): Promise<void> {
  await action(scene, id, { resize: { flavorRef: await flavorId(scene, flavor) } });
  await serverWhen(scene, id, 'VERIFY_RESIZE');
  await action(scene, id, { confirmResize: null });
  await serverWhen(scene, id, 'ACTIVE');
}

async function rebuild(scene: Scene, id: string, image: string, more: object = {}): Promise<void> {
  await action(scene, id, { rebuild: { imageRef: await imageId(scene, image), ...more } });
  await serverWhen(scene, id, 'ACTIVE');
}

async function flavorId({ raw }: Scene, name: string): Promise<string> {
  const flavors = await must(raw, 'compute', 'GET', '/flavors');
  return text(
    list(flavors, 'flavors').find((one) => text(one, 'name') === name),
    'id',
  );
}

async function imageId({ raw }: Scene, name: string): Promise<string> {
  return text(await must(raw, 'image', 'GET', `/images?name=${name}`), 'images', 0, 'id');
}

const NETWORK: readonly Row[] = [
  {
    deed: '`openstack port set --allowed-address` on a port of Nova’s',
    kinds: ['port-edited'],
    change: async (scene) => {
      const id = await idOf(scene, scene.web, SERVER);
      const ports = await must(scene.raw, 'network', 'GET', `/ports?device_id=${id}`);
      const path = `/ports/${text(ports, 'ports', 0, 'id')}`;
      await must(scene.raw, 'network', 'PUT', path, {
        port: { allowed_address_pairs: [{ ip_address: '10.20.99.98' }] },
      });
      return () => must(scene.raw, 'network', 'PUT', path, { port: { allowed_address_pairs: [] } });
    },
  },
  {
    deed: '`openstack port set --no-security-group` on a port of the stack’s',
    kinds: ['port-edited'],
    change: async (scene) => {
      const path = `/ports/${await idOf(scene, scene.edge, 'OS::Neutron::Port')}`;
      const before = await must(scene.raw, 'network', 'GET', path);
      await must(scene.raw, 'network', 'PUT', path, { port: { security_groups: [] } });
      return () =>
        must(scene.raw, 'network', 'PUT', path, {
          port: { security_groups: list(before, 'port', 'security_groups') },
        });
    },
  },
  {
    deed: '`openstack port set --no-allowed-address` on a port of the stack’s',
    kinds: ['port-edited'],
    change: async (scene) => {
      const path = `/ports/${await idOf(scene, scene.edge, 'OS::Neutron::Port')}`;
      await must(scene.raw, 'network', 'PUT', path, { port: { allowed_address_pairs: [] } });
      return () =>
        must(scene.raw, 'network', 'PUT', path, {
          port: { allowed_address_pairs: [{ ip_address: '10.20.99.99' }] },
        });
    },
  },
  {
    deed: '`openstack security group rule create`',
    kinds: ['security-rule-added'],
    change: async (scene) => {
      const security_group_id = await idOf(scene, scene.web, 'OS::Neutron::SecurityGroup');
      const made = await must(scene.raw, 'network', 'POST', '/security-group-rules', {
        security_group_rule: {
          security_group_id,
          direction: 'ingress',
          ethertype: 'IPv4',
          protocol: 'tcp',
          port_range_min: 8080,
          port_range_max: 8080,
        },
      });
      const id = text(made, 'security_group_rule', 'id');
      return () => must(scene.raw, 'network', 'DELETE', `/security-group-rules/${id}`);
    },
  },
  {
    deed: 'another stack with an `OS::Neutron::SecurityGroupRule`',
    kinds: ['security-rule-added'],
    left: true,
    change: async (scene) => {
      const security_group = await idOf(scene, scene.web, 'OS::Neutron::SecurityGroup');
      const properties = { security_group, protocol: 'tcp', port_range_min: 9090, port_range_max: 9090 };
      const path = await guestStack(scene, `${scene.web}-guest`, {
        opening: { type: 'OS::Neutron::SecurityGroupRule', properties },
      });
      return () => must(scene.raw, 'orchestration', 'DELETE', path);
    },
  },
  {
    deed: '`openstack security group rule delete`',
    kinds: ['security-rule-removed'],
    change: async (scene) => {
      const security_group_id = await idOf(scene, scene.web, 'OS::Neutron::SecurityGroup');
      const rules = await must(
        scene.raw,
        'network',
        'GET',
        `/security-group-rules?security_group_id=${security_group_id}`,
      );
      const rule = list(rules, 'security_group_rules').find((one) => pick(one, 'port_range_min') === 80);
      await must(scene.raw, 'network', 'DELETE', `/security-group-rules/${text(rule, 'id')}`);
      return () =>
        must(scene.raw, 'network', 'POST', '/security-group-rules', {
          security_group_rule: {
            security_group_id,
            direction: 'ingress',
            ethertype: 'IPv4',
            protocol: 'tcp',
            port_range_min: 80,
            port_range_max: 80,
          },
        });
    },
  },
  {
    deed: '`openstack floating ip unset --port`',
    kinds: ['floating-ip-moved'],
    change: async (scene) => {
      const path = `/floatingips/${await idOf(scene, scene.edge, 'OS::Neutron::FloatingIP')}`;
      const before = await must(scene.raw, 'network', 'GET', path);
      await must(scene.raw, 'network', 'PUT', path, { floatingip: { port_id: null } });
      return () =>
        must(scene.raw, 'network', 'PUT', path, {
          floatingip: { port_id: text(before, 'floatingip', 'port_id') },
        });
    },
  },
  {
    deed: '`openstack floating ip delete`',
    kinds: ['floating-ip-missing'],
    change: async (scene) => {
      const id = await idOf(scene, scene.edge, 'OS::Neutron::FloatingIP');
      await must(scene.raw, 'network', 'DELETE', `/floatingips/${id}`);
      return () => replaceMemberOf(scene, scene.edge, id);
    },
  },
];

const POOL = 'OS::Octavia::Pool';
const POOL_MEMBER = 'OS::Octavia::PoolMember';

/** A setting of a part of the balancer, and back. */
function balancer(
  deed: string,
  kinds: readonly string[],
  type: string,
  part: { readonly collection: string; readonly key: string },
  [there, back]: readonly [object, object],
): Row {
  return {
    deed,
    kinds,
    change: async (scene) => {
      const path = `/${part.collection}/${await idOf(scene, scene.web, type)}`;
      await octavia(scene, 'PUT', path, { [part.key]: there });
      return () => octavia(scene, 'PUT', path, { [part.key]: back });
    },
  };
}

const LISTENER = { collection: 'listeners', key: 'listener' } as const;
const POOLS = { collection: 'pools', key: 'pool' } as const;
const MONITOR = { collection: 'healthmonitors', key: 'healthmonitor' } as const;
const DOWN = [{ admin_state_up: false }, { admin_state_up: true }] as const;

function member(deed: string, kinds: readonly string[], [there, back]: readonly [object, object]): Row {
  return {
    deed,
    kinds,
    change: async (scene) => {
      const pool = await idOf(scene, scene.web, POOL);
      const path = `/pools/${pool}/members/${await idOf(scene, scene.web, POOL_MEMBER)}`;
      await octavia(scene, 'PUT', path, { member: there });
      return () => octavia(scene, 'PUT', path, { member: back });
    },
  };
}

const BALANCERS: readonly Row[] = [
  {
    deed: '`openstack loadbalancer member delete`',
    kinds: ['pool-member-missing'],
    change: async (scene) => {
      const pool = await idOf(scene, scene.web, POOL);
      const id = await idOf(scene, scene.web, POOL_MEMBER);
      await octavia(scene, 'DELETE', `/pools/${pool}/members/${id}`);
      return () => replaceMemberOf(scene, scene.web, id);
    },
  },
  {
    deed: '`openstack loadbalancer member create`',
    kinds: ['pool-member-added'],
    change: async (scene) => {
      const pool = await idOf(scene, scene.web, POOL);
      const made = await octavia(scene, 'POST', `/pools/${pool}/members`, {
        member: { address: '10.20.77.7', protocol_port: 80 },
      });
      const id = text(made, 'member', 'id');
      return () => octavia(scene, 'DELETE', `/pools/${pool}/members/${id}`);
    },
  },
  member(
    '`openstack loadbalancer member set --weight`',
    ['pool-member-edited'],
    [{ weight: 5 }, { weight: 1 }],
  ),
  member(
    '`openstack loadbalancer member set --backup`',
    ['pool-member-edited'],
    [{ backup: true }, { backup: false }],
  ),
  member('`openstack loadbalancer member set --disable`', ['pool-member-disabled'], DOWN),
  balancer(
    '`openstack loadbalancer healthmonitor set --delay`',
    ['monitor-edited'],
    'OS::Octavia::HealthMonitor',
    MONITOR,
    [{ delay: 30 }, { delay: 5 }],
  ),
  balancer(
    '`openstack loadbalancer healthmonitor set --url-path`',
    ['monitor-edited'],
    'OS::Octavia::HealthMonitor',
    MONITOR,
    [{ url_path: '/up' }, { url_path: '/healthz' }],
  ),
  balancer(
    '`openstack loadbalancer healthmonitor set --disable`',
    ['monitor-disabled'],
    'OS::Octavia::HealthMonitor',
    MONITOR,
    DOWN,
  ),
  {
    deed: '`openstack loadbalancer healthmonitor delete`',
    kinds: ['monitor-missing'],
    change: async (scene) => {
      const id = await idOf(scene, scene.web, 'OS::Octavia::HealthMonitor');
      await octavia(scene, 'DELETE', `/healthmonitors/${id}`);
      return () => remake(scene, scene.web, 'OS::Octavia::HealthMonitor');
    },
  },
  balancer('`openstack loadbalancer pool set --lb-algorithm`', ['pool-edited'], POOL, POOLS, [
    { lb_algorithm: 'LEAST_CONNECTIONS' },
    { lb_algorithm: 'ROUND_ROBIN' },
  ]),
  balancer('`openstack loadbalancer pool set --disable`', ['pool-disabled'], POOL, POOLS, DOWN),
  balancer(
    '`openstack loadbalancer listener set --connection-limit`',
    ['listener-edited'],
    'OS::Octavia::Listener',
    LISTENER,
    [{ connection_limit: 10 }, { connection_limit: -1 }],
  ),
  balancer(
    '`openstack loadbalancer listener set --disable`',
    ['listener-disabled'],
    'OS::Octavia::Listener',
    LISTENER,
    DOWN,
  ),
  {
    deed: '`openstack loadbalancer listener create`',
    kinds: ['listener-added'],
    change: async (scene) => {
      const loadbalancer_id = await idOf(scene, scene.web, 'OS::Octavia::LoadBalancer');
      const made = await octavia(scene, 'POST', '/listeners', {
        listener: { loadbalancer_id, protocol: 'TCP', protocol_port: 2222, name: 'back-door' },
      });
      const id = text(made, 'listener', 'id');
      return () => octavia(scene, 'DELETE', `/listeners/${id}`);
    },
  },
  {
    deed: '`openstack loadbalancer pool create`',
    kinds: ['pool-added'],
    change: async (scene) => {
      const loadbalancer_id = await idOf(scene, scene.web, 'OS::Octavia::LoadBalancer');
      const made = await octavia(scene, 'POST', '/pools', {
        pool: { loadbalancer_id, protocol: 'TCP', lb_algorithm: 'ROUND_ROBIN', name: 'side' },
      });
      const id = text(made, 'pool', 'id');
      return () => octavia(scene, 'DELETE', `/pools/${id}`);
    },
  },
  balancer(
    '`openstack loadbalancer set --disable`',
    ['balancer-disabled'],
    'OS::Octavia::LoadBalancer',
    { collection: 'loadbalancers', key: 'loadbalancer' },
    DOWN,
  ),
];

/** The whole alarm goes back with some keys changed, as a client does it. */
function alarm(
  deed: string,
  kinds: readonly string[],
  edit: (alarm: Readonly<Record<string, unknown>>) => object,
  takeBack: 'edit' | 'remake' = 'edit',
): Row {
  return {
    deed,
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

const ALARMS: readonly Row[] = [
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
    kinds: ['alarm-missing'],
    change: async (scene) => {
      const id = await idOf(scene, scene.web, ALARM);
      await must(scene.raw, 'alarming', 'DELETE', `/alarms/${id}`);
      return () => remake(scene, scene.web, ALARM, id);
    },
  },
  {
    deed: 'measures stop: the alarm knows nothing for an hour',
    kinds: ['alarm-blind'],
    minutesLater: 24 * 60,
    change: async () => async () => {},
  },
];

const STACKS: readonly Row[] = [
  {
    deed: '`openstack stack update` with an edited template',
    kinds: ['template-edited'],
    change: async (scene) => {
      const path = await pathOf(scene.raw, scene.web);
      const template = await must(scene.raw, 'orchestration', 'GET', `${path}/template`);
      const edited = JSON.parse(JSON.stringify(template).replace(/"max_size": ?\d+/, '"max_size":9'));
      await patch(scene, path, { template: edited });
      return () => patch(scene, path, { template });
    },
  },
  {
    deed: '`openstack stack update --existing --tags`',
    kinds: ['tags-edited'],
    change: async (scene) => {
      const path = await pathOf(scene.raw, scene.web);
      const tags = list(await must(scene.raw, 'orchestration', 'GET', path), 'stack', 'tags').join(',');
      await patch(scene, path, { tags: `${tags},by-hand` });
      return () => patch(scene, path, { tags });
    },
  },
  {
    deed: '`openstack stack update --existing --parameter`',
    kinds: ['parameter-edited'],
    change: async (scene) => {
      const path = await pathOf(scene.raw, scene.tier);
      await patch(scene, path, { parameters: { most: 7 } });
      return () => patch(scene, path, { parameters: { most: 3 } });
    },
  },
  {
    deed: '`openstack stack update --existing --environment`',
    kinds: ['environment-edited'],
    change: async (scene) => {
      const path = await pathOf(scene.raw, scene.tier);
      await patch(scene, path, {
        environment: { resource_registry: { 'OS::Heat::Never': 'OS::Heat::None' } },
      });
      const template = await must(scene.raw, 'orchestration', 'GET', `${path}/template`);
      const files = await must(scene.raw, 'orchestration', 'GET', `${path}/files`);
      const tags = list(await must(scene.raw, 'orchestration', 'GET', path), 'stack', 'tags').join(',');
      // only a whole update forgets an entry of the registry
      return async () => {
        await must(scene.raw, 'orchestration', 'PUT', path, {
          template,
          files,
          tags,
          environment: { parameters: { most: 3 }, parameter_defaults: { flavor: 'm1.nano' } },
        });
        await scene.raw.elapse(3);
        await scene.raw.wait(async () => {
          const { json } = await scene.raw.call('orchestration', 'GET', path);
          return text(json, 'stack', 'stack_status') === 'UPDATE_COMPLETE' ? true : null;
        }, 'the update');
      };
    },
  },
  {
    deed: '`openstack stack update` with an edited nested file',
    kinds: ['file-edited'],
    change: async (scene) => {
      const path = await pathOf(scene.raw, scene.tier);
      const template = await must(scene.raw, 'orchestration', 'GET', `${path}/template`);
      const files = await must(scene.raw, 'orchestration', 'GET', `${path}/files`);
      const edited = Object.fromEntries(
        Object.entries(Object(files)).map(([name, body]) => [
          name,
          String(body).replace(/role(\W+)tier/, 'role$1edited'),
        ]),
      );
      await patch(scene, path, { template, files: edited });
      return () => patch(scene, path, { template, files });
    },
  },
  {
    deed: '`openstack stack update` of the group’s nested stack: a member less',
    kinds: ['size-out-of-bounds'],
    change: async (scene) => {
      const path = await nestedPath(scene, scene.web);
      const template = await must(scene.raw, 'orchestration', 'GET', `${path}/template`);
      const [first = '', ...others] = Object.keys(Object(pick(template, 'resources')));
      const resources = Object.fromEntries(others.map((name) => [name, pick(template, 'resources', name)]));
      await patch(scene, path, { template: { ...Object(template), resources, outputs: {} } });
      return async () => {
        if (first === '') throw new Error('the nested stack has no members');
        await patch(scene, path, { template });
      };
    },
  },
  {
    deed: '`openstack stack update` of the group’s nested stack: a member more',
    kinds: ['size-unexplained'],
    only: 'sandbox',
    change: async (scene) => {
      // what was done before is long past
      await scene.raw.elapse(1200);
      const path = await nestedPath(scene, scene.web);
      const template = await must(scene.raw, 'orchestration', 'GET', `${path}/template`);
      const resources = Object(pick(template, 'resources'));
      const [, first] = Object.entries(resources)[0] ?? [];
      await patch(scene, path, {
        template: { ...Object(template), resources: { ...resources, byhand: first } },
      });
      return () => patch(scene, path, { template });
    },
  },
  {
    deed: '`openstack stack check` while a server is stopped',
    kinds: ['group-cannot-scale', 'member-failed'],
    change: async (scene) => {
      const path = await pathOf(scene.raw, scene.tier);
      const id = await idOf(scene, scene.tier, SERVER);
      const check = async (ending: string) => {
        await must(scene.raw, 'orchestration', 'POST', `${path}/actions`, { check: null });
        await scene.raw.elapse(2);
        await scene.raw.wait(async () => {
          const { json } = await scene.raw.call('orchestration', 'GET', path);
          return text(json, 'stack', 'stack_status') === ending ? true : null;
        }, ending);
      };
      await action(scene, id, { 'os-stop': null });
      await serverWhen(scene, id, 'SHUTOFF');
      await check('CHECK_FAILED');
      await action(scene, id, { 'os-start': null });
      await serverWhen(scene, id, 'ACTIVE');
      return () => check('CHECK_COMPLETE');
    },
  },
  {
    deed: 'a spec is removed without a tombstone',
    kinds: ['stack-without-spec'],
    change: async (scene) => {
      const name = `${scene.raw.prefix}forgotten`;
      const made = await must(scene.raw, 'orchestration', 'POST', '/stacks', {
        stack_name: name,
        template: {
          heat_template_version: '2018-08-31',
          resources: { x: { type: 'OS::Heat::RandomString' } },
        },
        tags: `thermostat,thermostat:file=scaling/gone.yaml,thermostat:repo=${REPOSITORY}`,
      });
      const path = `/stacks/${name}/${text(made, 'stack', 'id')}`;
      await scene.raw.wait(async () => {
        const { json } = await scene.raw.call('orchestration', 'GET', path);
        return text(json, 'stack', 'stack_status') === 'CREATE_COMPLETE' ? true : null;
      }, 'the forgotten stack');
      return async () => {
        await must(scene.raw, 'orchestration', 'DELETE', path);
        await scene.raw.wait(async () => {
          const { json } = await scene.raw.call('orchestration', 'GET', `/stacks?name=${name}`);
          return list(json, 'stacks').length === 0 ? true : null;
        }, 'the forgotten stack to be gone');
      };
    },
  },
];

export const ROWS: readonly Row[] = [...SERVERS, ...NETWORK, ...BALANCERS, ...ALARMS, ...STACKS];
