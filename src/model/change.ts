/** One difference between desired and observed, and what Heat will do about it. */
import type { Json } from './json.ts';

export type Action = 'create' | 'update' | 'replace' | 'delete' | 'no-op';

/** `certain`: measured or read in Heat's source; `predicted`: depends on what only Heat can resolve. */
export type Confidence = 'certain' | 'predicted';

export interface FieldChange {
  /** Dotted path below the change's address, such as `properties.flavor`. */
  readonly path: string;
  /** null stands for absent, too; secrets are already redacted. */
  readonly before: Json;
  readonly after: Json;
}

export interface Change {
  /** `resources.web`, `parameters.flavor`, `outputs.urls`, `tags`, `files.member.yaml`, `stack`. */
  readonly address: string;
  readonly action: Action;
  /** One clause that explains; never decides. */
  readonly reason: string;
  readonly confidence: Confidence;
  readonly fields: readonly FieldChange[];
}
