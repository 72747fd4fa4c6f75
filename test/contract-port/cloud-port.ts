/** What every cloud behind the port must do, in the port's words: run against the sandbox and a real OpenStack. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import type { HeatState, PresentStack, StackEvent, StackPulse, StackRef } from '../../src/model/observed.ts';
import type { CloudReader, CloudWriter, StackRequest } from '../../src/ports/cloud.ts';
import { settle } from './settle.ts';

export interface CloudUnderTest {
  readonly reader: CloudReader;
  readonly writer: CloudWriter;
  /** Before every stack's name, so that tests that share a cloud do not meet. */
  readonly prefix: string;
  /** Names of things that the cloud has. */
  readonly things: { readonly image: string; readonly flavor: string; readonly network: string };
  /** Lets about two seconds of the cloud's time pass. */
  wait(): Promise<void>;
  close(): Promise<void>;
}

const LONG = 300_000;

export function defineCloudPortContract(name: string, open: () => Promise<CloudUnderTest>): void {
  describe(`the cloud port on ${name}`, { timeout: LONG }, () => {
    let cloud: CloudUnderTest;
    let stack: StackRef;
    let created: StackPulse | null = null;

    beforeAll(async () => {
      cloud = await open();
      await removeLeftovers(cloud);
      stack = await cloud.writer.create(request(cloud, { min: 2, max: 4 }));
      created = await settle(cloud, stack);
    }, LONG);

    afterAll(async () => {
      await cloud.writer.delete(stack);
      await cloud.close();
    }, LONG);

    const observed = async (): Promise<PresentStack> => {
      const [found] = await cloud.reader.observe([stack.name]);
      if (found?.presence !== 'present') throw new Error(`the stack "${stack.name}" is ${found?.presence}`);
      return found;
    };

    it('names itself for people', () => {
      expect(cloud.reader.label).toMatch(/^cloud ".+", project ".+"/);
    });

    it('knows names that nobody has as absent, in the order asked, each once', async () => {
      const [one, two] = [`${cloud.prefix}nobody-1`, `${cloud.prefix}nobody-2`];
      const found = await cloud.reader.observe([two, stack.name, one, two]);
      expect(found.map(({ name, presence }) => [name, presence])).toEqual([
        [two, 'absent'],
        [stack.name, 'present'],
        [one, 'absent'],
      ]);
      expect(await cloud.reader.observe([])).toEqual([]);
    });

    it('creates a stack that is at rest when its groups are', () => {
      expect(created?.state).toMatchObject({ action: 'CREATE', status: 'COMPLETE' });
      expect(created?.groups.map(({ address, memberCount }) => [address, memberCount])).toEqual([
        ['files', 1],
        ['web', 2],
      ]);
    });

    it('gives back what it was told', async () => {
      const sent = request(cloud, { min: 2, max: 4 });
      const found = await observed();
      expect(found).toMatchObject({ ...stack, tags: sent.tags, files: sent.files, timeoutMinutes: 20 });
      expect(found.template).toEqual(sent.template);
      expect(Object.keys(found.template['resources'] as JsonObject)).toEqual(['web', 'files', 'up']);
      expect(found.environment.parameters).toEqual({ role: 'front', pin: '******' });
      expect(found.parameters).toMatchObject({ role: 'front', cooldown: '60', pin: '******' });
      expect(Date.parse(found.createdAt)).not.toBeNaN();
    });

    it('sees the same of a stack at work without what it was made of', async () => {
      const { template, files, environment, parameters, timeoutMinutes, owner, ...live } = await observed();
      expect(await cloud.reader.observeLive([stack.name])).toEqual([live]);
      expect(await cloud.reader.template(stack)).toEqual(template);
    });

    it('finds the servers of members that are servers', async () => {
      const { groups } = await observed();
      const web = groups.find(({ address }) => address === 'web');
      expect(web).toMatchObject({ type: 'OS::Heat::AutoScalingGroup', nested: { id: expect.any(String) } });
      expect(web?.members).toHaveLength(2);
      for (const member of web?.members ?? []) {
        expect(member.servers).toEqual([
          expect.objectContaining({
            id: member.physicalId,
            status: 'ACTIVE',
            flavor: cloud.things.flavor,
            metadata: { role: 'front' },
          }),
        ]);
        expect(member.servers[0]?.addresses.length).toBeGreaterThan(0);
      }
    });

    it('finds the servers inside members that are templates', async () => {
      const { groups, resources } = await observed();
      const [member, ...others] = groups.find(({ address }) => address === 'files')?.members ?? [];
      expect(others).toEqual([]);
      expect(member?.servers.map(({ status }) => status)).toEqual(['ACTIVE']);
      const server = resources.find(({ address }) => address === `files/${member?.name}/server`);
      expect(server?.physicalId).toBe(member?.servers[0]?.id);
    });

    it('orders members as Heat removes them: oldest first, equal ones by name', async () => {
      const { groups } = await observed();
      for (const { members } of groups) {
        const keys = members.map(({ createdAt, name }) => `${createdAt} ${name}`);
        expect(keys).toEqual([...keys].sort());
      }
    });

    it('lists the stack once, and none of its nested ones', async () => {
      const mine = (await cloud.reader.listStacks()).filter((found) => found.name.startsWith(stack.name));
      expect(mine).toEqual([
        expect.objectContaining({ ...stack, tags: request(cloud, { min: 2, max: 4 }).tags }),
      ]);
    });

    it('tells what each member was really given', async () => {
      const web = (await observed()).groups.find(({ address }) => address === 'web');
      if (!web?.nested) throw new Error('the group has no nested stack');
      const definitions = await cloud.reader.memberDefinitions(web.nested);
      expect(Object.keys(definitions).sort()).toEqual(web.members.map(({ name }) => name).sort());
      for (const definition of Object.values(definitions)) {
        expect(definition).toMatchObject({
          type: 'OS::Nova::Server',
          properties: { flavor: cloud.things.flavor },
        });
      }
    });

    it('offers a catalogue, sorted by name', async () => {
      const catalogue = await cloud.reader.catalogue(['image', 'flavor', 'network']);
      const { image, flavor, network } = cloud.things;
      expect(names(catalogue.image)).toContain(image);
      expect(names(catalogue.network)).toContain(network);
      expect(catalogue.flavor.find(({ name }) => name === flavor)).toMatchObject({
        vcpus: expect.any(Number),
        ramMiB: expect.any(Number),
      });
      for (const things of Object.values(catalogue)) expect(names(things)).toEqual([...names(things)].sort());
    });

    it('tells events oldest first, none twice, and only new ones after one that is known', async () => {
      const events = await cloud.reader.events(stack, null);
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      const times = events.map(({ at }) => at);
      expect(times).toEqual([...times].sort());
      expect(events[0]).toMatchObject({ address: '', status: 'CREATE_IN_PROGRESS' });
      expect(ends(events)).toContain('web CREATE_COMPLETE');
      const middle = Math.floor(events.length / 2);
      const rest = await cloud.reader.events(stack, events[middle]?.id ?? null);
      expect(rest.map(({ id }) => id)).toEqual(events.slice(middle + 1).map(({ id }) => id));
      expect(await cloud.reader.events(stack, events.at(-1)?.id ?? null)).toEqual([]);
    });

    it('refuses a second stack of the same name', async () => {
      const again = cloud.writer.create(request(cloud, { min: 1, max: 1 }));
      await expect(again).rejects.toMatchObject({ name: 'CloudError', code: 'conflict' });
    });

    it('says what the cloud says of a template it does not take', async () => {
      const template = { heat_template_version: '2021-04-16', resources: { a: { type: 'OS::No::Such' } } };
      const environment = { parameters: {}, parameter_defaults: {}, resource_registry: {} };
      const bad = {
        ...request(cloud, { min: 1, max: 1 }),
        name: `${cloud.prefix}bad`,
        template,
        environment,
      };
      await expect(cloud.writer.create(bad)).rejects.toMatchObject({
        code: 'invalid',
        message: expect.stringContaining('OS::No::Such'),
      });
    });

    it('updates in place, shows who is at work, and keeps the servers that may stay', async () => {
      const before = await observed();
      const known = (await cloud.reader.events(stack, null)).at(-1)?.id ?? null;
      await cloud.writer.update(stack, {
        ...request(cloud, { min: 3, max: 5 }),
        tags: ['changed=yes'],
        timeoutMinutes: 30,
      });
      const pulse = await cloud.reader.pulse(stack);
      expect(pulse?.state).toMatchObject({ action: 'UPDATE', status: 'IN_PROGRESS' });

      const rest = await settle(cloud, stack);
      expect(rest?.state).toMatchObject({ action: 'UPDATE', status: 'COMPLETE' });
      expect(rest?.updatedAt).not.toBe(before.updatedAt);
      const web = rest?.groups.find(({ address }) => address === 'web');
      expect(web).toMatchObject({ memberCount: 3, nestedState: { action: 'UPDATE', status: 'COMPLETE' } });
      expect(web?.activity.scalingInProgress).toBe(false);
      expect(Date.parse(web?.activity.cooldownUntil ?? '')).not.toBeNaN();

      const after = await observed();
      expect(after).toMatchObject({ id: before.id, tags: ['changed=yes'], timeoutMinutes: 30 });
      expect(serverIds(after)).toEqual(expect.arrayContaining([...serverIds(before)]));
      expect(serverIds(after)).toHaveLength(serverIds(before).length + 1);

      const fresh = await cloud.reader.events(stack, known);
      expect(fresh.every(({ status }) => !status.startsWith('DELETE'))).toBe(true);
      expect(ends(fresh)).toContain('web UPDATE_COMPLETE');
      expect(ends(fresh)).not.toContain('web CREATE_COMPLETE');
    });

    it.each(['web', 'files'])(
      'replaces the marked member of the group %s by an update in place, and nobody else',
      async (address) => {
        const before = await observed();
        const group = before.groups.find((one) => one.address === address);
        const [first] = group?.members ?? [];
        if (!group?.nested || !first) throw new Error(`the group "${address}" has no member`);
        expect(group.holder).toEqual({ name: stack.name, id: stack.id });
        await cloud.writer.markUnhealthy(group.nested, first.physicalId, 'by the contract');
        expect(stateOf(await observed(), address, first.name)).toEqual({
          action: 'CHECK',
          status: 'FAILED',
          reason: 'by the contract',
        });
        await cloud.writer.updateInPlace(group.nested);
        await cloud.wait();
        const rest = await settle(cloud, stack);
        expect(rest?.groups.find((one) => one.address === address)?.nestedState?.status).toBe('COMPLETE');
        const after = await observed();
        expect(after).toMatchObject({ template: before.template, updatedAt: before.updatedAt });
        const ids = (of: PresentStack) =>
          of.groups.flatMap(({ members }) => members).map((one) => one.physicalId);
        expect(ids(after)).toHaveLength(ids(before).length);
        expect(ids(before).filter((id) => !ids(after).includes(id))).toEqual([first.physicalId]);
        const gone = cloud.writer.markUnhealthy(group.nested, first.physicalId, 'again');
        await expect(gone).rejects.toMatchObject({ code: 'not-found' });
      },
    );

    it('takes a mark back, and is quiet where there is none', async () => {
      const web = (await observed()).groups.find(({ address }) => address === 'web');
      const [first] = web?.members ?? [];
      if (!web?.nested || !first) throw new Error('the group has no member');
      await cloud.writer.markUnhealthy(web.nested, first.physicalId, 'by mistake');
      await cloud.writer.unmark(web.nested, first.physicalId, 'it is well');
      expect(stateOf(await observed(), 'web', first.name)).toMatchObject({
        action: 'CHECK',
        status: 'COMPLETE',
      });
      await cloud.writer.unmark(web.nested, first.physicalId, 'once more');
      await cloud.writer.unmark(web.nested, 'no-such-member', 'nobody');
    });

    it('reads the end of a console log; of a server that is gone there is none', async () => {
      const [id = ''] = serverIds(await observed());
      expect(await cloud.reader.consoleLog(id, 1)).toBe('LAST LINE');
      expect(await cloud.reader.consoleLog('00000000-0000-4000-8000-000000000000', 1)).toBeNull();
    });

    it('knows nothing of pool members that there are not', async () => {
      expect(await cloud.reader.poolMembers([])).toEqual([]);
      expect(await cloud.reader.poolMembers(['00000000-0000-4000-8000-000000000000'])).toEqual([]);
    });

    it('tells what the project may have and has; what no service keeps is unknown', async () => {
      const { of, serverGroupMembers } = await cloud.reader.quotas();
      for (const name of ['instances', 'cores', 'ramMiB', 'ports'] as const) {
        expect(of[name], name).toMatchObject({ kind: 'known', limit: expect.any(Number) });
        expect(of[name].kind === 'known' && of[name].used, name).toBeGreaterThanOrEqual(2);
      }
      expect(serverGroupMembers).toMatchObject({ kind: 'known', used: 0 });
      expect(of.poolMembers).toEqual({ kind: 'known', limit: null, used: null });
      expect(of.volumes).toEqual({ kind: 'unknown', why: 'the cloud has no block storage service' });
    });

    it('forgets parameters that an update leaves out', async () => {
      const whole = request(cloud, { min: 3, max: 5 });
      await cloud.writer.update(stack, {
        ...whole,
        environment: { ...whole.environment, parameters: { pin: '1234' } },
      });
      await settle(cloud, stack);
      const { environment, parameters } = await observed();
      expect(environment.parameters).toEqual({ pin: '******' });
      expect(parameters['role']).toBe('none');
    });

    it('deletes, and is quiet when there is nothing left to delete', async () => {
      await cloud.writer.delete(stack);
      expect(await settle(cloud, stack)).toBeNull();
      expect(await cloud.reader.observe([stack.name])).toEqual([{ presence: 'absent', name: stack.name }]);
      await cloud.writer.delete(stack);
      expect(await cloud.reader.pulse(stack)).toBeNull();
      const update = cloud.writer.update(stack, request(cloud, { min: 1, max: 1 }));
      await expect(update).rejects.toMatchObject({ code: 'not-found' });
    });

    it('gives a name again as soon as its stack is gone', async () => {
      const again = await cloud.writer.create({
        ...request(cloud, { min: 0, max: 1 }),
        template: { heat_template_version: '2021-04-16', resources: {} },
        environment: { parameters: {}, parameter_defaults: {}, resource_registry: {} },
      });
      expect(again.id).not.toBe(stack.id);
      await settle(cloud, again);
      await cloud.writer.delete(again);
      expect(await settle(cloud, again)).toBeNull();
    });
  });
}

