/** Names quotas and amounts of them in words. */
import type { HeadRoom, QuotaName } from '../../model/quota.ts';
import { grouped } from '../report/words.ts';

export const QUOTA_WORDS: Readonly<
  Record<HeadRoom['name'], { readonly one: string; readonly many: string }>
> = {
  instances: { one: 'server', many: 'servers' },
  cores: { one: 'vCPU', many: 'vCPUs' },
  ramMiB: { one: 'memory', many: 'memory' },
  ports: { one: 'port', many: 'ports' },
  floatingIps: { one: 'floating IP', many: 'floating IPs' },
  poolMembers: { one: 'load balancer member', many: 'load balancer members' },
  volumes: { one: 'volume', many: 'volumes' },
  volumeGiB: { one: 'volume storage', many: 'volume storage' },
  serverGroupMembers: { one: 'server in a server group', many: 'servers in a server group' },
};

/** `12 ports`, `24 GiB of memory`. */
export function amountWords(name: QuotaName, amount: number): string {
  if (name === 'ramMiB') return `${memoryWords(amount)} of memory`;
  if (name === 'volumeGiB') return `${grouped(amount)} GiB of volumes`;
  const { one, many } = QUOTA_WORDS[name];
  return `${grouped(amount)} ${amount === 1 ? one : many}`;
}

/** `24 GiB`, `1.5 GiB`, `512 MiB`. */
export function memoryWords(mebibytes: number): string {
  if (mebibytes < 1024) return `${grouped(mebibytes)} MiB`;
  const tenths = Math.round((mebibytes / 1024) * 10);
  const rest = tenths % 10 === 0 ? '' : `.${tenths % 10}`;
  return `${grouped(Math.floor(tenths / 10))}${rest} GiB`;
}

/** As a cell of a table: the name says the unit. */
export function cellWords(name: HeadRoom['name'], amount: number): string {
  return name === 'ramMiB'
    ? memoryWords(amount)
    : name === 'volumeGiB'
      ? `${grouped(amount)} GiB`
      : grouped(amount);
}
