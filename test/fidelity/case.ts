/** What a case of the table says: a stack, a state that it is in, one change. */
import type { Value } from '../fields/row.ts';

type Part = Readonly<Record<string, Value>>;

/** What a stack is made from. */
export interface Base {
  /** An AutoScalingGroup or a HeatStack, without its name. */
  readonly document: Part;
  /** Beside it, by name. */
  readonly files: Readonly<Record<string, string>>;
  /** The scaling policy that adds a server, and the one that goes to the maximum. */
  readonly policies: { readonly one: string; readonly most: string };
  /** A change that replaces the servers, which breaks half-way for `update failed`. */
  readonly breaks: Change;
}

/** One commit. */
export interface Change {
  /** Paths below `spec` or `metadata/`; null takes the value away, `$name` stands for what is around. */
  readonly put?: Part;
  /** In a file: this text becomes that one. */
  readonly files?: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>;
  /** The file is called otherwise, where others name it too. */
  readonly rename?: readonly [from: string, to: string];
}

export const STATES = [
  'at rest',
  'scaled out',
  'at max',
  'in cooldown',
  'server in ERROR',
  'ERROR found by a check',
  'update failed',
] as const;
export type State = (typeof STATES)[number];

/** Changes of one stack. Where a change leaves the state as it was, the next one is made after it. */
export interface Chain {
  readonly base: string;
  /** Of the spec, from the beginning. */
  readonly start?: Part;
  readonly rows: readonly {
    readonly what: string;
    readonly change: Change;
    /** Left out: at rest. */
    readonly in?: readonly State[];
  }[];
}

export interface Case {
  readonly name: string;
  readonly what: string;
  readonly base: string;
  readonly state: State;
  readonly change: Change;
}

/** Cases on one stack, one after another. */
export interface Play {
  readonly base: string;
  readonly state: State;
  readonly start: Part;
  readonly cases: readonly Case[];
}
