/** What CloudKitty answers, narrowed once. */
import type { Json } from '../../../model/json.ts';
import { listIn, ShapeError, textIn, textOr } from '../shape.ts';

/** Something that is collected and rated. */
export interface RatedMetric {
  readonly name: string;
  /** `instance`, `GiB`, `ip` */
  readonly unit: string;
}

/** cloudkitty/api/v1/datamodels/info.py */
export function ratedMetrics(body: Json): readonly RatedMetric[] {
  return listIn(body, 'metrics').map((row) => ({
    name: textIn(row, 'metric_id'),
    unit: textOr(row['unit'], ''),
  }));
}

/** A number, in some releases as a text. */
export function quotedPrice(body: Json): number {
  const price = typeof body === 'string' && body.trim() !== '' ? Number(body) : body;
  if (typeof price === 'number' && Number.isFinite(price) && price >= 0) return price;
  throw new ShapeError('a price, a number that is not negative');
}
