/** Asks CloudKitty what flavors and other things cost: one quote for each; whatever refuses or fails is unknown, with the reason. */
import type { RatedThing, RatingQuestion, Ratings } from '../../model/cost.ts';
import type { Flavor } from '../../model/facts.ts';
import type { JsonObject } from '../../model/json.ts';
import { CloudError } from '../../ports/errors.ts';
import { listMetrics, quote } from './cloudkitty/requests.ts';
import { quotedPrice, type RatedMetric, ratedMetrics } from './cloudkitty/results.ts';
import type { Service, ServiceName } from './service.ts';

export interface RatingsSource {
  readonly service: Service;
  offers(service: ServiceName): boolean;
}

export async function readRatings(source: RatingsSource, question: RatingQuestion): Promise<Ratings> {
  if (!source.offers('rating')) return { kind: 'unknown', why: 'the cloud has no rating service' };
  try {
    return await ask(source.service, question);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    const why = error.code === 'forbidden' ? 'the credential may not ask CloudKitty' : error.message;
    return { kind: 'unknown', why };
  }
}

async function ask(service: Service, { flavors, things }: RatingQuestion): Promise<Ratings> {
  const metrics = await service.call(listMetrics(), ratedMetrics);
  const price = async (kind: Kind, fields: JsonObject): Promise<number | null> => {
    const metric = metrics.find((one) => isThe(kind, one));
    if (metric === undefined) return null;
    // what nobody gave a price costs 0 in CloudKitty
    return (await service.call(quote(metric.name, fields), quotedPrice)) || null;
  };
  const [servers, others] = await Promise.all([
    Promise.all(
      flavors.map(async (flavor) => [flavor.id, await price('server', flavorFields(flavor))] as const),
    ),
    Promise.all(things.map(async (thing) => [thing, await price(thing, {})] as const)),
  ]);
  return {
    kind: 'known',
    flavors: Object.fromEntries(servers),
    things: { floatingIp: null, loadBalancer: null, volumeGiB: null, ...Object.fromEntries(others) },
  };
}

type Kind = RatedThing | 'server';

/** Operators name metrics as they like; these are the names that CloudKitty has shipped with, and those of its guides. */
const NAMES: Readonly<Record<Kind, { readonly names: readonly string[]; readonly unit: RegExp | null }>> = {
  server: { names: ['instance', 'compute', 'cpu'], unit: null },
  floatingIp: { names: ['ip.floating', 'network.floating'], unit: null },
  loadBalancer: { names: ['network.services.lb.loadbalancer', 'loadbalancer', 'load_balancer'], unit: null },
  volumeGiB: { names: ['volume.size', 'volume'], unit: /^Gi?B$/ },
};

function isThe(kind: Kind, { name, unit }: RatedMetric): boolean {
  const { names, unit: wanted } = NAMES[kind];
  return names.includes(name) && (wanted === null || wanted.test(unit));
}

/** By the names that Gnocchi's instances have had (etc/cloudkitty/metrics.yml). */
function flavorFields({ id, name, vcpus }: Flavor): JsonObject {
  return { flavor: name, flavor_name: name, flavor_id: id, vcpus: String(vcpus) };
}
