// Made by scripts/generate.mjs from src/core/spec/schema/spec.schema.json; do not edit.

export type RawSpec = AutoScalingGroup | HeatStack | Deleted | Settings | Guardrail | Prices;
/**
 * The Heat stack's name: a letter, then letters, digits, `_`, `.` or `-`, 255 characters at most.
 */
export type StackName = string;
/**
 * A network by name or id, or an interface with more about it.
 */
export type Interface =
  | string
  | {
      /**
       * Name or id of the network.
       */
      network: string;
      /**
       * Name or id of the subnet that the address comes from. Default: Neutron chooses.
       */
      subnet?: string;
      /**
       * Security groups of this interface, instead of the server's.
       *
       * @minItems 1
       */
      securityGroups?: Name[];
      /**
       * false: no security groups and no address checks on this interface.
       */
      portSecurity?: boolean;
      /**
       * Further addresses that the interface may use, such as a shared one of keepalived.
       */
      allowedAddresses?: string[];
    };
/**
 * A name or an id.
 */
export type Name = string;
/**
 * cpu, memory, network.incoming, network.outgoing, disk.read, disk.write, or one of your own metrics in Gnocchi.
 */
export type Metric =
  | string
  | {
      /**
       * A name or an id.
       */
      name: string;
      /**
       * Its unit; thresholds are given in it.
       */
      unit?: string;
      /**
       * The resource type in Gnocchi that the metric belongs to. It needs the attribute server_group.
       */
      resourceType?: string;
      /**
       * true: the metric only ever grows (a counter); what counts is how fast, per second.
       */
      rate?: boolean;
      /**
       * How the servers' values become the group's.
       */
      aggregation?: 'mean' | 'max' | 'min' | 'sum';
      /**
       * true: the metric need not exist yet; the group's first servers will bring it.
       */
      new?: boolean;
    };
/**
 * server (Nova runs it), loadBalancer (Octavia sends it requests), http or tcp (the runner asks it).
 */
export type HealthCheck =
  | string
  | {
      http?: HttpCheck;
      tcp?: TcpCheck;
    };
/**
 * Path of a file of this repository, relative to the spec file.
 */
export type Path = string;
/**
 * An amount in the list's currency.
 */
export type Price = number;

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
 * The group: its size, its servers, what is around them, how it scales and how it is rolled.
 */
export interface Group {
  size: Size;
  server: Server;
  /**
   * Availability zones: in each of them a group of its own, with this size and these scaling policies, all behind the same load balancer. Default: one group, Nova chooses the zones.
   *
   * @minItems 1
   * @maxItems 20
   */
  zones?: string[];
  securityGroup?: SecurityGroup;
  loadBalancer?: LoadBalancer;
  scaling?: Scaling;
  health?: Health;
  rollout?: Rollout;
  /**
   * Heat's limit for one operation on the stack, in whole minutes. Default: the cloud's own, mostly 60m.
   */
  timeout?: string | number;
  budget?: Budget;
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
   * The networks, one interface each, in this order: names or ids, or more about the interface.
   *
   * @minItems 1
   */
  networks: Interface[];
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
  serverGroup?: ServerGroup;
  /**
   * Hints to Nova's scheduler; which ones count is the operator's choice.
   */
  schedulerHints?: {
    [k: string]: string;
  };
  bootVolume?: BootVolume;
  floatingIp?: FloatingIp;
  /**
   * true: the metadata comes on a drive as well. Default: as the operator has set it.
   */
  configDrive?: boolean;
  /**
   * Nova's tags of each server, 50 at most.
   *
   * @maxItems 50
   */
  tags?: string[];
  cloudInit?: CloudInit;
}
/**
 * How the servers are spread over hosts: a server group of this stack's own, or an existing one.
 */
export interface ServerGroup {
  /**
   * anti-affinity: no two servers on one host, or the build fails. soft-anti-affinity: as far as possible.
   */
  policy?: 'anti-affinity' | 'soft-anti-affinity' | 'affinity' | 'soft-affinity';
  /**
   * With anti-affinity: so many servers on one host. Default: 1.
   */
  maxPerHost?: number;
  /**
   * A name or an id.
   */
  existing?: string;
}
/**
 * Each server boots from a volume made from the image, instead of the flavor's disk.
 */
