/** What Thermostat relies on from HAProxy: the same suite for the stand-in and for the real one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHAProxy } from '../../src/adapters/haproxy/balancer.ts';
import type { BackendServer } from '../../src/model/balancer.ts';
import type { Balancer } from '../../src/ports/balancer.ts';
import { BalancerError } from '../../src/ports/errors.ts';

/**
 * Backends: `web` with the server `by-hand` and a frontend of the same name, `slots` with asg-slots-1 to -3 unused,
 * `fixed` with static-rr, `none` without servers.
 */
export interface HAProxyUnderTest {
  readonly api: string;
  readonly operatorApi: string;
  readonly unixApi: string;
  close(): Promise<void>;
}

export const HERE = { address: '127.0.9.1', port: 8080 };

export function defineBalancerContract(name: string, start: () => Promise<HAProxyUnderTest>): void {
  describe(name, () => {
    let under: HAProxyUnderTest;
    let balancer: Balancer;
    const find = async (backend: string, server: string): Promise<BackendServer | undefined> =>
      (await balancer.servers(backend)).find((one) => one.name === server);

    beforeAll(async () => {
      under = await start();
      balancer = openHAProxy(under.api);
    });
    afterAll(() => under?.close());

    it('shows a backend’s servers, though a frontend has its name', async () => {
      expect(await balancer.servers('web')).toEqual([
        {
          name: 'by-hand',
          endpoint: { address: '127.0.9.9', port: 8080 },
          state: 'maint',
          up: false,
          checked: false,
          sessions: 0,
        },
      ]);
    });

    it('shows unused slots, and a backend without servers', async () => {
      const slots = await balancer.servers('slots');
      expect(slots.map((one) => one.name)).toEqual(['asg-slots-1', 'asg-slots-2', 'asg-slots-3']);
      expect(slots[0]).toMatchObject({ endpoint: null, state: 'maint', up: false, checked: true });
      expect(await balancer.servers('none')).toEqual([]);
    });

    it('answers on a socket file too', async () => {
      expect(await openHAProxy(under.unixApi).servers('slots')).toHaveLength(3);
    });

    it('takes a server at run time, in maintenance until it is let in', async () => {
      await balancer.add('web', 'asg-web-127.0.9.1', HERE);
      expect(await find('web', 'asg-web-127.0.9.1')).toMatchObject({
        endpoint: HERE,
        state: 'maint',
        checked: true,
      });
      await balancer.setState('web', 'asg-web-127.0.9.1', 'drain');
      await balancer.holdBack('web', 'asg-web-127.0.9.1');
      await balancer.setState('web', 'asg-web-127.0.9.1', 'ready');
      expect(await find('web', 'asg-web-127.0.9.1')).toMatchObject({ state: 'ready', up: false });
    });

    it('refuses a name that is taken', async () => {
      await fails('name-taken', balancer.add('web', 'asg-web-127.0.9.1', HERE));
    });

    it('drains a server, and shows it even while the server is down', async () => {
      await balancer.setState('web', 'asg-web-127.0.9.1', 'drain');
      expect(await find('web', 'asg-web-127.0.9.1')).toMatchObject({ state: 'drain', up: false });
    });

    it('removes a server in maintenance only', async () => {
      await fails('refused', balancer.remove('web', 'asg-web-127.0.9.1'));
      await balancer.setState('web', 'asg-web-127.0.9.1', 'maint');
      await balancer.endSessions('web', 'asg-web-127.0.9.1');
      await balancer.remove('web', 'asg-web-127.0.9.1');
      expect(await find('web', 'asg-web-127.0.9.1')).toBeUndefined();
      await fails('unknown-server', balancer.setState('web', 'asg-web-127.0.9.1', 'maint'));
    });

    it('takes IPv6', async () => {
      const endpoint = { address: 'fd00::15', port: 8080 };
      await balancer.add('web', 'asg-web-fd00::15', endpoint);
      expect(await find('web', 'asg-web-fd00::15')).toMatchObject({ endpoint });
      await balancer.remove('web', 'asg-web-fd00::15');
    });

    it('points a slot to a member and back, other family and port included', async () => {
      await balancer.point('slots', 'asg-slots-1', HERE);
      await balancer.setState('slots', 'asg-slots-1', 'ready');
      expect(await find('slots', 'asg-slots-1')).toMatchObject({ endpoint: HERE, state: 'ready' });
      const other = { address: 'fd00::16', port: 8081 };
      await balancer.point('slots', 'asg-slots-1', other);
      await balancer.point('slots', 'asg-slots-1', other);
      expect(await find('slots', 'asg-slots-1')).toMatchObject({ endpoint: other });
      await balancer.setState('slots', 'asg-slots-1', 'maint');
      await balancer.point('slots', 'asg-slots-1', null);
      expect(await find('slots', 'asg-slots-1')).toMatchObject({ endpoint: null, state: 'maint' });
    });

    it('says which backend is unknown', async () => {
      await fails('unknown-backend', balancer.servers('nope'), /"nope".*name of a backend of haproxy\.cfg/);
      await fails('unknown-backend', balancer.add('nope', 'x', HERE));
    });

    it('says what a socket without the level admin lacks', async () => {
      const operator = openHAProxy(under.operatorApi);
      expect(await operator.servers('slots')).toHaveLength(3);
      await fails('forbidden', operator.setState('web', 'by-hand', 'drain'), /level admin/);
    });

    it('says which backend takes no servers at run time', async () => {
      await fails('unsupported', balancer.add('fixed', 'asg-fixed-127.0.9.1', HERE), /balance roundrobin/);
    });

    it.each([
      'web; shutdown sessions server web/by-hand',
      'web\nshow info',
      'web by-hand',
      'web/by-hand',
      '',
      'wéb',
      'web<<',
      'x'.repeat(600),
    ])('never sends the name %j', async (name_) => {
      await fails('invalid', balancer.servers(name_));
      await fails('invalid', balancer.setState('web', name_, 'ready'));
    });

    it.each(['banana', '10.0.0.1 port 1', 'fe80::1%lo', '10.0.0.1;x'])(
      'never sends the address %j',
      async (address) => {
        await fails('invalid', balancer.point('slots', 'asg-slots-1', { address, port: 8080 }));
      },
    );
  });
}

export async function fails(code: BalancerError['code'], work: Promise<unknown>, says = /./): Promise<void> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(BalancerError);
  expect(error).toMatchObject({ code, message: expect.stringMatching(says) });
}
