/** What a row of the table says: one change of a spec, what becomes of the servers, what is then to be seen. */

export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
type Part = Readonly<Record<string, Value>>;

export interface Row extends Sights {
  /** Paths below `spec` or `metadata/`; null takes the value away, `$name` stands for what is around. */
  readonly put: Part;
  /**
   * Of every server that there is; `refused`: the plan does not let it happen, and the spec goes back; `none`: Heat has
   * nothing to do.
   */
  readonly fate: 'keep' | 'update' | 'replace' | 'delete' | 'refused' | 'none';
  /** Servers afterwards; one when nothing is said. */
  readonly size?: number;
  /** Then scaling policies are called by their URLs, one after the other, and the group comes to so many servers. */
  readonly calls?: readonly (readonly [policy: string, size: number])[];
}

/** By names of resources without the mark at their end; each a part of what is there. */
export interface Sights {
  /** What the service itself shows. */
  readonly sees?: Part;
  /** Properties in the template that Heat keeps, for what no service shows. */
  readonly keeps?: Part;
  /** What Aodh shows of a scaling policy's alarm. */
  readonly alarms?: Part;
  /** Where HAProxy has the group's servers. */
  readonly lines?: Lines;
  /** Tags of the stack. */
  readonly tags?: readonly string[];
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
}

export interface Lines {
  /** Which of the two. */
  readonly at: readonly ('a' | 'b')[];
  readonly backend: string;
  readonly port: number;
  readonly network: string;
}

export interface Walk {
  readonly title: string;
  readonly word: string;
  readonly start: Part;
  /** After the creation. */
  readonly first: Sights;
  readonly rows: readonly Row[];
}

export const SIZE = { min: 1, max: 3 };
export const SERVER = { image: 'ubuntu-20.04', flavor: 'm1.nano', networks: ['private-network'] };
