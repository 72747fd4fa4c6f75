/** Compiles a template that people already have: passed through, less what belongs to the autoscaler or to Thermostat. */
import type { DesiredStack, InitialCapacity } from '../../model/desired.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { Finding, Position } from '../../model/problem.ts';
import type { TemplateSpec } from '../../model/spec.ts';
import { mostAtOnce } from '../health/budget.ts';
import { templateHealth } from '../health/template-health.ts';
import { readHeatDocument } from '../spec/heat-document.ts';
import { templateReferences } from './catalogue-references.ts';
import { describeGroups, groupProperties } from './describe-groups.ts';
import { groupType } from './group-types.ts';
import { nameMemberFilesByContent } from './member-files.ts';
import { labelTags } from './tags.ts';
import { dialectOf, object, propertiesKey, resourcesKey, viewResource } from './template.ts';

export function compileTemplate(spec: TemplateSpec): DesiredStack {
  const root = takeOutOwned(spec.template, null, (pointer) => spec.templatePositions[pointer] ?? spec.source);
  const nested = takeOutOfFiles(spec);
  const { template, files, renamed } = nameMemberFilesByContent(
    root.template,
    nested.files,
    spec.environment,
  );
  const initial = [...root.initial, ...nested.initial.map((one) => ({ ...one, file: renamed(one.file) }))];
  const asked = groupProperties({ ...spec, initial: [] });
  return {
    presence: 'present',
    name: spec.name,
    kind: spec.kind,
    source: spec.source,
    template,
    files,
    environment: spec.environment,
    initial,
    groups: describeGroups({ template, files, environment: spec.environment, initial }).map((group) => ({
      ...group,
      healing: mostAtOnce(templateHealth(asked[group.address] ?? {})),
    })),
    tags: labelTags(spec.labels),
    timeoutMinutes: spec.timeoutMinutes,
    scheduled: null,
    paused: false,
    protect: spec.protect,
    addresses: [],
    references: templateReferences({
      template,
      files,
      environment: spec.environment,
      positions: spec.templatePositions,
      source: spec.source,
    }),
    findings: [...root.findings, ...nested.findings],
    advice: [],
    triggers: [],
    alarms: [],
  };
}

interface Taken {
  readonly template: JsonObject;
  readonly initial: readonly InitialCapacity[];
  readonly findings: readonly Finding[];
}

function takeOutOwned(template: JsonObject, file: string | null, at: (pointer: string) => Position): Taken {
  const section = resourcesKey(template);
  const resources = Object.entries(object(template[section])).map(([name, body]) => ({
    name,
    ...takeOutOfResource(name, body, { template, file, at }),
  }));
  return {
    template: { ...template, [section]: Object.fromEntries(resources.map(({ name, body }) => [name, body])) },
    initial: resources.flatMap(({ initial }) => initial),
    findings: resources.flatMap(({ findings }) => findings),
  };
}

/** Nested templates hold groups, too; only a file that has something to take out is written anew, as JSON. */
function takeOutOfFiles(
  spec: TemplateSpec,
): Omit<Taken, 'template'> & { readonly files: Readonly<Record<string, string>> } {
  const taken = Object.entries(spec.files).map(([name, text]) => {
    const { document } = /\b(AutoScalingGroup)\b/.test(text)
      ? readHeatDocument(name, text, 'nested template')
      : { document: null };
    const result =
      document &&
      takeOutOwned(document.value, name, () => ({ ...spec.source, file: name, line: 1, column: 1 }));
    return result && result.findings.length > 0
      ? { name, text: JSON.stringify(result.template), initial: result.initial, findings: result.findings }
      : { name, text, initial: [], findings: [] };
  });
  return {
    files: Object.fromEntries(taken.map(({ name, text }) => [name, text])),
    initial: taken.flatMap(({ initial }) => initial),
    findings: taken.flatMap(({ findings }) => findings),
  };
}

function takeOutOfResource(
  name: string,
  body: Json,
  where: {
    readonly template: JsonObject;
    readonly file: string | null;
    readonly at: (pointer: string) => Position;
  },
): { body: Json; initial: readonly InitialCapacity[]; findings: readonly Finding[] } {
  const { template, file } = where;
  const type = groupType(viewResource(object(body), dialectOf(template)).type);
  if (!type) return { body, initial: [], findings: [] };
  const key = propertiesKey(template);
  const properties = object(object(body)[key]);
  const path = [resourcesKey(template), name, key];
  const owned = [type.desired, ...type.own].filter((property) => property in properties);
  const kept = Object.entries(properties).filter(([property]) => !owned.some((one) => one === property));
  const desired = properties[type.desired];
  return {
    body: { ...object(body), [key]: Object.fromEntries(kept) },
    initial: desired === undefined ? [] : [{ file, path, property: type.desired, value: desired }],
    findings: owned.map((property) =>
      explain(property, name, type.desired, where.at(`/${[...path, property].map(escapePointer).join('/')}`)),
    ),
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
        message: `${group}: \`${property}\` is Thermostat's own; it is taken out of what Heat gets, which does not ${HEAT_REFUSES.test(property) ? 'implement' : 'know'} it`,
      };
}

/** In Heat's schema all the same. */
const HEAT_REFUSES = /^HealthCheck/;

/** RFC 6901. */
export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
