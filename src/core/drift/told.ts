/** Works out what Heat was told of each resource that it made, whatever the repository says by now. */
import type { JsonObject } from '../../model/json.ts';
import type { ObservedResource, PresentStack } from '../../model/observed.ts';
import { isSwitchedOff } from '../heat/describe-groups.ts';
import { groupType } from '../heat/group-types.ts';
import { nestedStack } from '../heat/member-servers.ts';
import { nestedFile } from '../heat/nested-file.ts';
import { effectiveParameters, hiddenParameters } from '../heat/parameters.ts';
import { resolve } from '../heat/resolve.ts';
import { object, viewTemplate } from '../heat/template.ts';

export interface Told {
  readonly address: string;
  readonly type: string;
  /** What only Heat can compute stands there as it is written. */
  readonly properties: JsonObject;
  readonly physicalId: string;
  /** Nobody works on it, nor on what holds it. */
  readonly settled: boolean;
}

type Definitions = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

/** Those that Heat lists and whose definition can be found, nested ones and those of members included. */
export function toldResources(stack: PresentStack, definitions: Definitions): readonly Told[] {
  const listed = new Map(stack.resources.map((resource) => [resource.address, resource]));
  return inLevel({ above: '', settled: true, resources: rootResources(stack), stack, listed, definitions });
}

interface Level {
  /** '' or an address with a slash behind it. */
  readonly above: string;
  readonly settled: boolean;
  readonly resources: Readonly<Record<string, JsonObject>>;
  readonly stack: PresentStack;
  readonly listed: ReadonlyMap<string, ObservedResource>;
  readonly definitions: Definitions;
}

function inLevel(level: Level): readonly Told[] {
  const { above, listed } = level;
  const scope = { parameters: {}, conditions: {}, files: {}, resourceIds: idsIn(level) };
  return Object.entries(level.resources).flatMap(([name, written]) => {
    const address = `${above}${name}`;
    const resource = listed.get(address);
    if (resource === undefined) return [];
    const type = typeof written['type'] === 'string' ? written['type'] : '';
    const properties = object(resolve(object(written['properties']), scope));
    const settled = level.settled && resource.state.status !== 'IN_PROGRESS';
    const own: Told = { address, type, properties, physicalId: resource.physicalId, settled };
    return [own, ...inside(own, level)];
  });
}

/** A group's members, or what a nested file holds. */
function inside(told: Told, level: Level): readonly Told[] {
  const { settled } = told;
  const above = `${told.address}/`;
  if (groupType(told.type)) {
    return inLevel({ ...level, above, settled, resources: level.definitions[told.address] ?? {} });
  }
  const file = nestedFile(told.type, level.stack.files, level.stack.environment);
  const nested = file === null ? null : nestedStack(file, told.properties, level.stack.files);
  return nested === null ? [] : inLevel({ ...level, above, settled, resources: nested.resources });
}

function idsIn({ above, resources, listed }: Level): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.keys(resources).flatMap((name) => {
      const id = listed.get(`${above}${name}`)?.physicalId ?? '';
      return id === '' ? [] : [[name, id]];
    }),
  );
}

function rootResources(stack: PresentStack): Readonly<Record<string, JsonObject>> {
  const view = viewTemplate(stack.template);
  const hidden = hiddenParameters(view.parameters);
  const values = { ...pseudo(stack), ...effectiveParameters(view.parameters, stack.environment) };
  const scope = {
    parameters: Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.has(name))),
    conditions: view.conditions,
    mappings: view.mappings,
    files: stack.files,
    resourceIds: {},
  };
  return Object.fromEntries(
    Object.entries(view.resources)
      .filter(([, resource]) => !isSwitchedOff(resource, scope))
      .map(([name, { type, properties }]) => [name, { type, properties: resolve(properties, scope) }]),
  );
}

function pseudo({ parameters }: PresentStack): PresentStack['parameters'] {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => /^(OS|AWS)::/.test(name)));
}
