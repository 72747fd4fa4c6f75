// The instances of a request: one by its id, or a page of those that a search finds.

import type { Cloud } from '../cloud.ts';
import { type Answer, json } from '../http/answer.ts';
import type { Call } from '../http/call.ts';
import type { Parameters } from '../http/routes.ts';
import type { Json } from '../json.ts';
import type { Session } from '../keystone/tokens.ts';
import { describeInstance, findInstance, type Instance } from './instances.ts';
import { maySee } from './metrics.ts';
import { page } from './paging.ts';
import { findInstances } from './query.ts';
import { GnocchiRefusal, notThere } from './refusals.ts';
import { attributeNames } from './resource-types.ts';

/** Throws a refusal if there is none that the user may see. */
export function instanceFor(cloud: Cloud, session: Session, { type = '', id = '' }: Parameters): Instance {
  if (attributeNames(type) === undefined) throw notThere(`Resource type ${type}`);
  const found = type === 'instance' || type === 'generic' ? findInstance(cloud, id) : undefined;
  if (found === undefined) throw notThere(`Resource ${id}`);
  if (!maySee(session, found)) throw new GnocchiRefusal(403, '');
  return found;
}

/** The oldest first. */
export function listed(cloud: Cloud, call: Call, session: Session, type: string, search?: Json): Answer {
  if (attributeNames(type) === undefined) throw notThere(`Resource type ${type}`);
  const found = findInstances(cloud, { type, search, visible: (one) => maySee(session, one) });
  const sorted = [...found].sort(
    (one, other) => one.launched - other.launched || (one.id < other.id ? -1 : 1),
  );
  const { shown, headers } = page(cloud, call, sorted, 'sort=revision_start%3Aasc&sort=started_at%3Aasc');
  return json(
    200,
    shown.map((one) => describeInstance(cloud, one)),
    headers,
  );
}
