/** What Octavia answers, in our words. */
import type { PoolMember } from '../../../model/evidence.ts';
import { isJsonObject, type Json } from '../../../model/json.ts';
import type { NamedThing } from '../../../model/observed.ts';
import { markerIn, type Page } from '../pages.ts';
import { listIn, listOr, textIn, textOr } from '../shape.ts';

export function poolPage(body: Json): Page<NamedThing> {
  const items = listIn(body, 'pools').map((pool) => ({
    id: textIn(pool, 'id'),
    name: textOr(pool['name'], ''),
  }));
  return { items, nextMarker: markerIn(body, 'pools_links', items.at(-1)?.id) };
}

export function poolsWithMembers(
  body: Json,
): Page<{ readonly id: string; readonly members: readonly string[] }> {
  const items = listIn(body, 'pools').map((pool) => ({
    id: textIn(pool, 'id'),
    members: listOr(pool['members'])
      .filter(isJsonObject)
      .flatMap((member) => textOr(member['id'], [])),
  }));
  return { items, nextMarker: markerIn(body, 'pools_links', items.at(-1)?.id) };
}

export function memberPage(body: Json): Page<PoolMember> {
  const items = listIn(body, 'members').map((member) => ({
    id: textIn(member, 'id'),
    operating: textOr(member['operating_status'], 'UNKNOWN'),
    provisioning: textOr(member['provisioning_status'], 'UNKNOWN'),
  }));
  return { items, nextMarker: markerIn(body, 'members_links', items.at(-1)?.id) };
}
