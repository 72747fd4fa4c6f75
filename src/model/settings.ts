/** What holds for the whole repository: `.thermostat.yaml`, valid, every default filled in. */
import type { RatingSource } from './cost.ts';
import type { JsonObject } from './json.ts';
import type { Position } from './problem.ts';

export interface Settings {
  readonly limits: Limits;
  readonly ignore: readonly IgnoreRule[];
  readonly guardrails: GuardrailSettings;
  readonly freeze: Freeze;
  /** File of price lists; null = nothing is known of costs. */
  readonly prices: string | null;
  /** Whom to ask for the prices that no list knows; null = nobody. */
  readonly cloudKitty: RatingSource | null;
}

export interface Limits {
  /** Stacks that one run may delete. */
  readonly maxDeletions: number;
}

/** A difference that is known and left alone. */
export interface IgnoreRule {
  /** Name of a spec; `*` stands for any run of characters. */
  readonly group: string;
  /** As plan and drift name it; `*` stands for any run of characters, and what is below it is meant, too. */
  readonly path: string;
  readonly reason: string;
  /** `2027-03-31`: the last day it holds, UTC. */
  readonly expires: string;
  readonly source: Position;
}

/** Which guardrails hold, and what is otherwise here. */
export interface GuardrailSettings {
  /** Names of packs that ship with Thermostat. */
  readonly packs: readonly string[];
  /** Globs of the repository's own. */
  readonly files: readonly string[];
  readonly overrides: readonly GuardrailOverride[];
  readonly waivers: readonly Waiver[];
}

export interface GuardrailOverride {
  readonly guardrail: string;
  /** null = as the guardrail says. */
  readonly severity: 'error' | 'warn' | 'off' | null;
  readonly parameters: JsonObject;
  readonly source: Position;
}

/** A guardrail that some groups need not keep, for a while. */
export interface Waiver {
  readonly guardrail: string;
  /** Name of a spec; `*` stands for any run of characters. */
  readonly group: string;
  readonly reason: string;
  /** The last day it holds, UTC. */
  readonly expires: string;
  readonly approvedBy: string;
  readonly source: Position;
}

/** When nothing may be applied. */
export interface Freeze {
  readonly windows: readonly FreezeWindow[];
  /** Who may let a change pass in spite of a window. */
  readonly approvers: readonly string[];
}

export interface FreezeWindow {
  readonly name: string;
  /** `deny` wins; where a group has windows that allow, it may change in them only. */
  readonly effect: 'deny' | 'allow';
  readonly cron: string;
  /** IANA name. */
  readonly timezone: string;
  readonly forSeconds: number;
  /** Names of specs; `*` stands for any run of characters. */
  readonly groups: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** '' = none given. */
  readonly reason: string;
  readonly source: Position;
}
