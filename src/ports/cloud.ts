/** What we ask of a cloud, in our words: a reader for everyone, a writer for `execute` alone. */
import type { RatingQuestion, Ratings } from '../model/cost.ts';
import type { CatalogueType } from '../model/desired.ts';
import type { PoolMember } from '../model/evidence.ts';
import type { Telemetry, TelemetryQuestion } from '../model/facts.ts';
import type { HostQuestion, HostRoom } from '../model/host-room.ts';
import type { JsonObject } from '../model/json.ts';
import type { Mend } from '../model/mend.ts';
import type {
  Catalogue,
  ObservedStack,
  SeenStack,
  StackContent,
  StackEvent,
  StackPulse,
  StackRef,
  StackSummary,
} from '../model/observed.ts';
import type { Quotas } from '../model/quota.ts';
import type { StackRequest } from '../model/request.ts';
import type { Deed, Maker, MeteredServer, ProjectThings, ThingKind } from '../model/things.ts';

export interface ThingsWanted {
  readonly kinds: readonly ThingKind[];
  /** Pools whose members are wanted: one call each. */
  readonly pools: readonly string[];
  /** Which servers are wanted of those that say that they belong to a group; null = none, nobody is asked. */
  readonly metered: ((server: MeteredServer) => boolean) | null;
}

export interface CloudReader {
  /** For people: `cloud "prod", project "demo", region "RegionOne"`. */
  readonly label: string;

  /** Milliseconds by which the cloud's clock is ahead of this machine's, as far as its answers told; 0 = the same. */
  clockAhead(): number;

  /** Every stack of the project that is not nested in another, one list. */
  listStacks(): Promise<readonly StackSummary[]>;

  /**
   * The stacks of these names, in the order asked, each once; a name nobody has is `absent`. Of those whose content is
   * known, by what the list says of them, only the resources are read.
   */
  observe(
    names: readonly string[],
    known?: (stack: StackSummary) => StackContent | null,
  ): Promise<readonly ObservedStack[]>;

  /** The same without what the stacks were made of: one call each beside the lists. */
  observeLive(names: readonly string[]): Promise<readonly SeenStack[]>;

  /** The template as Heat holds it; null when the stack is gone. */
  template(stack: StackRef): Promise<JsonObject | null>;

  /** Each member's own definition, from the template of a group's nested stack: what Heat really gave to whom. */
  memberDefinitions(nested: StackRef): Promise<Readonly<Record<string, JsonObject>>>;

  /** What the project may use of these types, each list read once a run; the other lists are empty. */
  catalogue(types: readonly CatalogueType[]): Promise<Catalogue>;

  /** How measures are kept and which there are: asked of Gnocchi once a run, if the cloud has it. */
  telemetry(question: TelemetryQuestion): Promise<Telemetry>;

  /** Every address in use on the network, as far as the project may see; read once a run. */
  addressesInUse(networkId: string): Promise<readonly string[]>;

  /** What the project may have and has, asked anew each time; what can't be asked is unknown, never an error. */
  quotas(): Promise<Quotas>;

  /** Whether the hosts have room: a row for each question, none at all where the credential may not ask; never an error. */
  hostRoom(questions: readonly HostQuestion[]): Promise<readonly HostRoom[]>;

  /** What the cloud's own rating service asks for these; what can't be asked is unknown, never an error. */
  ratings(question: RatingQuestion): Promise<Ratings>;

  /** What the project holds beside its stacks, as it is now: asked anew each time. */
  things(wanted: ThingsWanted): Promise<ProjectThings>;

  /** What was done to a server or an alarm, newest first; null when the service does not tell that. Throws CloudError. */
  deeds(service: 'server' | 'alarm', id: string): Promise<readonly Deed[] | null>;

  /** The stacks that these resources are directly in, by address; those that Heat does not list are left out. */
  holders(stack: StackRef, addresses: readonly string[]): Promise<ReadonlyMap<string, StackRef>>;

  /**
   * Which stacks of the project made these (physical ids); what no stack made is left out, null = nobody can tell. One list for
   * each stack, once a run.
   */
  makers(ids: readonly string[]): Promise<ReadonlyMap<string, Maker> | null>;

  /** Who is at work on the stack or its groups right now; null when the stack is gone. */
  pulse(stack: StackRef): Promise<StackPulse | null>;

  /** What Octavia reports of these members of pools (ids); those that it does not know are left out. */
  poolMembers(ids: readonly string[]): Promise<readonly PoolMember[]>;

  /** The last lines of a server's console log; null when the server is gone or has none. */
  consoleLog(serverId: string, lines: number): Promise<string | null>;

  /** Events of the stack and its nested stacks after `after` (an event id; null = none known yet), oldest first. */
  events(stack: StackRef, after: string | null): Promise<readonly StackEvent[]>;

  /** The newest events of the stack and its nested stacks, some hundred without a gap, oldest first. */
  latestEvents(stack: StackRef): Promise<readonly StackEvent[]>;
}

export type { StackRequest };

/** What a service can be asked; what Heat makes anew is marked and updated. */
export type ServiceMend = Exclude<Mend, { readonly kind: 'remake' }>;

export interface CloudWriter {
  create(request: StackRequest): Promise<StackRef>;
  /** PUT: the whole, so that nothing of an earlier edit stays. Returns when Heat has accepted it. */
  update(stack: StackRef, request: StackRequest): Promise<void>;
  /** Quiet when the stack is already gone. */
  delete(stack: StackRef): Promise<void>;
  /** Of a group's nested stack: the resource (name or physical id) is replaced at that stack's next update. */
  markUnhealthy(stack: StackRef, resource: string, reason: string): Promise<void>;
  /** Takes the mark back; quiet when there is none, or no such resource. */
  unmark(stack: StackRef, resource: string, reason: string): Promise<void>;
  /** PATCH with nothing: what is marked or failed is made anew, everything else stays. Returns when Heat has accepted it. */
  updateInPlace(stack: StackRef): Promise<void>;
  /**
   * Sets what a service has back to what Heat was told; the same again is the same, what is gone already is no trouble.
   * Octavia takes one change of a balancer at a time (`conflict`), and carries it out after it has answered.
   */
  mend(mend: ServiceMend): Promise<void>;
}
