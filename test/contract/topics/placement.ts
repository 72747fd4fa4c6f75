/** What Placement answers: who may ask for room on the hosts, in which version, and how the hosts are told. */
import { describe, expect, it } from 'vitest';
import type { User } from '../cloud-under-test.ts';
import { keys, list, pick } from '../json.ts';
import type { Stage } from '../stage.ts';

const ONE = 'VCPU:1,MEMORY_MB:64,DISK_GB:1';

export function placementContract(stage: Stage): void {
  const ask = async (user: User, query: string, version: string | null = '1.16') => {
    const caller = await stage.cloud().as(user);
    const headers = version === null ? {} : { 'OpenStack-API-Version': `placement ${version}` };
    return caller.call('placement', 'GET', `/allocation_candidates${query}`, undefined, headers);
  };

  describe('placement', () => {
    it.each(['demo', 'demo-reader', 'bot'] as const)(
      'refuses %s: only an administrator may ask',
      async (user) => {
        const answer = await ask(user, `?resources=${ONE}`);
        expect(answer.status).toBe(403);
        expect(pick(answer.json, 'errors', 0)).toMatchObject({
          title: 'Forbidden',
          detail: expect.stringContaining('Policy does not allow placement:allocation_candidates:list'),
        });
      },
    );

    it('tells an administrator each host with room, what it has and what is used of it', async () => {
      const { status, json } = await ask('admin-demo', `?resources=${ONE}&limit=1000`);
      expect(status).toBe(200);
      const requests = list(json, 'allocation_requests');
      expect(requests.length).toBeGreaterThan(0);
      for (const request of requests) {
        const [host = ''] = keys(pick(request, 'allocations'));
        expect(pick(request, 'allocations', host)).toEqual({
          resources: { VCPU: 1, MEMORY_MB: 64, DISK_GB: 1 },
        });
        const row = { capacity: expect.any(Number), used: expect.any(Number) };
        expect(pick(json, 'provider_summaries', host)).toEqual({
          resources: { VCPU: row, MEMORY_MB: row, DISK_GB: row },
        });
      }
    });

    it('lists no host where none has room', async () => {
      const { status, json } = await ask('admin-demo', '?resources=VCPU:1000000000');
      expect([status, json]).toEqual([200, { allocation_requests: [], provider_summaries: {} }]);
    });

    it('knows the question only from microversion 1.10 on, and no version that is too new', async () => {
      expect((await ask('admin-demo', `?resources=${ONE}`, null)).status).toBe(404);
      const { status, json } = await ask('admin-demo', `?resources=${ONE}`, '1.999');
      expect(status).toBe(406);
      expect(pick(json, 'errors', 0)).toMatchObject({ status: 406, min_version: '1.0' });
    });

    it.each([
      ['', "'resources' is a required property"],
      ['?resources=VCPU:1,DISK_GB:0', 'Requested resource DISK_GB requires amount >= 1. Got: 0.'],
      ['?resources=VCPU:x', 'Requested resource VCPU expected positive integer amount. Got: x.'],
      ['?resources=CUSTOM_NO:1', 'No such resource class CUSTOM_NO.'],
    ])('refuses "%s" with 400', async (query, words) => {
      const { status, json } = await ask('admin-demo', query);
      expect(status).toBe(400);
      expect(pick(json, 'errors', 0, 'detail')).toContain(words);
    });
  });
}
