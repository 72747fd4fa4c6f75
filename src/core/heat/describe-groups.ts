/** Finds the scaling groups of a template and of its nested files, each with its bounds, rolling settings, member definition. */
import type { DesiredGroup, InitialCapacity } from '../../model/desired.ts';
import { type Json, type JsonObject, own } from '../../model/json.ts';
import type { StackEnvironment } from '../../model/spec.ts';
import { readHeatDocument } from '../spec/heat-document.ts';
import { type GroupType, groupType } from './group-types.ts';
import { nestedFile } from './nested-file.ts';
import { effectiveParameters } from './parameters.ts';
import { evaluateCondition, type ResolveScope, resolve } from './resolve.ts';
import { object, type ResourceView, type TemplateView, viewTemplate } from './template.ts';

export interface GroupSource {
  readonly template: JsonObject;
  readonly files: Readonly<Record<string, string>>;
  readonly environment: StackEnvironment;
  readonly initial: readonly InitialCapacity[];
}

export function describeGroups(source: GroupSource): readonly DesiredGroup[] {
  return groupsIn(source, describeGroup);
}

/** The properties that each group is given, by its address, functions resolved where they can be. */
export function groupProperties(source: GroupSource): Readonly<Record<string, JsonObject>> {
  const found = groupsIn(source, ({ name, resource, level }) => {
    const properties = object(resolve(resource.properties, level.scope));
    return [[...level.above, name].join('/'), properties] as const;
  });
  return Object.fromEntries(found);
}

function groupsIn<Found>(source: GroupSource, describe: (found: FoundGroup) => Found): readonly Found[] {
  const view = viewTemplate(source.template);
  return groupsOf({ view, scope: scopeOf(view, source), source, file: null, above: [] }, describe);
}

interface FoundGroup {
  readonly name: string;
  readonly resource: ResourceView;
  readonly type: GroupType;
  readonly level: Level;
}

interface Level {
  readonly view: TemplateView;
  readonly scope: ResolveScope;
  readonly source: GroupSource;
  /** The nested file's name; null for the template itself. */
  readonly file: string | null;
  /** Names of the resources that hold this nested stack. */
  readonly above: readonly string[];
}

/** Heat's own limit of nesting (heat.conf max_nested_stack_depth). */
const MAX_DEPTH = 5;

function groupsOf<Found>(level: Level, describe: (found: FoundGroup) => Found): readonly Found[] {
  const { view, scope } = level;
  return Object.entries(view.resources).flatMap(([name, resource]) => {
    if (isSwitchedOff(resource, scope)) return [];
    const type = groupType(resource.type);
    if (type) return [describe({ name, resource, type, level })];
    const inside = levelInside(name, resource, level);
    return inside ? groupsOf(inside, describe) : [];
  });
}

/** The nested stack that a resource of a template file's type holds. */
function levelInside(name: string, resource: ResourceView, level: Level): Level | null {
  const { files, environment } = level.source;
  const file = nestedFile(resource.type, files, environment);
  if (file === null || level.above.length >= MAX_DEPTH) return null;
  const { document } = readHeatDocument(file, files[file] ?? '', 'nested template');
  if (!document) return null;
  const view = viewTemplate(document.value);
  const parameters = object(resolve(resource.properties, level.scope));
  const scope = scopeOf(view, { files, environment: { ...EMPTY, parameters } });
  return { ...level, view, scope, file, above: [...level.above, name] };
}

const EMPTY: StackEnvironment = { parameters: {}, parameter_defaults: {}, resource_registry: {} };

export function scopeOf(view: TemplateView, source: Omit<GroupSource, 'initial' | 'template'>): ResolveScope {
  return {
    parameters: effectiveParameters(view.parameters, source.environment),
    conditions: view.conditions,
    mappings: view.mappings,
    files: source.files,
    resourceIds: {},
  };
}

/** A resource whose condition is false does not exist for Heat. */
export function isSwitchedOff(resource: ResourceView, scope: ResolveScope): boolean {
  const condition = resource.attributes['condition'];
  return condition !== undefined && evaluateCondition(condition, scope) === false;
}

function describeGroup({ name, resource, type, level }: FoundGroup): DesiredGroup {
  const { view, scope, file } = level;
  const properties = object(resolve(resource.properties, scope));
  const initial = level.source.initial.find((entry) => entry.file === file && entry.path[1] === name);
  const min = wholeNumber(properties[type.min]);
  const rolling = rollingOf(resource, properties, scope);
  return {
    address: [...level.above, name].join('/'),
    type: resource.type,
    min,
    max: wholeNumber(properties[type.max]),
    // 0 counts as not given: Heat starts at min (autoscaling_group.py child_template)
    initial: (initial ? wholeNumber(resolve(initial.value, scope)) : null) || min,
    rolling,
    rolls: type.member.kind === 'inline' || 'AutoScalingRollingUpdate' in updatePolicy(resource, scope),
    keepInService: rolling.minInService,
    // no template that Heat gets says so
    healing: 0,
    member: memberDefinition(type, properties, view, scope),
  };
}

/** Heat's defaults: one at a time, none kept, no pause (autoscaling_group.py ROLLING_UPDATES_SCHEMA). */
function rollingOf(
  resource: ResourceView,
  properties: JsonObject,
  scope: ResolveScope,
): DesiredGroup['rolling'] {
  const hot = object(properties['rolling_updates']);
  const cfn = object(updatePolicy(resource, scope)['AutoScalingRollingUpdate']);
  return {
    maxBatch: wholeNumber(hot['max_batch_size'] ?? cfn['MaxBatchSize']) ?? 1,
    minInService: wholeNumber(hot['min_in_service'] ?? cfn['MinInstancesInService']) ?? 0,
    pauseSeconds: seconds(hot['pause_time'] ?? cfn['PauseTime']),
  };
}

function updatePolicy(resource: ResourceView, scope: ResolveScope): JsonObject {
  return object(resolve(resource.attributes['update_policy'] ?? null, scope));
}

function memberDefinition(
  type: GroupType,
  properties: JsonObject,
  view: TemplateView,
  scope: ResolveScope,
): JsonObject {
  const value = properties[type.member.property];
  if (type.member.kind === 'inline') return object(value);
  const name = object(value)['Ref'] ?? object(value)['get_resource'] ?? value;
  const configuration = typeof name === 'string' ? own(view.resources, name) : undefined;
  return configuration
    ? { type: 'AWS::EC2::Instance', properties: resolve(configuration.properties, scope) }
    : {};
}

export function wholeNumber(value: Json | undefined): number | null {
  if (typeof value === 'number') return Number.isInteger(value) ? value : null;
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : null;
}

/** A number of seconds, or CloudFormation's ISO 8601 duration `PT1M30S`. */
function seconds(value: Json | undefined): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return 0;
  const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(value);
  if (!iso) return Number(value) || 0;
  const [hours, minutes, rest] = iso.slice(1).map((part) => Number(part ?? 0));
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (rest ?? 0);
}