/** Two groups, one of servers and one of a nested file. */
function request(cloud: CloudUnderTest, size: { min: number; max: number }): StackRequest {
  const { image, flavor, network } = cloud.things;
  const server = (role: JsonObject | string): JsonObject => ({
    type: 'OS::Nova::Server',
    properties: { image, flavor, networks: [{ network }], metadata: { role } },
  });
  const group = (min: number, max: number, resource: JsonObject): JsonObject => ({
    type: 'OS::Heat::AutoScalingGroup',
    properties: { min_size: min, max_size: max, cooldown: { get_param: 'cooldown' }, resource },
  });
  const member = {
    heat_template_version: '2021-04-16',
    parameters: { role: { type: 'string' } },
    resources: { server: server({ get_param: 'role' }) },
  };
  return {
    name: `${cloud.prefix}two-groups`,
    template: {
      heat_template_version: '2021-04-16',
      parameters: {
        role: { type: 'string', default: 'none' },
        cooldown: { type: 'number', default: 60 },
        pin: { type: 'string', hidden: true },
      },
      resources: {
        web: group(size.min, size.max, server('front')),
        files: group(1, 2, { type: 'member.yaml', properties: { role: { get_param: 'role' } } }),
        up: {
          type: 'OS::Heat::ScalingPolicy',
          properties: {
            adjustment_type: 'change_in_capacity',
            auto_scaling_group_id: { get_resource: 'web' },
            scaling_adjustment: 1,
          },
        },
      },
    },
    files: { 'member.yaml': `# a member\n${JSON.stringify(member, null, 2)}\n` },
    environment: {
      parameters: { role: 'front', pin: '0000' },
      parameter_defaults: {},
      resource_registry: {},
    },
    tags: ['team=shop', 'made-by=contract'],
    timeoutMinutes: 20,
  };
}

async function removeLeftovers(cloud: CloudUnderTest): Promise<void> {
  const stacks = await cloud.reader.listStacks();
  for (const left of stacks.filter(({ name }) => name.startsWith(cloud.prefix))) {
    await cloud.writer.delete(left);
    await settle(cloud, left);
  }
}

function serverIds({ groups }: PresentStack): readonly string[] {
  return groups.flatMap(({ members }) => members.flatMap(({ servers }) => servers.map(({ id }) => id)));
}

function stateOf(stack: PresentStack, address: string, name: string): HeatState | undefined {
  const group = stack.groups.find((one) => one.address === address);
  return group?.members.find((member) => member.name === name)?.state;
}

function names(things: readonly { readonly name: string }[]): readonly string[] {
  return things.map(({ name }) => name);
}

function ends(events: readonly StackEvent[]): readonly string[] {
  return events.map(({ address, status }) => `${address} ${status}`);
}
