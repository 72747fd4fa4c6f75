// What Octavia remembers: balancers and the parts below them, by kind.

import { CreationOrder } from '../creation-order.ts';
import type { JsonObject } from '../json.ts';

interface Part {
  readonly id: string;
  readonly serial: number;
  readonly project: string;
  provisioning: string;
  operating: string;
  readonly created: number;
  updated: number | null;
  /** What a user set, by the API's names. */
  fields: JsonObject;
}

export interface LoadBalancer extends Part {
  readonly vipPort: string;
  readonly vipNetwork: string;
  readonly listeners: string[];
  readonly pools: string[];
  /** The number of the task that ends the change under way. */
  ticket: number | null;
}

export interface Listener extends Part {
  readonly loadBalancer: string;
}

export interface Pool extends Part {
  readonly loadBalancer: string;
  healthMonitor: string | null;
  readonly members: string[];
}

export interface Member extends Part {
  readonly pool: string;
}

export interface HealthMonitor extends Part {
  readonly pool: string;
}

interface ByKind {
  readonly loadbalancer: LoadBalancer;
  readonly listener: Listener;
  readonly pool: Pool;
  readonly member: Member;
  readonly healthmonitor: HealthMonitor;
}

export type Kind = keyof ByKind;
export type AnyPart = ByKind[Kind];
export type PartOf<K extends Kind> = ByKind[K];

export const KINDS: readonly Kind[] = ['loadbalancer', 'listener', 'pool', 'member', 'healthmonitor'];

export type Balancing = { readonly [K in Kind]: CreationOrder<ByKind[K]> };
export type SavedBalancing = { readonly [K in Kind]: readonly ByKind[K][] };

export function restoreBalancing(saved: Partial<SavedBalancing>): Balancing {
  return {
    loadbalancer: new CreationOrder(saved.loadbalancer ?? []),
    listener: new CreationOrder(saved.listener ?? []),
    pool: new CreationOrder(saved.pool ?? []),
    member: new CreationOrder(saved.member ?? []),
    healthmonitor: new CreationOrder(saved.healthmonitor ?? []),
  };
}

export function saveBalancing(balancing: Balancing): SavedBalancing {
  return {
    loadbalancer: [...balancing.loadbalancer.values()],
    listener: [...balancing.listener.values()],
    pool: [...balancing.pool.values()],
    member: [...balancing.member.values()],
    healthmonitor: [...balancing.healthmonitor.values()],
  };
}
