/** What is done to stacks by hand. */
import { list, pick, text } from '../../contract/json.ts';
import type { Row } from '../row.ts';
import { idOf, must, nestedPath, nova, patch, pathOf, REPOSITORY, SERVER, serverWhen } from '../scene.ts';

export const STACKS: readonly Row[] = [
  {
    deed: '`openstack stack update` with an edited template',
    on: 'web',
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
    on: 'web',
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
    on: 'tier',
    kinds: ['parameter-edited'],
    change: async (scene) => {
      const path = await pathOf(scene.raw, scene.tier);
      await patch(scene, path, { parameters: { most: 7 } });
      return () => patch(scene, path, { parameters: { most: 3 } });
    },
  },
  {
    deed: '`openstack stack update --existing --environment`',
    on: 'tier',
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
    on: 'tier',
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
    on: 'web',
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
    on: 'web',
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
    on: 'tier',
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
      await nova(scene, 'POST', `/servers/${id}/action`, { 'os-stop': null });
      await serverWhen(scene, id, 'SHUTOFF');
      await check('CHECK_FAILED');
      await nova(scene, 'POST', `/servers/${id}/action`, { 'os-start': null });
      await serverWhen(scene, id, 'ACTIVE');
      return () => check('CHECK_COMPLETE');
    },
  },
  {
    deed: 'a spec is removed without a tombstone',
    on: 'project',
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
