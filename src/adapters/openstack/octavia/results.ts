/** What Octavia answers, in our words. */
import { isJsonObject, type Json } from '../../../model/json.ts';
import type { NamedThing } from '../../../model/observed.ts';
import type { Page } from '../pages.ts';
import { listIn, listOr, objectOr, textIn, textOr } from '../shape.ts';

export function poolPage(body: Json): Page<NamedThing> {
  const items = listIn(body, 'pools').map((pool) => ({
    id: textIn(pool, 'id'),
    name: textOr(pool['name'], ''),
  }));
  const links = listOr(objectOr(body)['pools_links']).filter(isJsonObject);
  const more = links.some((link) => link['rel'] === 'next');
  return { items, nextMarker: more ? (items.at(-1)?.id ?? null) : null };
}
