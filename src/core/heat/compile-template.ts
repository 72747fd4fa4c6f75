/** Compiles a template that people already have: passed through, less what belongs to the autoscaler or to Thermostat. */
import type { DesiredStack, InitialCapacity } from '../../model/desired.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { Finding, Position } from '../../model/problem.ts';
import type { TemplateSpec } from '../../model/spec.ts';
import { templateReferences } from './catalogue-references.ts';
import { describeGroups } from './describe-groups.ts';
import { GROUP_TYPES, THERMOSTAT_KEYS } from './group-types.ts';
import { nameMemberFilesByContent } from './member-files.ts';
import { labelTags } from './tags.ts';
import { dialectOf, object, propertiesKey, resourcesKey, viewResource } from './template.ts';

export function compileTemplate(spec: TemplateSpec): DesiredStack {
  const taken = takeOutOwned(spec);
  const { template, files } = nameMemberFilesByContent(taken.template, spec.files, spec.environment);
  return {
    presence: 'present',
    name: spec.name,
    kind: spec.kind,
    source: spec.source,
    template,
    files,
    environment: spec.environment,
    initial: taken.initial,
    groups: describeGroups({ template, files, environment: spec.environment, initial: taken.initial }),
    tags: labelTags(spec.labels),
    timeoutMinutes: spec.timeoutMinutes,
    protect: spec.protect,
    references: templateReferences({
      template,
      files,
      environment: spec.environment,
      positions: spec.templatePositions,
      source: spec.source,
    }),
    findings: taken.findings,
  };
}

interface Taken {
  readonly template: JsonObject;
  readonly initial: readonly InitialCapacity[];
  readonly findings: readonly Finding[];
}

function takeOutOwned(spec: TemplateSpec): Taken {
  const { template } = spec;
  const section = resourcesKey(template);
  const groups = Object.entries(object(template[section])).map(([name, body]) => ({
    name,
    ...takeOutOfResource(name, body, spec),
  }));
  return {
    template: { ...template, [section]: Object.fromEntries(groups.map(({ name, body }) => [name, body])) },
    initial: groups.flatMap(({ initial }) => initial),
    findings: groups.flatMap(({ findings }) => findings),
  };
}

function takeOutOfResource(
  name: string,
  body: Json,
  spec: TemplateSpec,
): { body: Json; initial: readonly InitialCapacity[]; findings: readonly Finding[] } {
  const { template } = spec;
  const type = GROUP_TYPES[viewResource(object(body), dialectOf(template)).type];
  if (!type) return { body, initial: [], findings: [] };
  const key = propertiesKey(template);
  const properties = object(object(body)[key]);
  const path = [resourcesKey(template), name, key];
  const at = (property: string): Position =>
    spec.templatePositions[`/${[...path, property].map(escapePointer).join('/')}`] ?? spec.source;
  const owned = [type.desired, ...THERMOSTAT_KEYS].filter((property) => property in properties);
  const kept = Object.entries(properties).filter(([property]) => !owned.some((one) => one === property));
  const desired = properties[type.desired];
  return {
    body: { ...object(body), [key]: Object.fromEntries(kept) },
    initial: desired === undefined ? [] : [{ file: null, path, property: type.desired, value: desired }],
    findings: owned.map((property) => explain(property, name, type.desired, at(property))),
  };
}

function explain(property: string, group: string, desired: string, source: Position): Finding {
  return property === desired
    ? {
        rule: 'initial-size-only',
        severity: 'info',
        source,
        message: `${group}: \`${property}\` counts at creation only; afterwards the group keeps the size that its alarms gave it`,
      }
    : {
        rule: 'thermostat-key',
        severity: 'info',
        source,
        message: `${group}: \`${property}\` is Thermostat's own; it is taken out of what Heat gets, which does not know it`,
      };
}

/** RFC 6901. */
export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
