/** Where the cloud differs from the repository though nobody merged anything. */
import type { Position, Problem } from './problem.ts';

export interface Drift {
  readonly version: 1;
  readonly groups: readonly GroupDrift[];
  readonly problems: readonly Problem[];
}

export interface GroupDrift {
  readonly name: string;
  readonly stackId: string | null;
  readonly source: Position;
  readonly status: 'clean' | 'drifted' | 'in-progress' | 'unchecked';
  readonly items: readonly DriftItem[];
  /** What differs and is the autoscaler's right: `the group stands at 5 (2..12)`. */
  readonly notDrift: readonly string[];
  /** Why it could not be checked, when it could not. */
  readonly message: string;
}

export interface DriftItem {
  /** Stable name of the kind, such as `server-missing`, `template-edited`. */
  readonly kind: string;
  /** What differs: `server web-x71c`, `resources.web.properties.max_size`. */
  readonly subject: string;
  readonly repository: string;
  readonly cloud: string;
  /** How to put it right. */
  readonly remedy: string;
}
