/** Reads what the project may have and has: one request a service; whatever refuses or fails is unknown, with the reason. */
import type { Json } from '../../model/json.ts';
import type { Quota, QuotaName, Quotas } from '../../model/quota.ts';
import { CloudError } from '../../ports/errors.ts';
import { showQuotas as showNetworkQuotas } from './neutron/requests.ts';
import { showLimits } from './nova/requests.ts';
import { listPoolsWithMembers, showQuotas as showBalancerQuotas } from './octavia/requests.ts';
import { poolsWithMembers } from './octavia/results.ts';
import { allPages } from './pages.ts';
import type { Service, ServiceName } from './service.ts';
import { numberOr, objectIn, objectOr } from './shape.ts';

export interface QuotaSource {
  readonly service: Service;
  readonly project: { readonly id: string };
  offers(service: ServiceName): boolean;
}

export async function readQuotas(source: QuotaSource): Promise<Quotas> {
  const [compute, network, members, volumes] = await Promise.all([
    unlessRefused(COMPUTE, () => source.service.call(showLimits(), computeQuotas)),
    unlessRefused(NETWORK, () => source.service.call(showNetworkQuotas(source.project.id), networkQuotas)),
    unlessRefused(['poolMembers'], () => memberQuota(source)),
    unlessRefused(['volumes', 'volumeGiB'], () => volumeQuotas(source)),
  ]);
  const { serverGroupMembers, ...ofCompute } = compute;
  return { of: { ...ofCompute, ...network, ...members, ...volumes }, serverGroupMembers };
}

const COMPUTE = ['instances', 'cores', 'ramMiB', 'serverGroupMembers'] as const;
const NETWORK = ['ports', 'floatingIps'] as const;

type Name = QuotaName | 'serverGroupMembers';
type QuotasOf<N extends Name> = Readonly<Record<N, Quota>>;

/** A project whose quotas nobody can read can be planned for all the same. */
async function unlessRefused<N extends Name>(
  names: readonly N[],
  ask: () => Promise<QuotasOf<N>>,
): Promise<QuotasOf<N>> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return unknown(names, whyNot(error));
  }
}

function whyNot({ code, message }: CloudError): string {
  return code === 'forbidden' ? 'the credential may not read it' : message;
}

function unknown<N extends Name>(names: readonly N[], why: string): QuotasOf<N> {
  return Object.fromEntries(names.map((name) => [name, { kind: 'unknown', why }])) as QuotasOf<N>;
}

/** nova/api/openstack/compute/limits.py: what is used stands beside what is allowed. */
export function computeQuotas(body: Json): QuotasOf<(typeof COMPUTE)[number]> {
  const absolute = objectIn(objectIn(body, 'limits'), 'absolute');
  return {
    instances: quotaOf(absolute['maxTotalInstances'], absolute['totalInstancesUsed']),
    cores: quotaOf(absolute['maxTotalCores'], absolute['totalCoresUsed']),
    ramMiB: quotaOf(absolute['maxTotalRAMSize'], absolute['totalRAMUsed']),
    serverGroupMembers: quotaOf(absolute['maxServerGroupMembers'], 0),
  };
}

/** neutron/extensions/quotasv2_detail.py */
export function networkQuotas(body: Json): QuotasOf<(typeof NETWORK)[number]> {
  const quota = objectIn(body, 'quota');
  const row = (name: string): Quota => {
    const { limit, used, reserved } = objectOr(quota[name]);
    return quotaOf(limit, sum(used, reserved));
  };
  return { ports: row('port'), floatingIps: row('floatingip') };
}

function sum(used: Json | undefined, reserved: Json | undefined): number | undefined {
  return typeof used === 'number' ? used + numberOr(reserved, 0) : undefined;
}

/** What is used is counted only where there is a limit. */
async function memberQuota({ service, project, offers }: QuotaSource): Promise<QuotasOf<'poolMembers'>> {
  if (!offers('load-balancer')) return unknown(['poolMembers'], 'the cloud has no load balancer service');
  const limit = await service.call(
    showBalancerQuotas(project.id),
    (body) => objectIn(body, 'quota')['member'],
  );
  if (typeof limit === 'number' && limit < 0)
    return { poolMembers: { kind: 'known', limit: null, used: null } };
  const pools = await allPages((marker) =>
    service.call(listPoolsWithMembers(project.id, marker), poolsWithMembers),
  );
  const used = new Set(pools.flatMap(({ members }) => members)).size;
  return { poolMembers: quotaOf(limit, used) };
}

/** cinder/api/v3/limits.py; the catalogue has it under either name. */
async function volumeQuotas({ service, offers }: QuotaSource): Promise<QuotasOf<'volumes' | 'volumeGiB'>> {
  const name = (['block-storage', 'volumev3'] as const).find(offers);
  if (name === undefined) return unknown(['volumes', 'volumeGiB'], 'the cloud has no block storage service');
  const request = { service: name, method: 'GET', path: '/limits', repeat: 'read' } as const;
  return service.call({ ...request, doing: 'reading quotas' }, storageQuotas);
}

export function storageQuotas(body: Json): QuotasOf<'volumes' | 'volumeGiB'> {
  const absolute = objectIn(objectIn(body, 'limits'), 'absolute');
  return {
    volumes: quotaOf(absolute['maxTotalVolumes'], absolute['totalVolumesUsed']),
    volumeGiB: quotaOf(absolute['maxTotalVolumeGigabytes'], absolute['totalGigabytesUsed']),
  };
}

/** −1 means unlimited in every service; what is not there was not said. */
function quotaOf(limit: Json | undefined, used: Json | undefined): Quota {
  if (typeof limit !== 'number') return { kind: 'unknown', why: 'the service does not say' };
  if (limit < 0) return { kind: 'known', limit: null, used: numberOr(used, null) };
  if (typeof used !== 'number')
    return { kind: 'unknown', why: 'the service does not say how much of it is used' };
  return { kind: 'known', limit, used };
}
