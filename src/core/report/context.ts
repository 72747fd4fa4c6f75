/** What a report says about its surroundings, beside the plan itself. */

import type { Line } from './document.ts';

export interface ReportContext {
  /** As `CloudReader.label`: `cloud "prod", project "demo", region "RegionOne"`. */
  readonly cloud: string;
  readonly commit?: string | null;
  readonly base?: string | null;
  /** Paths of rules that the pull request changes, and that count only when it is merged. */
  readonly rules?: readonly string[];
  readonly links?: ReportLinks;
  /** Tells apart several reports of one kind on one pull request, such as two clouds. */
  readonly key?: string;
  /** Sentences about something else that everybody should know. */
  readonly notices?: readonly Line[];
}

export interface ReportLinks {
  readonly run?: string | null;
  readonly summary?: string | null;
  /** Where the files of the commit are shown, such as `https://github.com/shop/infra/blob/4f2c9e1`. */
  readonly source?: string | null;
  /** Horizon's own address, such as `https://cloud.example/horizon`. */
  readonly horizon?: string | null;
}
