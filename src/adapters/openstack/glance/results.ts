/** What Glance answers, in our words. */
import type { Json } from '../../../model/json.ts';
import type { NamedThing } from '../../../model/observed.ts';
import type { Page } from '../pages.ts';
import { listIn, objectOr, textIn, textOr } from '../shape.ts';

/** An image may lack a name. */
export function imagePage(body: Json): Page<NamedThing> {
  const items = listIn(body, 'images').map((image) => ({
    id: textIn(image, 'id'),
    name: textOr(image['name'], ''),
  }));
  const more = textOr(objectOr(body)['next'], null) !== null;
  return { items, nextMarker: more ? (items.at(-1)?.id ?? null) : null };
}
