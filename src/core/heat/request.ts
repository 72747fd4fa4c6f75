/** What each step of a plan sends to Heat. */
import type { DesiredGroup, DesiredStack, InitialCapacity } from '../../model/desired.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { PresentStack } from '../../model/observed.ts';
import type { Detour, Step } from '../../model/plan.ts';
import type { StackRequest } from '../../model/request.ts';
import { readHeatDocument } from '../spec/heat-document.ts';
import { filesInUse } from './files-in-use.ts';
import { groupType } from './group-types.ts';
import { hiddenParameters } from './parameters.ts';
import { sentNote } from './sent.ts';
import { type Provenance, stackTags } from './tags.ts';
import { object, propertiesKey, resourcesKey, viewTemplate } from './template.ts';

export interface RequestInput {
  readonly desired: DesiredStack;
  readonly step: Step;
  /** null at a creation. */
  readonly observed: PresentStack | null;
  readonly provenance: Pick<Provenance, 'repository' | 'commit'>;
  /** null = not to be noted. */
  readonly at?: Date | null;
}

/** The whole stack as it should be after the step: Heat forgets what an update does not send. */
export function requestFor({ desired, step, observed, provenance, at = null }: RequestInput): StackRequest {
  const base = step.kind === 'shrink' && observed ? boundsOnly(desired, observed) : desired;
  const template = step.detour ? takeDetour(base.template, step.detour) : base.template;
  const content = {
    template: step.capacities.filter(({ file }) => file === null).reduce(withCapacity, template),
    files: step.capacities.reduce(withFileCapacity, base.files),
    environment: base.environment,
    timeoutMinutes: desired.timeoutMinutes,
  };
  // files of before come along for members that still are made of them, and are none of the spec
  const sent = at === null ? {} : { sent: sentNote({ ...content, tags: desired.tags }, at) };
  return {
    name: desired.name,
    ...content,
    files: { ...(observed === null ? {} : filesInUse(observed)), ...content.files },
    tags: stackTags(desired, { ...provenance, ...sent, file: desired.source.file }),
  };
}

/** The template with a group's desired capacity set: for the moment of a step, never for good. */
function withCapacity(template: JsonObject, capacity: InitialCapacity): JsonObject {
  return setAt(template, [...capacity.path, capacity.property], capacity.value);
}

/** The same inside a nested template, which the compiler has written as JSON. */
function withFileCapacity(files: Files, capacity: InitialCapacity): Files {
  const text = capacity.file === null ? undefined : files[capacity.file];
  if (capacity.file === null || text === undefined) return files;
  const { document } = readHeatDocument(capacity.file, text, 'nested template');
  return document
    ? { ...files, [capacity.file]: JSON.stringify(withCapacity(document.value, capacity)) }
    : files;
}

type Files = Readonly<Record<string, string>>;

function setAt(value: JsonObject, path: readonly string[], leaf: Json): JsonObject {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  return { ...value, [key]: rest.length === 0 ? leaf : setAt(object(value[key]), rest, leaf) };
}

function takeDetour(template: JsonObject, { without, ports }: Detour): JsonObject {
  const [resources, properties] = [resourcesKey(template), propertiesKey(template)];
  const left = Object.entries(object(template[resources])).filter(([name]) => !without.includes(name));
  return Object.entries(ports).reduce<JsonObject>(
    (moved, [name, port]) => setAt(moved, [resources, name, properties, 'protocol_port'], port),
    { ...template, [resources]: Object.fromEntries(left) },
  );
}

type Content = Pick<StackRequest, 'template' | 'files' | 'environment'>;

/** The live stack with the new bounds, so that nothing is replaced only to be thrown away. */
function boundsOnly(desired: DesiredStack, observed: PresentStack): Content {
  return {
    template: desired.groups.reduce(withBounds, observed.template),
    files: observed.files,
    environment: { ...observed.environment, parameters: withoutMasks(desired, observed) },
  };
}

/** The bounds of one group put into a template, its desired capacity left out. */
export function withBounds(template: JsonObject, group: DesiredGroup): JsonObject {
  const type = groupType(group.type);
  const path = [resourcesKey(template), group.address, propertiesKey(template)];
  const live = object(object(template[resourcesKey(template)])[group.address]);
  const properties = object(live[propertiesKey(template)]);
  if (!type || !(type.min in properties) || group.min === null || group.max === null) return template;
  // a desired capacity above the new maximum would be refused
  const kept = Object.entries(properties).filter(([key]) => key !== type.desired);
  return setAt(template, path, { ...Object.fromEntries(kept), [type.min]: group.min, [type.max]: group.max });
}

/** Heat reads hidden values back as ******, and would store that (measured): the spec's own go instead. */
function withoutMasks(
  desired: DesiredStack,
  observed: PresentStack,
): StackRequest['environment']['parameters'] {
  const hidden = hiddenParameters(viewTemplate(observed.template).parameters);
  const shown = Object.entries(observed.environment.parameters).filter(([name]) => !hidden.has(name));
  const given = Object.entries(desired.environment.parameters).filter(([name]) => hidden.has(name));
  return Object.fromEntries([...shown, ...given]);
}