export interface BootVolume {
  /**
   * GiB.
   */
  size: number;
  /**
   * A name or an id.
   */
  type?: string;
  /**
   * true: the volume stays when its server goes, and nobody removes it.
   */
  keep?: boolean;
}
/**
 * A floating IP.
 */
export interface FloatingIp {
  /**
   * A name or an id.
   */
  network: string;
}
/**
 * User data, 49149 bytes at most: exactly one of file, inline and parts. A cloud-config is checked against cloud-init's own schema.
 */
export interface CloudInit {
  /**
   * Path of the file, relative to the spec file; sent as it stands.
   */
  file?: string;
  /**
   * The text; its first line says what it is, such as #cloud-config or #!/bin/sh.
   */
  inline?: string;
  /**
   * Several files or texts, sent as one MIME message.
   *
   * @minItems 1
   * @maxItems 100
   */
  parts?: CloudInitPart[];
  /**
   * Secrets that may stand in the user data in plain text, by the names under which they are refused.
   */
  allowSecrets?: AllowedSecret[];
}
/**
 * One part of the user data: exactly one of file and inline.
 */
export interface CloudInitPart {
  /**
   * Path of the file, relative to the spec file.
   */
  file?: string;
  /**
   * The text.
   */
  inline?: string;
  /**
   * MIME type of the part. Default: what its first line says.
   */
  type?:
    | 'text/cloud-config'
    | 'text/cloud-config-archive'
    | 'text/cloud-config-jsonp'
    | 'text/cloud-boothook'
    | 'text/jinja2'
    | 'text/part-handler'
    | 'text/x-include-url'
    | 'text/x-include-once-url'
    | 'text/x-shellscript'
    | 'text/x-shellscript-per-boot'
    | 'text/x-shellscript-per-instance'
    | 'text/x-shellscript-per-once';
}
/**
 * One secret that may stand there, and why.
 */
export interface AllowedSecret {
  /**
   * A name or an id.
   */
  name: string;
  /**
   * A name or an id.
   */
  reason: string;
}
/**
 * A security group of this stack's own, given to every server besides those named there.
 */
export interface SecurityGroup {
  /**
   * What may come in, and go out where it says so. Everything may go out unless a rule says what may.
   */
  rules: Rule[];
}
/**
 * One rule: protocol, port, and who.
 */
export interface Rule {
  /**
   * any: every protocol, then without a port.
   */
  protocol: 'tcp' | 'udp' | 'icmp' | 'icmpv6' | 'sctp' | 'any';
  /**
   * One port, or a range such as 8000-8100. Default: all.
   */
  port?: number | string;
  /**
   * in: to the server. out: from it.
   */
  direction?: 'in' | 'out';
  /**
   * For direction in: an address range, `self` for the servers of this group, or the id of a security group. Default: everybody.
   */
  from?: string;
  /**
   * For direction out: the same.
   */
  to?: string;
  /**
   * Default: 6 for an IPv6 range or icmpv6, else 4.
   */
  ipVersion?: 4 | 6;
}
/**
 * What the servers stand behind: Octavia or HAProxy.
 */
export interface LoadBalancer {
  octavia?: Octavia;
  haproxy?: HAProxy;
}
/**
 * A load balancer of this stack's own (listener, subnet), or a pool that exists already (existingPool).
 */
export interface Octavia {
  /**
   * A name or an id.
   */
  existingPool?: string;
  /**
   * A name or an id.
   */
  subnet?: string;
  /**
   * A name or an id.
   */
  provider?: string;
  floatingIp?: FloatingIp;
  listener?: Listener;
  pool?: Pool;
  member?: PoolMember;
  monitor?: Monitor;
}
/**
 * What clients connect to.
 */
