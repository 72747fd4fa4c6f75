/** Puts live values into a desired stack, so that an update of something else sends them as they are. */
import type { DesiredStack } from '../../model/desired.ts';
import { isJsonObject, type Json, type JsonObject, own } from '../../model/json.ts';
import type { PresentStack } from '../../model/observed.ts';
import { sameValue } from '../heat/canonical.ts';
import { isIntrinsic, referencedResources } from '../heat/resolve.ts';
import { isProtected, withoutProvenance } from '../heat/tags.ts';
import { dialectOf, object, resourcesKey, viewTemplate } from '../heat/template.ts';
import { keysOf, valueAt, withValue } from './field-path.ts';
import { withNestedValue } from './nested-live-value.ts';
import type { Sides } from './sides.ts';

/** One field by the address and path of its change. */
export interface Place {
  readonly address: string;
  readonly path: string;
}

/** The stack with the live value of the field; a text = why that can't be. */
export type WithLive = { readonly desired: DesiredStack } | { readonly obstacle: string };

export function withLiveValue(
  desired: DesiredStack,
  observed: PresentStack,
  sides: Sides,
  place: Place,
): WithLive {
  const resource = /^resources\.(.+)$/s.exec(place.address)?.[1];
  if (resource === undefined) return aroundResources(desired, observed, place);
  if (place.path === '') return wholeResource(desired, observed, sides, resource);
  if (place.path.startsWith('nested.'))
    return withNestedValue(desired, observed, { ...sides, resource, path: place.path });
  return inResource(desired, sides, resource, place.path);
}

/** Heat shows a hidden value as ******, and would store that (measured). */
const MASK = '******';

function aroundResources(desired: DesiredStack, observed: PresentStack, place: Place): WithLive {
  const { address, path } = place;
  if (address === 'tags') return { desired: { ...desired, tags: withoutProvenance(observed.tags) } };
  if (address === 'metadata') return { desired: { ...desired, protect: isProtected(observed.tags) } };
  if (address === 'files') return fileText(desired, observed, path);
  if (address === 'environment') {
    const { parameters, ...live } = observed.environment;
    const next = withLiveAt({ ...desired.environment }, { ...live, parameters }, path);
    return typeof next === 'string'
      ? { obstacle: next }
      : { desired: { ...desired, environment: environmentOf(next) } };
  }
  return inSection(desired, observed, place);
}

/** Values given to parameters and the section that declares them have one address. */
function inSection(desired: DesiredStack, observed: PresentStack, { address, path }: Place): WithLive {
  const given = address === 'parameters' ? observed.environment.parameters : {};
  const parameters = withLiveAt(desired.environment.parameters, given, path);
  const section = withLiveAt(desired.template[address] ?? null, observed.template[address] ?? null, path);
  if (typeof parameters === 'string' && typeof section === 'string') return { obstacle: section };
  const template =
    typeof section === 'string' ? desired.template : withKey(desired.template, address, section.value);
  const environment =
    address !== 'parameters' || typeof parameters === 'string'
      ? desired.environment
      : { ...desired.environment, parameters: object(parameters.value) };
  return { desired: { ...desired, template, environment } };
}

function environmentOf({ value }: { readonly value: Json }): DesiredStack['environment'] {
  const all = object(value);
  return {
    parameters: object(all['parameters']),
    parameter_defaults: object(all['parameter_defaults']),
    resource_registry: object(all['resource_registry']),
  };
}

function withKey(template: JsonObject, key: string, value: Json): JsonObject {
  return object(withValue(template, [key], value ?? undefined));
}

/** A text = why not. */
function withLiveAt(desired: Json, live: Json, path: string): { readonly value: Json } | string {
  const keys = keysOf(path, [live, desired]);
  if (keys === null) return 'it is in neither template';
  const value = valueAt(live, keys);
  if (holdsMask(value)) return 'Heat shows its value as ******';
  return { value: withValue(desired, keys, value) };
}

export function holdsMask(value: Json | undefined): boolean {
  return value !== undefined && JSON.stringify(value).includes(MASK);
}

function fileText(desired: DesiredStack, observed: PresentStack, name: string): WithLive {
  const text = own(observed.files, name);
  if (text === undefined) return { obstacle: 'the stack has no such file' };
  return { desired: { ...desired, files: { ...desired.files, [name]: text } } };
}

function inResource(desired: DesiredStack, sides: Sides, name: string, path: string): WithLive {
  const [live, wanted] = [own(sides.before.resources, name), own(sides.after.resources, name)];
  const keys = keysOf(path, [live, wanted]);
  if (live === undefined || wanted === undefined || keys === null)
    return { obstacle: 'no definition names it' };
  const value = valueAt(live, keys);
  if (holdsMask(value)) return { obstacle: 'Heat shows its value as ******' };
  const section = resourcesKey(desired.template);
  const body = own(object(desired.template[section]), name) ?? null;
  const patched = asWritten(withValue(wanted, keys, value), desired.template);
  const next = graft(body, patched, written(keys, desired.template));
  const obstacle = unknownReference(next, desired);
  if (obstacle !== null) return { obstacle };
  return { desired: { ...desired, template: object(withValue(desired.template, [section, name], next)) } };
}

