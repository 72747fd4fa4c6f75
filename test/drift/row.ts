/** One kind of hand change: what somebody does by the OpenStack API, under which name it is found, how it is taken back. */
import type { Scene } from './scene.ts';

export interface Row {
  /** What somebody does, for the table in the documentation. */
  readonly deed: string;
  /** The stack that it is done to: one like this for itself; `project`: what stands beside all stacks. */
  readonly on: 'web' | 'edge' | 'tier' | 'project';
  /** The kinds that are found, and no others. */
  readonly kinds: readonly string[];
  /** Does it, and says how to take it back. */
  readonly change: (scene: Scene) => Promise<() => Promise<unknown>>;
  /** The check is made so many minutes later. */
  readonly minutesLater?: number;
  /** `drift --fix` leaves it, though it puts others of the kind right. */
  readonly left?: true;
  /** Why it can be done on one of the clouds only. */
  readonly only?: 'real' | 'sandbox';
}