export interface Listener {
  /**
   * What clients speak.
   */
  protocol: 'HTTP' | 'HTTPS' | 'TERMINATED_HTTPS' | 'TCP' | 'UDP';
  /**
   * The port that clients connect to.
   */
  port: number;
  /**
   * At most so many connections at a time. Default: no limit.
   */
  connectionLimit?: number;
  /**
   * Only from these address ranges. Default: from everywhere.
   */
  allowedCidrs?: string[];
  /**
   * With TERMINATED_HTTPS: the reference of the secret in Barbican that holds certificate and key.
   */
  tlsContainer?: string;
}
/**
 * How connections are spread over the servers.
 */
export interface Pool {
  /**
   * What the servers speak. Default: the listener's; HTTP behind TERMINATED_HTTPS.
   */
  protocol?: 'HTTP' | 'HTTPS' | 'TCP' | 'UDP' | 'PROXY';
  /**
   * Octavia's algorithm.
   */
  algorithm?: 'ROUND_ROBIN' | 'LEAST_CONNECTIONS' | 'SOURCE_IP' | 'SOURCE_IP_PORT';
  sessionPersistence?: SessionPersistence;
}
/**
 * Keeps a client on its server.
 */
export interface SessionPersistence {
  /**
   * By the client's address, by the balancer's cookie, or by the application's.
   */
  type: 'SOURCE_IP' | 'HTTP_COOKIE' | 'APP_COOKIE';
  /**
   * A name or an id.
   */
  cookie?: string;
}
/**
 * How a server is a member of the pool.
 */
export interface PoolMember {
  /**
   * The port that the servers listen on. Default: the listener's.
   */
  port?: number;
  /**
   * A name or an id.
   */
  subnet?: string;
  /**
   * A name or an id.
   */
  network?: string;
  /**
   * Share of the connections, 0 to 256.
   */
  weight?: number;
}
/**
 * How the balancer finds out who is well.
 */
export interface Monitor {
  /**
   * HTTP and HTTPS ask for a path; TCP connects; PING is ICMP.
   */
  type: 'HTTP' | 'HTTPS' | 'TCP' | 'PING' | 'UDP-CONNECT';
  /**
   * With HTTP and HTTPS: what is asked for.
   */
  path?: string;
  /**
   * With HTTP and HTTPS. Default: GET.
   */
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'TRACE' | 'OPTIONS' | 'PATCH' | 'CONNECT';
  /**
   * With HTTP and HTTPS: what counts as well, such as 200, 200,202 or 200-204. Default: 200.
   */
  codes?: string | number;
  /**
   * From one check to the next.
   */
  delay?: string | number;
  /**
   * For one check; at most the delay.
   */
  timeout?: string | number;
  /**
   * So many good checks bring a server in, so many bad ones take it out.
   */
  retries?: number;
}
/**
 * A backend of your own HAProxy, kept equal to the group by the command health with heal, through its Runtime API.
 */
export interface HAProxy {
  /**
   * The backend's name in haproxy.cfg.
   */
  backend: string;
  /**
   * The port that the servers listen on.
   */
  port: number;
  /**
   * Where the Runtime API listens, such as tcp://10.0.0.5:9999 or unix:///run/haproxy/admin.sock; a list for several.
   *
   * @minItems 1
   */
  runtimeApi: string | string[];
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
   * The scaling policies: what changes the size, and by what alarm. One without an alarm gets a URL that scales the group when it is called.
   *
   * @maxItems 50
   */
  policies?: ScalingPolicy[];
  /**
   * The measures' own spacing, as an archive policy of Gnocchi keeps it. Default: that of Ceilometer's policy in this cloud, mostly 5m.
   */
  granularity?: string | number;
  target?: Target;
  /**
   * Other bounds for a while, by the calendar. Between them the autoscaler is free as ever.
   *
   * @maxItems 16
   */
  schedules?: Schedule[];
  /**
   * true: the alarms are switched off; the servers stay.
   */
  paused?: boolean;
}
/**
 * One change of size (exactly one of add, remove, addPercent, removePercent and setTo), and the alarm that calls for it.
 */
