/** Where in a spec's files a live value may be written, and how: guesses in a good order, of which a compile picks the right one. */
import { isJsonObject, type Json } from '../../model/json.ts';
import { withEntry, withScalar } from './yaml-edit.ts';
import { type YamlPlace, yamlPlaces } from './yaml-places.ts';

export interface Wanted {
  /** `resources.group.properties.max_size` */
  readonly path: string;
  /** What the repository's spec comes to now; null = nothing. */
  readonly declared: Json;
  readonly live: Json;
}

export interface Candidate {
  readonly keys: readonly string[];
  /** Offset of what is replaced, or of the mapping that gets an entry. */
  readonly offset: number;
  readonly from: Json;
  readonly to: Json;
  readonly text: string;
}

/** Each a compile: more would make a check slow, and a value that hides so well is better adopted by hand. */
const MOST = 400;

export function candidatesIn(text: string, document: number, wanted: Wanted): readonly Candidate[] {
  const places = yamlPlaces(text, document);
  const exact = places.flatMap((place) => replacements(text, place, wanted));
  const ranked = exact.toSorted((a, b) => rank(a, wanted) - rank(b, wanted));
  return [...ranked, ...additions(text, places, wanted)].slice(0, MOST);
}

function rank({ keys, from }: Candidate, { path, declared }: Wanted): number {
  const last = keys.at(-1) ?? '';
  const named = path.endsWith(`.${last}`) ? 0 : 1;
  return named + (sameText(from, declared) ? 0 : 2);
}

function replacements(text: string, place: YamlPlace, wanted: Wanted): readonly Candidate[] {
  const { keys, start } = place;
  if (keys[0] === 'metadata' && keys[1] === 'name') return [];
  return valuesFor(place, wanted).flatMap((to) => {
    const next = withScalar(text, place, to);
    const from: Json = place.kind === 'scalar' ? place.text : text.slice(place.start, place.end);
    return next === null ? [] : [{ keys, offset: start, from, to, text: next }];
  });
}

function valuesFor(place: YamlPlace, { path, declared, live }: Wanted): readonly Json[] {
  if (live === null) return [];
  if (path === 'tags') return labelsFor(place, live);
  if (place.kind === 'list') return Array.isArray(live) ? [live] : [];
  if (place.kind === 'mapping') return isJsonObject(live) && place.keys.length > 1 ? [live] : [];
  if (Array.isArray(live) || isJsonObject(live)) return [];
  if (sameText(place.text, declared)) return [live];
  return scaled(place.text, declared, live);
}

/** Labels are a stack's tags, `key=value`. */
function labelsFor({ keys, kind }: YamlPlace, live: Json): readonly Json[] {
  if (keys[0] !== 'metadata' || keys[1] !== 'labels' || !Array.isArray(live)) return [];
  const labels = live.flatMap((tag: Json): (readonly [string, string])[] => {
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(String(tag)) ?? [];
    return key === undefined || value === undefined ? [] : [[key, value]];
  });
  if (labels.length !== live.length) return [];
  if (kind === 'mapping' && keys.length === 2) return [Object.fromEntries(labels)];
  const value = labels.find(([key]) => keys.length === 3 && key === keys[2])?.[1];
  return kind === 'scalar' && value !== undefined ? [value] : [];
}

function sameText(a: Json, b: Json): boolean {
  return a !== null && b !== null && String(a) === String(b);
}

/** `80%` stands for 240000000000 and `10m` for 2 periods: what it comes to grows with what is written. */
function scaled(text: string, declared: Json, live: Json): readonly Json[] {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*(%|s|m|h)?$/.exec(text) ?? [];
  const [was, is] = [Number(declared ?? Number.NaN), Number(live)];
  if (number === '' || !Number.isFinite(was) || !Number.isFinite(is) || was === 0) return [];
  const next = (Number(number) * is) / was;
  if (!Number.isFinite(next) || next < 0) return [];
  if (unit === '' || unit === '%') return [unit === '' ? rounded(next) : `${rounded(next)}%`];
  return [duration(Math.round(next * SECONDS[unit === 's' || unit === 'h' ? unit : 'm']))];
}

