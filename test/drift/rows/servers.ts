/** What is done to servers by hand. */
import { list, text } from '../../contract/json.ts';
import type { Row } from '../row.ts';
import { idOf, must, nova, pathOf, replaceMemberOf, type Scene, SERVER, serverWhen } from '../scene.ts';

/** On the first server of the stack behind the balancer. */
function server(
  deed: string,
  kinds: readonly string[],
  change: (scene: Scene, id: string) => Promise<() => Promise<unknown>>,
): Row {
  return {
    deed,
    on: 'web',
    kinds,
    change: async (scene) => change(scene, await idOf(scene, scene.web, SERVER)),
  };
}

export const SERVERS: readonly Row[] = [
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
    await nova(scene, 'DELETE', `/servers/${id}`);
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
    on: 'web',
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

function action(scene: Scene, id: string, body: object, as = scene.raw as typeof scene.admin) {
  return nova(scene, 'POST', `/servers/${id}/action`, body, as);
}

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