export interface ScalingPolicy {
  /**
   * Unique in the group; part of a resource name in Heat.
   */
  name: string;
  metric?: Metric;
  /**
   * A PromQL query that yields one series, such as avg(rate(...)); the window belongs into it.
   */
  prometheus?: string;
  /**
   * Fires when the value stays above this.
   */
  above?: number | string;
  /**
   * Fires when the value stays below this.
   */
  below?: number | string;
  /**
   * For so long, a multiple of the granularity. Default: two measures; three where servers go, or a value falls, by the growth of a counter such as cpu.
   */
  for?: string | number;
  /**
   * Several conditions, all of them at once; instead of metric, above, below and for.
   *
   * @minItems 2
   * @maxItems 10
   */
  all?: Condition[];
  /**
   * Several conditions, one of them is enough.
   *
   * @minItems 2
   * @maxItems 10
   */
  any?: Condition[];
  /**
   * Stronger changes beyond stronger thresholds; each step is a scaling policy and an alarm of its own.
   *
   * @minItems 1
   * @maxItems 10
   */
  steps?: ScalingStep[];
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
  /**
   * true: the alarm acts again at each evaluation while it lasts. false: once, and a signal lost to the cooldown never comes back.
   */
  repeat?: boolean;
  /**
   * Aodh's severity.
   */
  severity?: 'low' | 'moderate' | 'critical';
}
/**
 * One condition: a metric or a PromQL query, above or below a threshold, for a time.
 */
export interface Condition {
  metric?: Metric;
  /**
   * A PromQL query that yields one series, such as avg(rate(...)); the window belongs into it.
   */
  prometheus?: string;
  /**
   * Fires when the value stays above this.
   */
  above?: number | string;
  /**
   * Fires when the value stays below this.
   */
  below?: number | string;
  /**
   * For so long, a multiple of the granularity. Default: two measures; three where servers go, or a value falls, by the growth of a counter such as cpu.
   */
  for?: string | number;
}
/**
 * A stronger change beyond a stronger threshold.
 */
export interface ScalingStep {
  /**
   * Fires when the value stays above this.
   */
  above?: number | string;
  /**
   * Fires when the value stays below this.
   */
  below?: number | string;
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
}
/**
 * Keeps a metric near a value: compiled to a pair of scaling policies with alarms that don't flap at any size of the group.
 */
export interface Target {
  metric: Metric;
  /**
   * The value to keep near.
   */
  value: number | string;
  /**
   * How long it must be off before the group grows; it shrinks after three times as long. Default: two measures.
   */
  for?: string | number;
}
/**
 * From each moment of the cron on, for a while, other bounds.
 */
export interface Schedule {
  /**
   * Unique in the group.
   */
  name: string;
  /**
   * When it begins: minute, hour, day of month, month, day of week.
   */
  cron: string;
  /**
   * The cron's time zone, by its IANA name.
   */
  timezone?: string;
  /**
   * How long it lasts; also such as 10h. It ends so much later on the clock of the world, whatever summer time does.
   */
  for: string | number;
  size: ScheduledSize;
}
/**
 * The bounds meanwhile; what is left away stays as it is.
 */
export interface ScheduledSize {
  /**
   * Never fewer servers than this.
   */
  min?: number;
  /**
   * Never more servers than this.
   */
  max?: number;
}
/**
 * How servers are watched by the command health, and how many it may replace with heal. Without it servers are looked at in Nova, and none is replaced.
 */
export interface Health {
  /**
   * What a server must pass, all of them. Default: server, and loadBalancer behind Octavia.
   *
   * @minItems 1
   * @maxItems 10
   */
  checks?: HealthCheck[];
  /**
   * So long after its launch a server may fail the other checks than server: it still starts.
   */
  gracePeriod?: string | number;
  samples?: HealthSamples;
  replace?: HealthReplace;
}
/**
 * A GET by plain HTTP, from where the command runs; redirects are not followed.
 */
