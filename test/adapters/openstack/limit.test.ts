import { expect, it } from 'vitest';
import { limitEach, limitTo } from '../../../src/adapters/openstack/limit.ts';

it('lets no more run at once than it was told, first come first served', async () => {
  const limit = limitTo(3);
  let running = 0;
  let most = 0;
  const started: number[] = [];
  const job = (n: number) => async () => {
    started.push(n);
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 2));
    running -= 1;
    return n;
  };
  const all = Array.from({ length: 10 }, (_, n) => limit(job(n)));
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(most).toBe(3);
  expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

it('gives the place free when a job breaks', async () => {
  const limit = limitTo(1);
  await expect(limit(() => Promise.reject(new Error('broke')))).rejects.toThrow('broke');
  expect(await limit(async () => 'next')).toBe('next');
});

it('limits each lane by itself', async () => {
  const limit = limitEach(1);
  const order: string[] = [];
  const slow = limit('heat', async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    order.push('first of heat');
  });
  const waits = limit('heat', async () => {
    order.push('second of heat');
  });
  await limit('nova', async () => {
    order.push('nova');
  });
  await Promise.all([slow, waits]);
  expect(order).toEqual(['nova', 'first of heat', 'second of heat']);
});
