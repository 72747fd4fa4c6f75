/** What the checks of one server look at, and how they tell of it. */
import type { DriftItem } from '../../model/drift.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Mend } from '../../model/mend.ts';
import type { ObservedServer } from '../../model/observed.ts';
import { type DriftKindName, driftItem } from './kinds.ts';
import type { StackView } from './view.ts';

export interface ServerView extends StackView {
  readonly server: ObservedServer;
  /** What Heat was told of it. */
  readonly type: string;
  readonly properties: JsonObject;
  /** Its resource's name, which ends its own name. */
  readonly resource: string;
  /** What to do to get a new server in its place. */
  readonly replace: string;
}

export interface Change {
  readonly kind: DriftKindName;
  readonly repository: string;
  readonly cloud: string;
  readonly remedy: string;
  readonly since?: string | null;
  /** What of the server: `metadata.owner`. */
  readonly part?: string;
  readonly mends?: readonly Mend[];
}

export function found({ server }: ServerView, { part, ...change }: Change): readonly DriftItem[] {
  const subject = `server ${server.name || server.id}${part === undefined ? '' : ` ${part}`}`;
  return [
    driftItem({
      subject,
      about: { service: 'server', id: server.id },
      since: server.updatedAt,
      ...change,
    }),
  ];
}