export interface HttpCheck {
  /**
   * The port that is asked.
   */
  port: number;
  /**
   * The path that is asked for.
   */
  path?: string;
  /**
   * The answers that are well: one status, or several such as 200,204 or 200-299.
   */
  status?: number | string;
  /**
   * An answer later than this is none; 1s to 60s.
   */
  timeout?: string | number;
  /**
   * A name or an id.
   */
  address?: string;
}
/**
 * A TCP connection, from where the command runs.
 */
export interface TcpCheck {
  /**
   * The port that is connected to.
   */
  port: number;
  /**
   * A connection later than this is none; 1s to 60s.
   */
  timeout?: string | number;
  /**
   * A name or an id.
   */
  address?: string;
}
/**
 * How often http and tcp checks ask within one run; Nova and Octavia are believed at once.
 */
export interface HealthSamples {
  /**
   * So many of them must fail. Default: all.
   */
  failed?: number;
  /**
   * So many questions.
   */
  of?: number;
  /**
   * Wait between two questions.
   */
  interval?: string | number;
}
/**
 * How many sick servers are replaced with heal; the size of the group never changes.
 */
export interface HealthReplace {
  /**
   * At most so many at once, counting all that are made, exchanged or still in their grace period.
   */
  maxUnavailable?: number;
  /**
   * At most so many in an hour; 0 = none is ever replaced, only told. Default: 4 times maxUnavailable.
   */
  perHour?: number;
  /**
   * When more than this share of the group is sick, or all of it, none is replaced: then the cause is elsewhere.
   */
  brake?: string;
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
   * Keep so many members in service while a batch is under way, with extra members when it needs them. Behind a load balancer, or with drain or ready, the old server serves until the new one does, so none are needed. Default 0: no extra members.
   */
  minInService?: number;
  /**
   * Wait between batches.
   */
  pause?: string | number;
  /**
   * replace: a new server, then the old one goes; behind a load balancer, or with drain or ready, it serves until then, else Heat takes it off its networks first. rebuild: the same server is reinstalled in place and is down meanwhile; its user data is not sent again.
   */
  imageChange?: 'replace' | 'rebuild';
  /**
   * replace: a new server, then the old one goes. resize: the same server is resized in place and is down meanwhile.
   */
  flavorChange?: 'replace' | 'resize';
  ready?: Ready;
  /**
   * A server that goes leaves the load balancer first, and runs on for so long. Default: 30s behind a load balancer, else 0s.
   */
  drain?: string | number;
}
/**
 * A new server counts as there (and joins the load balancer, and lets the next batch begin) only when it says so itself.
 */
export interface Ready {
  /**
   * After so long without its word the rollout stops; the old servers stay.
   */
  timeout?: string | number;
  /**
   * A shell command, run on the server until it succeeds; then the server says that it is ready. Default: as soon as cloud-init has done the rest.
   */
  check?: string;
}
/**
 * What the group may cost; held against the price list that `.thermostat.yaml` names.
 */
