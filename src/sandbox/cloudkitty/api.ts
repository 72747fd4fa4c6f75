// CloudKitty v1 over HTTP: what is rated, and quotes by the rules of its hashmap. There only once prices were set.

import type { Cloud } from '../cloud.ts';
import { type Answer, json } from '../http/answer.ts';
import { type Call, objectBody } from '../http/call.ts';
import { isObject, type Json, type JsonObject, objectOr } from '../json.ts';
import { sessionOf } from '../keystone/tokens.ts';

/** A rule of the hashmap module: of a service, or of a field of it that has this value. */
export interface RatingRule {
  readonly service: string;
  readonly field: string | null;
  readonly value: string | null;
  readonly type: 'flat' | 'rate';
  readonly cost: number;
}

/** The metrics that CloudKitty collects as it is shipped (etc/cloudkitty/metrics.yml), less those that nothing here has. */
const METRICS = [
  { metric_id: 'instance', metadata: ['flavor_name', 'flavor_id', 'vcpus'], unit: 'instance' },
  { metric_id: 'image.size', metadata: ['container_format', 'disk_format'], unit: 'MiB' },
  { metric_id: 'volume.size', metadata: ['volume_type'], unit: 'GiB' },
  { metric_id: 'ip.floating', metadata: ['state'], unit: 'ip' },
];

/** `call.path` is below /rating. */
export function ratingApi(cloud: Cloud, call: Call): Answer {
  const rules = cloud.world.rating;
  if (rules === undefined) return json(404, { error: 'this cloud has no rating service' });
  if (sessionOf(cloud, call) === undefined) return json(401, { error: { code: 401, title: 'Unauthorized' } });
  switch (`${call.method} ${call.path}`) {
    case 'GET /v1/info/metrics':
      return json(200, { metrics: METRICS });
    case 'POST /v1/rating/quote':
      return quote(rules, call);
    default:
      return json(404, { error_message: 'Not Found' });
  }
}

/** cloudkitty/api/v1/controllers/rating.py quote: one number for all of it, for one period. */
function quote(rules: readonly RatingRule[], call: Call): Answer {
  const given = objectBody(call)?.['resources'];
  const resources = Array.isArray(given) ? given.filter(isObject) : [];
  const refused = resources.find((one) => typeof one['service'] !== 'string' || volumeOf(one) === null);
  if (refused !== undefined)
    return json(400, {
      error_message: {
        debuginfo: null,
        faultcode: 'Client',
        faultstring: 'Invalid input for field/attribute resources.',
      },
    });
  return json(
    200,
    resources.reduce((sum, one) => sum + priceOf(rules, one), 0),
  );
}

/** cloudkitty/rating/hash/__init__.py: of flat costs the highest counts, rates multiply, then comes the volume. */
function priceOf(rules: readonly RatingRule[], resource: JsonObject): number {
  const fields = objectOr(objectOr(resource['desc'])['metadata']);
  const own = rules.filter(
    ({ service, field, value }) =>
      service === resource['service'] &&
      (field === null || (field in fields && text(fields[field]) === value)),
  );
  const flat = Math.max(0, ...own.filter(({ type }) => type === 'flat').map(({ cost }) => cost));
  const rate = own.filter(({ type }) => type === 'rate').reduce((product, { cost }) => product * cost, 1);
  return flat * rate * (volumeOf(resource) ?? 0);
}

function volumeOf({ volume }: JsonObject): number | null {
  const number = Number(volume);
  const given = typeof volume === 'number' || (typeof volume === 'string' && volume.trim() !== '');
  return given && Number.isFinite(number) ? number : null;
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/** What an operator has set; undefined when it is no list of rules. */
export function ratingRules(body: Json | undefined): readonly RatingRule[] | undefined {
  if (!isObject(body) || !Array.isArray(body['rules'])) return undefined;
  const rules = body['rules'].map((rule): RatingRule | undefined => {
    const { service, field = null, value = null, type = 'flat', cost } = objectOr(rule);
    if (typeof service !== 'string' || typeof cost !== 'number') return undefined;
    if (type !== 'flat' && type !== 'rate') return undefined;
    return { service, field: textOrNull(field), value: textOrNull(value), type, cost };
  });
  return rules.every((rule) => rule !== undefined) ? rules : undefined;
}

function textOrNull(value: Json): string | null {
  return typeof value === 'string' ? value : null;
}
