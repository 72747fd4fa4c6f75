/** What each step of a plan sends to Heat. */
import type { DesiredStack, InitialCapacity } from '../../model/desired.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { PresentStack } from '../../model/observed.ts';
import type { Step } from '../../model/plan.ts';
import type { StackRequest } from '../../model/request.ts';
import { readHeatDocument } from '../spec/heat-document.ts';
import { GROUP_TYPES } from './group-types.ts';
import { effectiveParameters, hiddenParameters } from './parameters.ts';
import { resolve } from './resolve.ts';
import { type Provenance, stackTags } from './tags.ts';
import { object, propertiesKey, resourcesKey, viewTemplate } from './template.ts';

export interface RequestInput {
  readonly desired: DesiredStack;
  readonly step: Step;
  /** null at a creation. */
  readonly observed: PresentStack | null;
  readonly provenance: Omit<Provenance, 'file'>;
}

/** The whole stack as it should be after the step: Heat forgets what an update does not send. */
export function requestFor({ desired, step, observed, provenance }: RequestInput): StackRequest {
  const shrinking = step.kind === 'shrink' && observed !== null;
  const template = shrinking ? withLiveMembers(desired.template, observed) : desired.template;
  const files = shrinking ? { ...observed.files, ...desired.files } : desired.files;
  return {
    name: desired.name,
    template: step.capacities.filter(({ file }) => file === null).reduce(withCapacity, template),
    files: step.capacities.reduce(withFileCapacity, files),
    environment: desired.environment,
    tags: stackTags(desired, { ...provenance, file: desired.source.file }),
    timeoutMinutes: desired.timeoutMinutes,
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

/** The new bounds with the members as they run now, so that nothing is replaced only to be thrown away. */
function withLiveMembers(template: JsonObject, observed: PresentStack): JsonObject {
  const live = viewTemplate(observed.template);
  const hidden = hiddenParameters(live.parameters);
  const known = Object.entries(effectiveParameters(live.parameters, observed.environment));
  const scope = {
    parameters: Object.fromEntries(known.filter(([name]) => !hidden.has(name))),
    conditions: live.conditions,
    files: {},
    resourceIds: {},
  };
  return Object.entries(live.resources).reduce((changed, [name, resource]) => {
    const type = GROUP_TYPES[resource.type];
    const path = [resourcesKey(template), name, propertiesKey(template)];
    const stillThere = name in object(template[resourcesKey(template)]);
    if (type?.member.kind !== 'inline' || !stillThere) return changed;
    const member = resolve(resource.properties[type.member.property] ?? null, scope);
    return setAt(changed, [...path, type.member.property], member);
  }, template);
}
