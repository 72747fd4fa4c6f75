// Made by scripts/generate.mjs from src/core/spec/schema/spec.schema.json; do not edit.

export type RawSpec = AutoScalingGroup | HeatStack | Deleted;
/**
 * The Heat stack's name: a letter, then letters, digits, `_`, `.` or `-`, 255 characters at most.
 */
export type StackName = string;
/**
 * A name or an id.
 */
export type Name = string;
/**
 * Where a stats socket of level admin listens.
 */
export type RuntimeApi = string;
/**
 * Path of a file of this repository, relative to the spec file.
 */
export type Path = string;

/**
 * One group of equal servers that scales between min and max.
 */
export interface AutoScalingGroup {
  apiVersion: 'thermostat/v1';
  kind: 'AutoScalingGroup';
  metadata: Metadata;
  spec: Group;
}
/**
 * What the stack is called and how it is marked.
 */
export interface Metadata {
  name: StackName;
  /**
   * Become the stack's tags `key=value`; each tag may have 80 characters and no comma.
   */
  labels?: {
    [k: string]: string;
  };
  /**
   * true: Thermostat never deletes this stack.
   */
  protect?: boolean;
}
/**
 * The group: its size, its servers, how it scales and how it is rolled.
 */
export interface Group {
  size: Size;
  server: Server;
  loadBalancer?: LoadBalancer;
  scaling?: Scaling;
  rollout?: Rollout;
  /**
   * Heat's limit for one operation on the stack, in whole minutes. Default: the cloud's own, mostly 60m.
   */
  timeout?: string | number;
}
/**
 * The bounds of the group; inside them the autoscaler is free.
 */
export interface Size {
  /**
   * Never fewer servers than this.
   */
  min: number;
  /**
   * Never more servers than this.
   */
  max: number;
  /**
   * How many servers at the creation, and only then. Default: min.
   */
  initial?: number;
}
/**
 * What each server of the group is made of.
 */
export interface Server {
  /**
   * Name or id of the image.
   */
  image: string;
  /**
   * Name or id of the flavor.
   */
  flavor: string;
  /**
   * Names or ids of the networks, one interface each, in this order.
   *
   * @minItems 1
   */
  networks: [Name, ...Name[]];
  /**
   * Names or ids of security groups. Default: none named, so Neutron gives the project's default group.
   */
  securityGroups?: Name[];
  /**
   * A name or an id.
   */
  keyPair?: string;
  /**
   * A name or an id.
   */
  availabilityZone?: string;
  /**
   * Metadata of each server, strings only.
   */
  metadata?: {
    [k: string]: string;
  };
  cloudInit?: CloudInit;
}
/**
 * User data, sent as it stands: 49149 bytes at most. Either a file beside the spec or the text itself.
 */
export interface CloudInit {
  /**
   * Path of the file, relative to the spec file.
   */
  file?: string;
  /**
   * The text; its first line says what it is, such as #cloud-config or #!/bin/sh.
   */
  inline?: string;
}
/**
 * What spreads requests over the group.
 */
export interface LoadBalancer {
  haproxy?: HAProxy;
}
/**
 * A HAProxy of your own: `thermostat health --heal` keeps the servers of its backend equal to the group's members.
 */
export interface HAProxy {
  /**
   * The backend's name in haproxy.cfg.
   */
  backend: string;
  /**
   * The port on which members serve.
   */
  port: number;
  /**
   * Where HAProxy's stats socket of level admin listens; a list for several HAProxy.
   *
   * @minItems 1
   */
  runtimeApi: string | [RuntimeApi, ...RuntimeApi[]];
  /**
   * How long an old member may finish its requests.
   */
  drain?: string | number;
  /**
   * A name or an id.
   */
  network?: string;
}
/**
 * How the group may be scaled.
 */
export interface Scaling {
  /**
   * After a change of size, further signals are passed over for this long.
   */
  cooldown?: string | number;
  /**
   * The scaling policies; each gets a URL that scales the group when it is called.
   */
  policies?: ScalingPolicy[];
}
/**
 * One change of size; exactly one of add, remove, addPercent, removePercent and setTo.
 */
export interface ScalingPolicy {
  /**
   * Unique in the group; part of a resource name in Heat.
   */
  name: string;
  /**
   * Add so many servers.
   */
  add?: number;
  /**
   * Remove so many servers.
   */
  remove?: number;
  /**
   * Add so many percent of the servers there are.
   */
  addPercent?: number;
  /**
   * Remove so many percent of the servers there are.
   */
  removePercent?: number;
  /**
   * Make it exactly so many servers.
   */
  setTo?: number;
  /**
   * With a percentage: change by at least so many servers. Default: Heat's rounding, at least one.
   */
  minStep?: number;
  /**
   * Instead of the group's cooldown, after this policy has acted.
   */
  cooldown?: string | number;
}
/**
 * How servers are exchanged when their image, flavor or configuration changes.
 */
export interface Rollout {
  /**
   * So many servers at a time. A replaced server is built before the old one goes.
   */
  maxBatch?: number;
  /**
   * Keep so many members while a batch is under way, with extra members when it needs them. Default 0: no extra members, each new server is built before its old one goes.
   */
  minInService?: number;
  /**
   * Wait between batches.
   */
  pause?: string | number;
  /**
   * replace: a new server, then the old one goes. rebuild: the same server is reinstalled in place and is down meanwhile; its user data is not sent again.
   */
  imageChange?: 'replace' | 'rebuild';
  /**
   * replace: a new server, then the old one goes. resize: the same server is resized in place and is down meanwhile.
   */
  flavorChange?: 'replace' | 'resize';
}
/**
 * A stack from a Heat template that exists already, with its environment, parameters and nested files.
 */
export interface HeatStack {
  apiVersion: 'thermostat/v1';
  kind: 'HeatStack';
  metadata: Metadata;
  spec: Stack;
}
/**
 * The template with what belongs to it; paths are relative to the spec file.
 */
export interface Stack {
  /**
   * Path of the template, or the template itself.
   */
  template: string | {};
  /**
   * Path of an environment file, a list of paths (later ones win), or the environment itself.
   */
  environment?: string | Path[] | {};
  /**
   * Parameters of the template; they win over those of the environment.
   */
  parameters?: {};
  /**
   * Further files that the stack needs, besides those its templates name with get_file or type.
   */
  files?: Path[];
  /**
   * Heat's limit for one operation on the stack, in whole minutes. Default: the cloud's own, mostly 60m.
   */
  timeout?: string | number;
}
/**
 * A tombstone: the stack of this name shall not exist any more. Only with it is a stack deleted.
 */
export interface Deleted {
  apiVersion: 'thermostat/v1';
  kind: 'Deleted';
  metadata: DeletedMetadata;
}
/**
 * Which stack is meant.
 */
export interface DeletedMetadata {
  name: StackName;
}
