// The shapes of scripted trouble, as the world keeps it.

import type { Json } from './json.ts';

/** A rule for requests: which, how often, and what happens instead of an answer. */
export interface RequestFault {
  readonly method: string | null;
  readonly path: string;
  readonly regexp: boolean;
  /** Requests that match but are let through first. */
  skip: number;
  /** Requests still to be hit; null is every one. */
  times: number | null;
  readonly effect: RequestEffect;
}

export type RequestEffect =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Json;
    }
  | { readonly kind: 'reset-before' }
  | { readonly kind: 'reset-after' }
  | { readonly kind: 'stall'; readonly milliseconds: number }
  | { readonly kind: 'truncate'; readonly bytes: number }
  | { readonly kind: 'junk' }
  | { readonly kind: 'html'; readonly status: number };

/** A rule for servers being built. */
export interface ServerFault {
  readonly kind: 'spawn-fail' | 'spawn-delay';
  readonly name: string | null;
  readonly flavor: string | null;
  skip: number;
  times: number | null;
  readonly seconds: number;
}
