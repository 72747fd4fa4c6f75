/** Finds the servers inside a member's definition, written inline or in nested files, with parameters resolved. */
import { type JsonObject, own } from '../../model/json.ts';
import { readHeatDocument } from '../spec/heat-document.ts';
import { effectiveParameters, hiddenParameters, type ParameterValues } from './parameters.ts';
import { type ResolveScope, resolve } from './resolve.ts';
import { object, type TemplateView, viewTemplate } from './template.ts';

export const SERVER_TYPES: ReadonlySet<string> = new Set([
  'OS::Nova::Server',
  'AWS::EC2::Instance',
  'OS::Heat::ScaledResource',
]);

export interface ServerDefinition {
  /** Resource names below the member, joined by `/`; '' when the member is the server itself. */
  readonly address: string;
  readonly type: string;
  readonly properties: JsonObject;
}

/** Heat's own limit of nesting (heat.conf max_nested_stack_depth). */
const MAX_DEPTH = 5;

export function memberServers(
  definition: JsonObject,
  files: Readonly<Record<string, string>>,
  address = '',
): readonly ServerDefinition[] {
  const type = typeof definition['type'] === 'string' ? definition['type'] : '';
  const properties = object(definition['properties']);
  if (SERVER_TYPES.has(type)) return [{ address, type, properties }];
  const nested = nestedResources(type, properties, files);
  if (!nested || address.split('/').length > MAX_DEPTH) return [];
  return Object.entries(nested).flatMap(([name, resource]) =>
    memberServers(resource, files, address === '' ? name : `${address}/${name}`),
  );
}

/** Every resource of a nested file as its user sees it: parameters replaced by the properties given. */
export function nestedResources(
  type: string,
  properties: JsonObject,
  files: Readonly<Record<string, string>>,
): Readonly<Record<string, JsonObject>> | null {
  return nestedStack(type, properties, files)?.resources ?? null;
}

export interface NestedStack {
  readonly resources: Readonly<Record<string, JsonObject>>;
  readonly parameters: ParameterValues;
  /** Parameters whose values nobody may see. */
  readonly hidden: ReadonlySet<string>;
}

/** `open`: parameters that are not replaced. */
export function nestedStack(
  type: string,
  properties: JsonObject,
  files: Readonly<Record<string, string>>,
  open: ReadonlySet<string> = new Set(),
): NestedStack | null {
  const text = own(files, type);
  if (text === undefined) return null;
  const view = nestedView(text);
  if (view === null) return null;
  const environment = { parameters: properties, parameter_defaults: {}, resource_registry: {} };
  const parameters = effectiveParameters(view.parameters, environment);
  const scope: ResolveScope = {
    parameters: Object.fromEntries(Object.entries(parameters).filter(([name]) => !open.has(name))),
    conditions: view.conditions,
    mappings: view.mappings,
    files,
    resourceIds: {},
  };
  const resources = Object.entries(view.resources).map(([name, resource]) => [
    name,
    {
      type: resource.type,
      properties: resolve(resource.properties, scope),
      ...object(resolve(resource.attributes, scope)),
    },
  ]);
  return { resources: Object.fromEntries(resources), parameters, hidden: hiddenParameters(view.parameters) };
}

/** Texts that are kept with what they say: all members of a group are made of the same one. */
const MOST_KEPT = 8;
const kept = new Map<string, TemplateView | null>();

function nestedView(text: string): TemplateView | null {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const { document } = readHeatDocument('', text, 'nested template');
  const view = document && viewTemplate(document.value);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, view);
  return view;
}
