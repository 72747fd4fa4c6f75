/** What a project may have of each thing that scaling groups use up, what it has, and what its groups take at most. */

export const QUOTA_NAMES = [
  'instances',
  'cores',
  'ramMiB',
  'ports',
  'floatingIps',
  'poolMembers',
  'volumes',
  'volumeGiB',
] as const;
export type QuotaName = (typeof QUOTA_NAMES)[number];

export type Quota =
  /** `limit` null = as many as one likes; then `used` is not always asked, and null. */
  | { readonly kind: 'known'; readonly limit: number | null; readonly used: number | null }
  | { readonly kind: 'unknown'; readonly why: string };

export interface Quotas {
  readonly of: Readonly<Record<QuotaName, Quota>>;
  /** Servers in one server group, whichever; nothing is ever used of it as far as Nova tells. */
  readonly serverGroupMembers: Quota;
}

/** What somebody takes of each; null = nobody can tell. */
export type Take = Readonly<Record<QuotaName, number | null>>;

/** One row of head-room: what is used, what all groups take at most together, what is allowed. */
export type HeadRoom =
  | {
      readonly state: 'exceeded' | 'tight' | 'roomy';
      /** Servers of one server group count by themselves: `of` names whose. */
      readonly name: QuotaName | 'serverGroupMembers';
      readonly of: string | null;
      readonly limit: number;
      /** Used now by what is no group of these specs. */
      readonly others: number;
      /** All groups at their largest. */
      readonly most: number;
      /** Further, while full groups exchange their servers. */
      readonly surge: number;
    }
  | {
      readonly state: 'unlimited';
      readonly name: QuotaName | 'serverGroupMembers';
      readonly of: string | null;
    }
  | {
      readonly state: 'unknown';
      readonly name: QuotaName | 'serverGroupMembers';
      readonly of: string | null;
      readonly why: string;
    };
