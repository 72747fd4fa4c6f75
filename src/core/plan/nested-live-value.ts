/** Puts a live value into the nested file of a resource or of a group's members, which then has another name. */
import { createHash } from 'node:crypto';
import type { DesiredStack } from '../../model/desired.ts';
import { isJsonObject, type Json, type JsonObject, own } from '../../model/json.ts';
import type { PresentStack } from '../../model/observed.ts';
import { groupType } from '../heat/group-types.ts';
import { referencedResources } from '../heat/resolve.ts';
import { dialectOf, object, propertiesKey, resourcesKey, viewTemplate } from '../heat/template.ts';
import { readHeatDocument } from '../spec/heat-document.ts';
import { keysOf, valueAt, withValue } from './field-path.ts';
import { alignGenerations, stem } from './generations.ts';
import type { WithLive } from './live-value.ts';
import { nestedFields } from './nested-fields.ts';
import { typeOf } from './resource-change.ts';
import { memberOf } from './resource-diff.ts';
import type { Sides } from './sides.ts';

interface NestedPlace extends Pick<Sides, 'before' | 'after'> {
  readonly resource: string;
  /** `nested.server.properties.flavor`: the resource without its generation. */
  readonly path: string;
}

export function withNestedValue(desired: DesiredStack, observed: PresentStack, place: NestedPlace): WithLive {
  const [live, wanted] = [nestedOf(place.before, place.resource), nestedOf(place.after, place.resource)];
  if (live === null || wanted === null) return { obstacle: 'its file can’t be read' };
  const text = withLive(wanted.document, live.document, place.path.slice('nested.'.length));
  if (typeof text === 'string') return { obstacle: text };
  const file = renamed(wanted.file, text.text);
  const patched = { ...place.after.files, [file]: text.text };
  const files = { before: place.before.files, after: patched };
  // what then is as it lives goes by its live name: under another one Heat would exchange the servers
  const isLive = nestedFields(live.definition, { ...wanted.definition, type: file }, files).length === 0;
  const name = isLive ? live.file : file;
  const section = resourcesKey(desired.template);
  const body = object(object(desired.template[section])[place.resource]);
  const keys = groupType(typeOf(own(place.after.resources, place.resource) ?? {}))
    ? [propertiesKey(desired.template), 'resource', 'type']
    : [dialectOf(desired.template) === 'hot' ? 'type' : 'Type'];
  if (typeof valueAt(body, keys) !== 'string') return { obstacle: 'its file is named by a function' };
  const template = object(withValue(desired.template, [section, place.resource, ...keys], name));
  const added = isLive ? { [name]: observed.files[name] ?? '' } : { [file]: text.text };
  return { desired: { ...desired, template, files: { ...desired.files, ...added } } };
}

interface Nested {
  readonly file: string;
  readonly definition: JsonObject;
  readonly document: JsonObject;
}

function nestedOf({ resources, files }: Sides['before'], name: string): Nested | null {
  const whole = own(resources, name) ?? {};
  const definition = groupType(typeOf(whole)) ? memberOf(whole, { resources, files }) : whole;
  const file = typeOf(definition);
  const text = own(files, file);
  const { document } =
    text === undefined ? { document: null } : readHeatDocument(file, text, 'nested template');
  return document === null ? null : { file, definition, document: document.value };
}

/** A text = why not. */
function withLive(wanted: JsonObject, live: JsonObject, path: string): { readonly text: string } | string {
  if (dialectOf(wanted) !== dialectOf(live)) return 'the live file is written in the other language';
  const views = [viewedResources(live), viewedResources(wanted)] as const;
  const aligned = byStem(alignGenerations(views[0], views[1]).old);
  const keys = keysOf(path, [aligned, byStem(views[1])]);
  const name = Object.keys(views[1]).find((one) => stem(one) === keys?.[0]);
  if (keys === null || name === undefined || keys.length < 2) return 'only one of the files has it';
  const [first = '', ...rest] = keys.slice(1);
  const place = [resourcesKey(wanted), name, first === 'properties' ? propertiesKey(wanted) : first, ...rest];
  const next = object(withValue(wanted, place, valueAt(aligned, keys)));
  const obstacle = unknownName(valueAt(next, place.slice(0, 2)) ?? null, next);
  return obstacle ?? { text: `${JSON.stringify(next, null, 2)}\n` };
}

function viewedResources(document: JsonObject): Readonly<Record<string, JsonObject>> {
  return Object.fromEntries(
    Object.entries(viewTemplate(document).resources).map(([name, { type, properties, attributes }]) => [
      name,
      { type, properties, ...attributes },
    ]),
  );
}

function byStem(resources: Readonly<Record<string, JsonObject>>): JsonObject {
  return Object.fromEntries(Object.entries(resources).map(([name, body]) => [stem(name), body]));
}

function unknownName(body: Json, document: JsonObject): string | null {
  const { resources, parameters } = viewTemplate(document);
  const known = (name: string) =>
    Object.hasOwn(resources, name) || Object.hasOwn(parameters, name) || /^(OS|AWS)::/.test(name);
  const unknown = [...referencedResources(body), ...parametersIn(body)].find((name) => !known(name));
  return unknown === undefined
    ? null
    : `its value refers to "${unknown}", which the repository's file does not have`;
}

function parametersIn(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => parametersIn(item));
  if (!isJsonObject(value)) return [];
  const name = value['get_param'];
  return [...(typeof name === 'string' ? [name] : []), ...Object.values(value).flatMap(parametersIn)];
}

/** `member-3f9a12bc.yaml` → `member-3f9a12bc-77d01e55.yaml`: with its content Heat must see its name change. */
function renamed(file: string, text: string): string {
  const mark = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const dot = file.lastIndexOf('.');
  const base = (dot > file.lastIndexOf('/') ? file.slice(0, dot) : file).replace(
    /(-[0-9a-f]{8})-[0-9a-f]{8}$/,
    '$1',
  );
  return `${base}-${mark}${dot > file.lastIndexOf('/') ? file.slice(dot) : ''}`;
}
