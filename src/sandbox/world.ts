// The shapes of everything the sandbox remembers: plain data, so that it can be saved at any moment.

import type { Alarming } from './aodh/records.ts';
import type { RatingRule } from './cloudkitty/api.ts';
import type { CreationOrder } from './creation-order.ts';
import type { RequestFault, ServerFault } from './fault-rules.ts';
import type { Telemetry } from './gnocchi/records.ts';
import type { Stack } from './heat/records.ts';
import type { Json, JsonObject } from './json.ts';
import type { Load } from './load/records.ts';
import type { Balancing } from './octavia/records.ts';

/** How long things take, in virtual seconds; plain settings of the cloud. */
export interface Timings {
  readonly tokenLife: number;
  /** Before Heat's engine begins what was asked of it. */
  readonly engine: number;
  readonly build: number;
  readonly rebuild: number;
  readonly resize: number;
  readonly remove: number;
  readonly action: number;
  /** A light resource's own work (network, pool, alarm ...). */
  readonly light: number;
  /** A new load balancer, until it may be changed. */
  readonly balancerBuild: number;
  /** Any change of a load balancer; until its end there is no other. */
  readonly balancerChange: number;
  /** Before a failed server build is tried again: base of 2^n (heat/engine/resource.py create, retry_backoff_delay). */
  readonly retry: number;
  /** Between two rounds of Aodh's evaluator (aodh.conf evaluation_interval). */
  readonly evaluation: number;
  /** Between two looks of Ceilometer's (polling.yaml). */
  readonly polling: number;
}

export type TaskKind =
  | { readonly kind: 'traverse'; readonly stack: string; readonly traversal: number }
  | { readonly kind: 'timeout'; readonly stack: string; readonly traversal: number }
  | { readonly kind: 'wake'; readonly stack: string; readonly key: number }
  | { readonly kind: 'child'; readonly stack: string; readonly key: number }
  | { readonly kind: 'lifecycle'; readonly stack: string; readonly action: 'CHECK' | 'SUSPEND' | 'RESUME' }
  | { readonly kind: 'server'; readonly server: string }
  | { readonly kind: 'evaluate' }
  /** The load with this number is measured. */
  | { readonly kind: 'poll'; readonly load: number }
  | { readonly kind: 'balancer'; readonly balancer: string };

export type Task = TaskKind & { readonly at: number; readonly order: number };

export interface Project {
  readonly id: string;
  readonly name: string;
}

export interface User {
  readonly id: string;
  readonly name: string;
  readonly password: string;
  readonly defaultProject: string | null;
  /** Role names by project id. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
}

export interface ApplicationCredential {
  readonly id: string;
  readonly name: string;
  readonly secret: string;
  readonly user: string;
  readonly project: string;
  readonly roles: readonly string[];
  readonly unrestricted: boolean;
}

export interface Token {
  readonly id: string;
  readonly user: string;
  readonly project: string | null;
  readonly roles: readonly string[];
  readonly methods: readonly string[];
  readonly applicationCredential: string | null;
  readonly audit: string;
  readonly issued: number;
  readonly expires: number;
}

export interface Identity {
  readonly region: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly projects: readonly Project[];
  readonly users: readonly User[];
  readonly applicationCredentials: ApplicationCredential[];
  tokens: Token[];
  /** Its own, so that logging in once more shifts no other id. */
  random: number;
}

export interface Flavor {
  readonly id: string;
  readonly name: string;
  readonly vcpus: number;
  readonly ram: number;
  readonly disk: number;
}

export interface Image {
  readonly id: string;
  readonly name: string;
  readonly created: number;
  readonly owner: string;
}

export interface Address {
  readonly network: string;
  readonly address: string;
  readonly mac: string;
  /** The port of Neutron's that was given; without it Nova made one. */
  readonly port?: string;
  /** Of a port that Nova made: switched off by hand; further addresses that it may use. */
  disabled?: boolean;
  allowed?: readonly string[];
}

export interface Volume {
  readonly id: string;
  readonly deleteOnTermination: boolean;
}