const SECONDS = { s: 1, m: 60, h: 3600 } as const;

function duration(seconds: number): string {
  if (seconds > 0 && seconds % 3600 === 0) return `${seconds / 3600}h`;
  return seconds > 0 && seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}

/** What floating point adds is not what somebody typed. */
function rounded(value: number): number {
  return Number(value.toPrecision(9));
}

/** Where a value goes that a spec may leave out, by the end of its path. */
const HOMES: readonly (readonly [end: RegExp, keys: readonly string[], unit: '' | 's'])[] = [
  [/\.max_size$/, ['spec', 'size', 'max'], ''],
  [/\.min_size$/, ['spec', 'size', 'min'], ''],
  [/^resources\.[^.]+\.properties\.cooldown$/, ['spec', 'scaling', 'cooldown'], 's'],
  [/\.max_batch_size$/, ['spec', 'rollout', 'maxBatch'], ''],
  [/\.min_in_service$/, ['spec', 'rollout', 'minInService'], ''],
  [/\.pause_time$/, ['spec', 'rollout', 'pause'], 's'],
  [/\.properties\.key_name$/, ['spec', 'server', 'keyPair'], ''],
  [/\.properties\.availability_zone$/, ['spec', 'server', 'availabilityZone'], ''],
  [/\.properties\.config_drive$/, ['spec', 'server', 'configDrive'], ''],
  [/\.properties\.security_groups$/, ['spec', 'server', 'securityGroups'], ''],
  [/\.properties\.connection_limit$/, ['spec', 'loadBalancer', 'octavia', 'listener', 'connectionLimit'], ''],
  [/\.properties\.lb_algorithm$/, ['spec', 'loadBalancer', 'octavia', 'pool', 'algorithm'], ''],
  [/\.properties\.delay$/, ['spec', 'loadBalancer', 'octavia', 'monitor', 'delay'], 's'],
  [/\.properties\.timeout$/, ['spec', 'loadBalancer', 'octavia', 'monitor', 'timeout'], 's'],
  [/\.properties\.url_path$/, ['spec', 'loadBalancer', 'octavia', 'monitor', 'path'], ''],
  [/\.properties\.weight$/, ['spec', 'loadBalancer', 'octavia', 'member', 'weight'], ''],
];

function additions(text: string, places: readonly YamlPlace[], { path, live }: Wanted): readonly Candidate[] {
  if (live === null) return [];
  const homes = [
    ...HOMES.filter(([end]) => end.test(path)).map(([, keys, unit]) => ({ keys, unit })),
    ...ofMap(path),
  ];
  return homes.flatMap(({ keys, unit }) => {
    const parent = places.find(({ keys: at, kind }) => kind === 'mapping' && same(at, keys.slice(0, -1)));
    const to = unit === 's' && typeof live === 'number' ? duration(live) : live;
    const next = parent === undefined ? null : withEntry(text, parent, keys.at(-1) ?? '', to);
    return parent === undefined || next === null
      ? []
      : [{ keys, offset: parent.start, from: null, to, text: next }];
  });
}

/** Keys that a person chose: metadata of servers, parameters of templates, and whatever has the same name in a template. */
function ofMap(path: string): readonly { readonly keys: readonly string[]; readonly unit: '' }[] {
  const metadata = /\.properties\.metadata\.(.+)$/s.exec(path)?.[1];
  const parameter = /^parameters\.(.+)$/s.exec(path)?.[1];
  const [, resource, property] = /^resources\.([^.]+)\.properties\.([^.]+)$/s.exec(path) ?? [];
  return [
    ...(metadata === undefined
      ? []
      : [{ keys: ['spec', 'server', 'metadata', metadata], unit: '' as const }]),
    ...(parameter === undefined
      ? []
      : [
          { keys: ['spec', 'parameters', parameter], unit: '' as const },
          { keys: ['parameters', parameter], unit: '' as const },
        ]),
    ...(resource === undefined || property === undefined
      ? []
      : [{ keys: ['resources', resource, 'properties', property], unit: '' as const }]),
  ];
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}
