/** Compares the rule of a composite alarm as HOT writes it with what Aodh shows. */
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import type { SpeltDifference } from './compare.ts';

/** Rules compared one by one in their order, as far as the template gives values; Aodh leaves a composite's as they are. */
export function compositeDifferences(properties: JsonObject, live: JsonObject): readonly SpeltDifference[] {
  const told = properties['composite_rule'];
  const is = live['composite_rule'];
  if (told === undefined || is === undefined) return [];
  const [a, b] = [leaves(told), leaves(is)];
  const changed = a.filter(
    ([path, value]) => !b.some(([other, live]) => other === path && String(live) === String(value)),
  );
  const one = changed.find(([, value]) => typeof value !== 'object');
  const more = b.length > 0 && topCount(is) !== topCount(told);
  if (one === undefined && !more) return [];
  const path = one?.[0] ?? 'rules';
  const found = b.find(([other]) => other === path)?.[1] ?? null;
  return [
    {
      property: path,
      within: 'composite_rule',
      told: String(one?.[1] ?? topCount(told)),
      live: String(one ? found : topCount(is)),
    },
  ];
}

/** HOT writes `{operator: or, rules: […]}`, Aodh shows `{or: […]}` (heat/engine/resources/openstack/aodh/composite_alarm.py). */
function asAodh(rule: Json): Json {
  if (Array.isArray(rule)) return rule.map(asAodh);
  if (!isJsonObject(rule)) return rule;
  const { operator, rules } = rule;
  if (typeof operator === 'string' && Array.isArray(rules)) return { [operator]: rules.map(asAodh) };
  return Object.fromEntries(Object.entries(rule).map(([key, value]) => [key, asAodh(value)]));
}

const COMPARED = new Set([
  'threshold',
  'comparison_operator',
  'granularity',
  'evaluation_periods',
  'metric',
  'aggregation_method',
  'type',
  'resource_type',
]);

function leaves(rule: Json, path = ''): readonly (readonly [path: string, value: Json])[] {
  const value = path === '' ? asAodh(rule) : rule;
  if (Array.isArray(value)) return value.flatMap((one, index) => leaves(one, `${path}[${index}]`));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, one]): readonly (readonly [string, Json])[] => {
    const next = path === '' ? key : `${path}.${key}`;
    if (Array.isArray(one) && (key === 'and' || key === 'or')) return leaves(one, next);
    return COMPARED.has(key) ? [[next, one]] : [];
  });
}

function topCount(rule: Json): number {
  const value = asAodh(rule);
  const list = isJsonObject(value) ? (value['and'] ?? value['or']) : undefined;
  return Array.isArray(list) ? list.length : 0;
}