export interface Server {
  readonly id: string;
  readonly serial: number;
  readonly project: string;
  readonly user: string;
  name: string;
  /** Nova's vm_state and task_state; the status is derived from the two. */
  vmState: string;
  taskState: string | null;
  flavor: string;
  image: string | null;
  metadata: JsonObject;
  tags: string[];
  keyName: string | null;
  availabilityZone: string;
  /** The zone that was asked for. */
  readonly pinnedZone: string | null;
  userData: string | null;
  securityGroups: string[];
  serverGroup: string | null;
  configDrive: string;
  addresses: Address[];
  readonly volumes: readonly Volume[];
  created: number;
  updated: number;
  launched: number | null;
  fault: JsonObject | null;
  /** Absent = not locked. */
  locked?: boolean;
  /** Newest first; absent = none that anybody remembers. */
  deeds?: readonly { readonly action: string; readonly at: number; readonly user: string }[];
  /** What its console shows; without, what Nova's fake driver says. */
  console?: string;
  /** The transition under way, and the number of the task that ends it. */
  transition: { readonly kind: string; readonly ticket: number; readonly detail: Json } | null;
}

export interface Network {
  readonly id: string;
  readonly name: string;
  readonly project: string;
  readonly external: boolean;
  readonly mtu: number;
  readonly created: number;
}

export interface Subnet {
  readonly id: string;
  readonly name: string;
  readonly project: string;
  readonly network: string;
  readonly cidr: string;
  readonly gateway: string;
  readonly dhcp: boolean;
  readonly created: number;
  /** Addresses handed out so far. */
  next: number;
}

export interface SecurityGroup {
  readonly id: string;
  name: string;
  readonly project: string;
  description: string;
  rules: JsonObject[];
  readonly created: number;
}

export interface Port {
  readonly id: string;
  name: string;
  readonly project: string;
  readonly network: string;
  readonly subnet: string;
  readonly address: string;
  readonly mac: string;
  securityGroups: readonly string[];
  /** Addresses or ranges beside its own; states saved before there were any have none. */
  allowedAddresses?: readonly string[];
  /** Absent = on. */
  portSecurity?: boolean;
  /** Switched off by hand. */
  disabled?: boolean;
  tags: readonly string[];
  /** The server it is plugged into. */
  device: string | null;
  readonly created: number;
}

export interface FloatingIp {
  readonly id: string;
  readonly project: string;
  readonly network: string;
  readonly address: string;
  port: string | null;
  fixedAddress: string | null;
  readonly created: number;
  updated: number;
}

export interface KeyPair {
  readonly name: string;
  readonly user: string;
  readonly publicKey: string;
  readonly fingerprint: string;
  readonly created: number;
}

export interface ServerGroup {
  readonly id: string;
  readonly name: string;
  readonly project: string;
  readonly user: string;
  readonly policy: string;
  readonly rules: JsonObject;
}

/** The same for every project; −1 = without a limit. */
export interface Quotas {
  instances: number;
  cores: number;
  ram: number;
  keyPairs: number;
  serverGroups: number;
  serverGroupMembers: number;
  /** Neutron's and Octavia's, by their own names, where they are not the default; older states have none. */
  others?: Record<string, number>;
}

/** What Placement knows of a hypervisor, overcommitment included; MiB and GiB. */
export interface Host {
  readonly name: string;
  readonly vcpus: number;
  readonly ram: number;
  readonly disk: number;
}

export interface World {
  now: number;
  /** Orders tasks of the same moment, and numbers records. */
  counter: number;
  random: number;
  readonly timings: Timings;
  readonly quotas: Quotas;
  readonly identity: Identity;
  readonly flavors: Flavor[];
  readonly images: Image[];
  readonly networks: Network[];
  readonly subnets: Subnet[];
  readonly securityGroups: SecurityGroup[];
  readonly ports: Port[];
  readonly floatingIps: FloatingIp[];
  readonly balancing: Balancing;
  readonly keyPairs: KeyPair[];
  readonly serverGroups: ServerGroup[];
  readonly servers: CreationOrder<Server>;
  /** Deleted by hand: what was done to them stays. Undefined: none was. */
  deletedServers?: readonly Pick<Server, 'id' | 'project' | 'deeds'>[];
  readonly stacks: CreationOrder<Stack>;
  readonly telemetry: Telemetry;
  readonly alarming: Alarming;
  /** Undefined: one host with room for everything. */
  hosts?: readonly Host[];
  /** Undefined: the cloud has no CloudKitty. */
  rating?: readonly RatingRule[];
  loads: Load[];
  /** A binary heap (queue.ts). */
  readonly queue: Task[];
  requestFaults: RequestFault[];
  serverFaults: ServerFault[];
}
