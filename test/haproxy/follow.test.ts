/** Carrying out what a backend needs: how often HAProxy is asked meanwhile. */
import { expect, test } from 'vitest';
import { follow } from '../../src/commands/follow.ts';
import type { BackendServer, BalancerAction } from '../../src/model/balancer.ts';
import type { Balancer } from '../../src/ports/balancer.ts';

const names = Array.from({ length: 500 }, (_, index) => `asg-web-10.0.${index >> 8}.${index & 255}`);

const action = (server: string): BalancerAction => ({
  kind: 'remove',
  server,
  endpoint: null,
  through: 'line',
  gated: false,
  why: 'no member of the group has this address',
});

/** Time passes only while somebody sleeps: one second at each beat, for all of them. */
const beatingClock = () => {
  let seconds = 0;
  return {
    now: () => new Date(seconds * 1000),
    sleep: async (milliseconds: number) => {
      const until = seconds + milliseconds / 1000;
      await new Promise((resolve) => setImmediate(resolve));
      seconds = Math.max(seconds, until);
    },
  };
};

/** Every server has a request under way for so long. */
const busyFor = (seconds: number, now: () => Date) => {
  const seen: number[] = [];
  const removed: string[] = [];
  const servers = async (): Promise<readonly BackendServer[]> => {
    const second = now().getTime() / 1000;
    seen.push(second);
    const sessions = second < seconds ? 1 : 0;
    return names.map((name) => {
      return { name, endpoint: null, state: 'drain', up: true, checked: true, sessions };
    });
  };
  const nothing = async () => {};
  const remove = async (_: string, server: string) => {
    removed.push(server);
  };
  const balancer: Balancer = {
    servers,
    remove,
    add: nothing,
    point: nothing,
    setState: nothing,
    holdBack: nothing,
    endSessions: nothing,
  };
  return { balancer, seen, removed };
};

test('500 servers that leave are looked at together, once a second', async () => {
  const clock = beatingClock();
  const { balancer, seen, removed } = busyFor(3, clock.now);
  const log = { info: () => {}, warn: () => {}, debug: () => {} };
  const actions = names.map(action);
  const work = { group: 'web', backend: 'web', drainSeconds: 600, servers: [], actions };
  const { steps } = await follow({ balancer, clock, log }, work);
  expect(steps.map(({ outcome }) => outcome)).toEqual(names.map(() => 'done'));
  expect(removed.toSorted()).toEqual(names.toSorted());
  // the first is for whoever must stay
  expect(seen).toEqual([0, 0, 1, 2, 3]);
});
