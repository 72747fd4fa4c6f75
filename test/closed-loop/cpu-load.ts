/** Gives the servers of a group a load: cumulative CPU time, measured each ten seconds, as a poller would write it. */
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { list, text } from '../contract/json.ts';
import { bucketNow, pushMeasures } from '../contract/measuring.ts';

const BUCKET_SECONDS = 10;
const NANOSECONDS = 1e9;

/** Counters by server id, in nanoseconds of one busy vCPU: a new server begins at nothing. */
export type Counters = Map<string, number>;

/** Every server is busy with `percent` until `look` has an answer. */
export async function underLoad<T>(
  raw: CloudUnderTest,
  load: { readonly stackId: string; readonly percent: number; readonly counters: Counters },
  look: () => Promise<T | null>,
  label: string,
): Promise<T> {
  let done = bucketNow(raw);
  return raw.wait(async () => {
    const bucket = bucketNow(raw);
    if (bucket > done) {
      const servers = await meteredServers(raw, load.stackId);
      const spent = (load.percent / 100) * (bucket - done) * BUCKET_SECONDS * NANOSECONDS;
      for (const id of servers) load.counters.set(id, (load.counters.get(id) ?? 0) + spent);
      const measures = servers.map((id) => [id, [[bucket * BUCKET_SECONDS + 1, load.counters.get(id) ?? 0]]]);
      if (servers.length > 0) await pushMeasures(raw, 'cpu', Object.fromEntries(measures));
      done = bucket;
    }
    return look();
  }, label);
}

/** Those that Gnocchi finds by the group's id and that are not gone. */
async function meteredServers(raw: CloudUnderTest, stackId: string): Promise<readonly string[]> {
  const search = { and: [{ '=': { server_group: stackId } }, { '=': { ended_at: null } }] };
  const { json } = await raw.call('metric', 'POST', '/search/resource/instance', search);
  return list(json).map((one) => text(one, 'id'));
}
