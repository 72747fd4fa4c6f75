/** Whether hosts have room for what groups may still ask for: what a quota permits is no promise of it. */

export interface HostQuestion {
  /** The flavor's name. */
  readonly flavor: string;
  readonly vcpus: number;
  readonly ramMiB: number;
  /** On the host's own disk; 0 = the servers boot from volumes, or need none. */
  readonly diskGiB: number;
}

/** One row for each question; none where the credential may not ask. */
export type HostRoom = HostQuestion &
  (
    | {
        readonly kind: 'known';
        /** Further servers of this flavor alone, wherever they fit; others share the hosts. */
        readonly servers: number;
        /** There are more hosts than Placement was asked for. */
        readonly orMore: boolean;
      }
    | { readonly kind: 'unknown'; readonly why: string }
  );