export interface Budget {
  /**
   * The most that a month of 730 hours at the largest size may cost, in the currency of the price list.
   */
  monthly: number;
  /**
   * `error` refuses what costs more, `warn` shows it.
   */
  severity?: 'error' | 'warn';
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
/**
 * What holds for the whole repository: the file `.thermostat.yaml` at its root, or in the workflow's working-directory. On a pull request the base branch's file counts, so that nobody changes the rules with the change that they judge.
 */
export interface Settings {
  apiVersion: 'thermostat/v1';
  kind: 'Settings';
  spec: SettingsSpec;
}
/**
 * The settings; every one may be left out.
 */
export interface SettingsSpec {
  limits?: Limits;
  /**
   * Differences that drift, plan and apply leave alone until the rule expires: an update of something else sends the live value.
   */
  ignore?: IgnoreRule[];
  guardrails?: GuardrailSettings;
  freeze?: Freeze;
  /**
   * File of price lists (kind Prices), seen from the folder of `.thermostat.yaml`. On a pull request the base branch's file counts. Default: nothing is known of costs.
   */
  prices?: string;
  cloudKitty?: CloudKitty;
}
/**
 * Refuse a whole run that goes further.
 */
export interface Limits {
  /**
   * Stacks that one run may delete, tombstones or not.
   */
  maxDeletions?: number;
}
/**
 * One difference that is known and left alone.
 */
export interface IgnoreRule {
  /**
   * Name of the spec; `*` stands for any run of characters.
   */
  group: string;
  /**
   * What differs, as plan and drift name it, such as `resources.web.properties.max_size` or `server web-1 metadata.owner`; `*` stands for any run of characters, and all below it is meant, too.
   */
  path: string;
  /**
   * Why it is right that it differs; shown wherever the rule is used.
   */
  reason: string;
  /**
   * The last day it holds (UTC), so that nobody forgets it.
   */
  expires: string;
}
/**
 * Which guardrails hold.
 */
export interface GuardrailSettings {
  /**
   * Packs that ship with Thermostat, see docs/guardrails.md.
   */
  packs?: ('baseline' | 'production' | 'cost')[];
  /**
   * Globs of your own guardrails; every document in these files is one.
   *
   * @maxItems 100
   */
  files?: string[];
  /**
   * What holds otherwise here.
   *
   * @maxItems 500
   */
  overrides?: GuardrailOverride[];
  /**
   * Groups that need not keep a guardrail, for a while.
   *
   * @maxItems 500
   */
  waivers?: Waiver[];
}
/**
 * Changes one guardrail for this repository.
 */
export interface GuardrailOverride {
  /**
   * The guardrail: `baseline/two-behind-a-balancer` of a pack, or the name of one of your own.
   */
  guardrail: string;
  /**
   * `off` leaves the guardrail out.
   */
  severity?: 'error' | 'warn' | 'off';
  /**
   * Values in place of the guardrail's own, by name.
   */
  parameters?: {
    [k: string]: unknown;
  };
}
/**
 * One guardrail that some groups need not keep; shown with every plan that makes use of it.
 */
export interface Waiver {
  /**
   * The guardrail: `baseline/two-behind-a-balancer` of a pack, or the name of one of your own.
   */
  guardrail: string;
  /**
   * Name of the spec; `*` stands for any run of characters.
   */
  group: string;
  /**
   * Why it is right not to keep it.
   */
  reason: string;
  /**
   * The last day it holds (UTC).
   */
  expires: string;
  /**
   * Who answers for it.
   */
  approvedBy: string;
}
/**
 * When nothing may be applied. Schedules and alarms go on.
 */
export interface Freeze {
  /**
   * Times, each for some groups or for all. A window that denies wins over one that allows; where a group has windows that allow, it may change in them only.
   *
   * @maxItems 100
   */
  windows?: FreezeWindow[];
  /**
   * Who may let a change pass in spite of a window, by the name they have on the forge. Empty: nobody.
   *
   * @maxItems 100
   */
  approvers?: string[];
}
/**
 * Times at which groups may not change, or the only ones at which they may.
 */
export interface FreezeWindow {
  /**
   * Shown when it refuses.
   */
  name: string;
  /**
   * `deny`: no changes meanwhile; `allow`: changes only meanwhile.
   */
  effect?: 'deny' | 'allow';
  /**
   * When it begins: minute, hour, day of month, month, day of week.
   */
  cron: string;
  /**
   * The cron's time zone, by its IANA name.
   */
  timezone?: string;
  /**
   * How long it lasts; also such as 62h.
   */
  for: string | number;
  /**
   * Names of the specs that are meant; `*` stands for any run of characters.
   *
   * @minItems 1
   * @maxItems 500
   */
  groups?: string[];
  /**
   * Only groups that carry all of these labels; `*` stands for any run of characters.
   */
  labels?: {
    [k: string]: string;
  };
  /**
   * Shown when it refuses.
   */
  reason?: string;
}
/**
 * Asks the cloud's rating service for every price that the price list does not know. Default: nobody is asked.
 */
export interface CloudKitty {
  /**
   * What its prices are in: CloudKitty itself does not say. The price list must be in the same.
   */
  currency: string;
  /**
   * What one of its prices is for: the operator's `collect.period`.
   */
  period?: string | number;
}
/**
 * A rule that plans must keep: in files below policies/ of the repository. On a pull request those of the base branch count.
 */
export interface Guardrail {
  apiVersion: 'thermostat/v1';
  kind: 'Guardrail';
  metadata: GuardrailMetadata;
  spec: GuardrailRule;
}
/**
 * Which guardrail this is.
 */
export interface GuardrailMetadata {
  /**
   * How findings, overrides and waivers call it; each name once.
   */
  name: string;
}
/**
 * The rule, whom it is for, and what it says.
 */
export interface GuardrailRule {
  /**
   * What it is good for, in one sentence.
   */
  description?: string;
  /**
   * `error` refuses the change, `warn` is shown with it.
   */
  severity: 'error' | 'warn';
  match?: GuardrailMatch;
  /**
   * Values that the rule reads as `params`, with their defaults; settings may override them.
   */
  parameters?: {
    [k: string]: unknown;
  };
  /**
   * An expression in CEL, the Common Expression Language: true where all is well. What it sees: docs/guardrails.md.
   */
  rule: string;
  /**
   * What is wrong, with `{{ expression }}` wherever a value belongs.
   */
  message: string;
  /**
   * The key of the spec that is to blame, such as `spec.size.min`: its line is shown.
   */
  at?: string;
  /**
   * Where to read on.
   */
  help?: string;
  examples: GuardrailExamples;
}
/**
 * Whom the rule is for; all that is given must fit.
 */
export interface GuardrailMatch {
  /**
   * Names of specs; `*` stands for any run of characters.
   *
   * @minItems 1
   */
  names?: string[];
  /**
   * Labels that the group carries; `*` stands for any run of characters.
   */
  labels?: {
    [k: string]: string;
  };
  /**
   * Kinds of specs.
   *
   * @minItems 1
   */
  kinds?: ('AutoScalingGroup' | 'HeatStack' | 'HOT' | 'CloudFormation' | 'Deleted')[];
  /**
   * What the plan does with the group; a group that only follows its schedules is never held.
   *
   * @minItems 1
   */
  actions?: ('create' | 'update' | 'replace' | 'delete' | 'no-op')[];
}
/**
 * What passes and what fails; `validate` runs them. Each example is what differs from a small group that is being created.
 */
export interface GuardrailExamples {
  /**
   * Facts with which the rule is true.
   *
   * @minItems 1
   * @maxItems 50
   */
  passing: {
    [k: string]: unknown;
  }[];
  /**
   * Facts with which it is false.
   *
   * @minItems 1
   * @maxItems 50
   */
  failing: {
    [k: string]: unknown;
  }[];
}
/**
 * A list of prices, in the file that `prices` in `.thermostat.yaml` names; of several lists the newest that is valid on the day counts. On a pull request the base branch's file counts. What has no price is said to be unknown.
 */
export interface Prices {
  apiVersion: 'thermostat/v1';
  kind: 'Prices';
  spec: PriceList;
}
/**
 * The prices.
 */
export interface PriceList {
  /**
   * As it is to be shown.
   */
  currency: string;
  /**
   * The first day it holds (UTC).
   */
  validFrom: string;
  perHour?: HourlyPrices;
  perMonth?: MonthlyPrices;
}
/**
 * What is paid by the hour.
 */
export interface HourlyPrices {
  flavors?: FlavorPrices;
  /**
   * Of a floating IP.
   */
  floatingIp?: number;
  /**
   * Of an Octavia load balancer.
   */
  loadBalancer?: number;
}
/**
 * Of a server, by its flavor's name or id.
 */
export interface FlavorPrices {
  [k: string]: Price;
}
/**
 * What is paid by the month, which has 730 hours.
 */
export interface MonthlyPrices {
  /**
   * Of one GiB of a volume.
   */
  volumeGb?: number;
}
