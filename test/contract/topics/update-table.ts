/** What an update does to a member, change by change: one stack, a group for each row, one update. */
import { describe, expect, it } from 'vitest';
import { type JsonRecord, pick, record, text } from '../json.ts';
import type { Member, Stage } from '../stage.ts';
import { group, server, template } from '../templates.ts';

interface Row {
  readonly what: string;
  readonly before?: JsonRecord;
  readonly after: JsonRecord;
  readonly verdict: 'same server' | 'new server';
}

const USER_DATA = { user_data_format: 'RAW', user_data: '#!/bin/sh\necho one\n' };
const OTHER_DATA = { user_data_format: 'RAW', user_data: '#!/bin/sh\necho two\n' };

const ROWS: Readonly<Record<string, Row>> = {
  nothing: { what: 'nothing', after: {}, verdict: 'same server' },
  image: { what: 'another image (rebuild)', after: { image: 'ubuntu-22.04' }, verdict: 'same server' },
  image_replace: {
    what: 'another image, policy REPLACE in the same update',
    after: { image: 'ubuntu-22.04', image_update_policy: 'REPLACE' },
    verdict: 'new server',
  },
  flavor: { what: 'another flavor (resize)', after: { flavor: 'm1.medium' }, verdict: 'same server' },
  flavor_replace: {
    what: 'another flavor, policy REPLACE in the same update',
    after: { flavor: 'm1.medium', flavor_update_policy: 'REPLACE' },
    verdict: 'new server',
  },
  metadata: { what: 'other metadata', after: { metadata: { role: 'b' } }, verdict: 'same server' },
  security: {
    what: 'other security groups',
    after: { security_groups: ['default'] },
    verdict: 'new server',
  },
  user_data: {
    what: 'another user_data',
    before: USER_DATA,
    after: OTHER_DATA,
    verdict: 'new server',
  },
  user_data_ignored: {
    what: 'another user_data, policy IGNORE',
    before: { ...USER_DATA, user_data_update_policy: 'IGNORE' },
    after: { ...OTHER_DATA, user_data_update_policy: 'IGNORE' },
    verdict: 'same server',
  },
};

// the key pair has the run's prefix in its name, so it can be written only when the cloud is open
const KEY_ROW: Row = { what: 'another key pair', after: {}, verdict: 'new server' };

/** Ten groups change while other truths are told. */
export function updateTableContract(stage: Stage): { begin(): void; end(): void } {
  const table = stage.stack('table', { template: tableTemplate('before', null) });
  let before: Readonly<Record<string, Member>> = {};
  let after: Readonly<Record<string, Member>> = {};

  const begin = () =>
    describe('an update of every kind of member', () => {
      it('is accepted', async () => {
        await table.ready();
        before = await firstMembers();
        const key = keyName();
        const made = await stage.cloud().call('compute', 'POST', '/os-keypairs', { keypair: { name: key } });
        expect(made.status).toBe(200);
        const body = { template: tableTemplate('after', key) };
        const answer = await stage.cloud().call('orchestration', 'PUT', table.path, body);
        expect(answer.status).toBe(202);
      });
    });

  const end = () =>
    describe('an update of a member', () => {
      it('comes to rest with every group changed', async () => {
        const stack = await table.settled();
        expect(stack['stack_status'], text(stack, 'stack_status_reason')).toBe('UPDATE_COMPLETE');
        after = await firstMembers();
      });

      it.each(
        Object.entries({ ...ROWS, key: KEY_ROW }).map(
          ([name, row]) => [`${row.what}: ${row.verdict}`, name, row] as const,
        ),
      )('%s', (_title, name, row) => {
        expect(after[name]?.name).toBe(before[name]?.name);
        const verdict = after[name]?.id === before[name]?.id ? 'same server' : 'new server';
        expect(verdict).toBe(row.verdict);
      });

      it('is really there in Nova: image, flavor, metadata, key', async () => {
        expect(await nova('metadata')).toMatchObject({ metadata: { role: 'b' } });
        for (const name of ['flavor', 'flavor_replace']) {
          expect(pick(await nova(name), 'flavor', 'original_name')).toBe('m1.medium');
        }
        const images = await Promise.all(
          ['nothing', 'image', 'image_replace'].map(async (name) => text(await nova(name), 'image', 'id')),
        );
        expect(images[1]).not.toBe(images[0]);
        expect(images[2]).toBe(images[1]);
        expect(await nova('key')).toMatchObject({ key_name: keyName() });
      });

      it('builds the new server before the old one is deleted, under the same member name', async () => {
        const member = after['image_replace'];
        const events = (await table.events()).filter((event) => event['resource_name'] === member?.name);
        const statuses = events.map((event) => event['resource_status']);
        expect(statuses.slice(2)).toEqual([
          'UPDATE_IN_PROGRESS',
          'UPDATE_COMPLETE',
          'CREATE_IN_PROGRESS',
          'CREATE_COMPLETE',
          'DELETE_IN_PROGRESS',
          'DELETE_COMPLETE',
        ]);
        expect(events[3]?.['resource_status_reason']).toMatch(/^The Resource .* requires replacement\.$/);
      });
    });

  return { begin, end };

  function keyName(): string {
    return `${stage.cloud().prefix}key`;
  }

  async function firstMembers(): Promise<Readonly<Record<string, Member>>> {
    const found: Record<string, Member> = {};
    for (const name of [...Object.keys(ROWS), 'key']) {
      const [member] = await table.members(name);
      if (member !== undefined) found[name] = member;
    }
    return found;
  }

  async function nova(name: string): Promise<JsonRecord> {
    const answer = await stage.cloud().call('compute', 'GET', `/servers/${after[name]?.id}`, undefined, {
      'OpenStack-API-Version': 'compute 2.79',
    });
    return record(answer.json, 'server');
  }
}

function tableTemplate(side: 'before' | 'after', key: string | null): JsonRecord {
  const rows = Object.entries(ROWS).map(([name, row]) => {
    const properties = side === 'before' ? (row.before ?? {}) : row.after;
    return [name, group(server(properties))];
  });
  const keyed = group(server(key === null ? {} : { key_name: key }));
  return template({ ...Object.fromEntries(rows), key: keyed });
}