/** Where a function stands on the way, its result takes its place. */
function graft(raw: Json, patched: Json, keys: readonly string[]): Json {
  for (let depth = 0; depth < keys.length; depth += 1) {
    const above = keys.slice(0, depth);
    const [was, becomes] = [valueAt(raw, above), valueAt(patched, above)];
    const isFunction = isJsonObject(was) && isIntrinsic(was);
    const isOther = Array.isArray(was) && (!Array.isArray(becomes) || was.length !== becomes.length);
    if (isFunction || isOther) return withValue(raw, above, becomes);
  }
  return withValue(raw, keys, valueAt(patched, keys));
}

/** A live value that refers to what the repository's template does not have would be refused by Heat. */
function unknownReference(value: Json, { template }: DesiredStack): string | null {
  const known = object(template[resourcesKey(template)]);
  const unknown = [...referencedResources(value)].find((name) => !Object.hasOwn(known, name));
  return unknown === undefined
    ? null
    : `its value refers to "${unknown}", which the repository's template does not have`;
}

function wholeResource(desired: DesiredStack, observed: PresentStack, sides: Sides, name: string): WithLive {
  const section = resourcesKey(desired.template);
  const live = own(sides.before.resources, name);
  if (live === undefined) return withoutResource(desired, name);
  const obstacle = unknownReference(live, desired);
  if (obstacle !== null) return { obstacle };
  if (dialectOf(observed.template) !== dialectOf(desired.template))
    return { obstacle: 'the live template is written in the other language' };
  const type = typeToSend(desired, observed, name, String(live['type'] ?? ''));
  if ('obstacle' in type) return type;
  const body = asWritten({ ...live, type: type.name }, desired.template);
  const template = object(withValue(desired.template, [section, name], body));
  const file = String(live['type'] ?? '');
  const text = own(observed.files, file);
  return {
    desired: {
      ...desired,
      template,
      files: text === undefined ? desired.files : { [file]: text, ...desired.files },
    },
  };
}

/**
 * As the live template writes it, where the registry of the repository's environment means the same by it; else the file that it
 * stands for. `is`: that file, or what is written.
 */
function typeToSend(
  { environment, files }: DesiredStack,
  observed: PresentStack,
  name: string,
  is: string,
): { readonly name: string } | { readonly obstacle: string } {
  const [text, ours] = [own(observed.files, is), own(files, is)];
  if (text !== undefined && ours !== undefined && text !== ours)
    return { obstacle: `its file "${is}" has another text in the repository` };
  const written = own(viewTemplate(observed.template).resources, name)?.type ?? is;
  const [there, here] = [observed.environment, environment].map(
    (one) => own(one.resource_registry, written) ?? null,
  );
  if (there === null || sameValue(there, here)) return { name: written };
  return written === is
    ? { obstacle: `its type "${written}" is one of the live environment's registry alone` }
    : { name: is };
}

/** The stack does not have it, and shall not get it. */
function withoutResource(desired: DesiredStack, name: string): WithLive {
  const section = resourcesKey(desired.template);
  const template = object(withValue(desired.template, [section, name], undefined));
  const users = Object.entries(object(template[section])).filter(([, body]) => refersTo(body, name));
  const [user] = users.map(([one]) => one);
  if (user !== undefined) return { obstacle: `"${user}" refers to it` };
  if (referencedResources(template['outputs'] ?? template['Outputs'] ?? null).has(name))
    return { obstacle: 'an output refers to it' };
  const initial = desired.initial.filter(({ file, path }) => file !== null || path[1] !== name);
  return { desired: { ...desired, template, initial } };
}

function refersTo(body: Json, name: string): boolean {
  const needs = object(body)['depends_on'] ?? object(body)['DependsOn'] ?? [];
  return referencedResources(body).has(name) || (Array.isArray(needs) ? needs : [needs]).includes(name);
}

/** CloudFormation's names of what HOT calls otherwise (heat/engine/cfn/template.py). */
const CFN_KEYS: Readonly<Record<string, string>> = {
  type: 'Type',
  properties: 'Properties',
  metadata: 'Metadata',
  depends_on: 'DependsOn',
  deletion_policy: 'DeletionPolicy',
  update_policy: 'UpdatePolicy',
};

function written([first = '', ...rest]: readonly string[], template: JsonObject): readonly string[] {
  return [dialectOf(template) === 'cfn' ? (own(CFN_KEYS, first) ?? first) : first, ...rest];
}

function asWritten(definition: Json, template: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object(definition)).map(([key, value]) => [written([key], template)[0] ?? key, value]),
  );
}
