/** Writes measures for servers as an admin, the way a poller would: this cloud has none of its own. */
import { expect } from 'vitest';
import type { CloudUnderTest } from './cloud-under-test.ts';
import { type JsonRecord, list } from './json.ts';

const BUCKET_SECONDS = 10;

export type Measure = readonly [at: number, value: number];

/** Of one metric, made with 10-second buckets where it is not there; at in seconds since 1970. */
export async function pushMeasures(
  cloud: CloudUnderTest,
  metric: string,
  byServer: Readonly<Record<string, readonly Measure[]>>,
): Promise<void> {
  const admin = await cloud.as('admin-demo');
  const body = Object.fromEntries(
    Object.entries(byServer).map(([server, measures]) => [
      server,
      {
        [metric]: {
          archive_policy_name: 'autoscale-10s',
          measures: measures.map(([at, value]) => ({ timestamp: isoSecond(at), value })),
        },
      },
    ]),
  );
  const path = '/batch/resources/metrics/measures?create_metrics=true';
  const answer = await admin.call('metric', 'POST', path, body);
  expect([answer.status, answer.json], `measures of ${metric}`).toEqual([202, null]);
}

/** One measure for each server in each bucket that comes, until `look` has an answer. */
export async function holdMeasures<T>(
  cloud: CloudUnderTest,
  metric: string,
  servers: readonly string[],
  valueIn: (bucket: number) => number,
  look: () => Promise<T | null>,
  label: string,
): Promise<T> {
  let done = -1;
  return cloud.wait(async () => {
    const bucket = bucketNow(cloud);
    if (bucket !== done) {
      const measure: Measure = [bucket * BUCKET_SECONDS + 1, valueIn(bucket)];
      await pushMeasures(cloud, metric, Object.fromEntries(servers.map((one) => [one, [measure]])));
      done = bucket;
    }
    return look();
  }, label);
}

export function bucketNow(cloud: CloudUnderTest): number {
  return Math.floor(cloud.now().getTime() / 1000 / BUCKET_SECONDS);
}

/** `2026-01-01T00:00:00` */
export function isoSecond(at: number): string {
  return new Date(at * 1000).toISOString().slice(0, 19);
}

/** The servers of a stack that Gnocchi knows, when there are so many. */
export async function instancesOf(
  cloud: CloudUnderTest,
  stackId: string,
  count: number,
): Promise<readonly JsonRecord[]> {
  return cloud.wait(async () => {
    const search = { and: [{ '=': { server_group: stackId } }, { '=': { ended_at: null } }] };
    const answer = await cloud.call('metric', 'POST', '/search/resource/instance', search);
    const found = list(answer.json).map((one) => one as JsonRecord);
    return found.length === count ? found : null;
  }, `${count} instances of ${stackId} in Gnocchi`);
}
