/** What can be said of a template without a cloud: only what Heat would refuse in any case. */
import type { Json, JsonObject } from '../../model/json.ts';
import { isJsonObject } from '../../model/json.ts';
import type { Problem } from '../../model/problem.ts';
import { definitionProblems } from './definition-checks.ts';
import { parameterProblems, parameterReferenceProblems } from './parameter-checks.ts';
import { positionOf } from './positions.ts';
import { list, quote } from './quote.ts';
import type { StackParts, TemplatePart } from './stack-parts.ts';
import { hint } from './suggest.ts';
import { dialectOf, type TemplateDialect } from './template-dialect.ts';
import { placeIn } from './template-place.ts';
import { pointerTo } from './yaml-values.ts';

/** Problems of the template, of the parameters given to it, and of its nested templates. */
export function templateProblems(parts: StackParts): readonly Problem[] {
  const mapped = Object.keys(parts.environment.resource_registry);
  const nested = parts.nested.flatMap(({ value, yaml }) => oneTemplate({ value, yaml, root: '' }, mapped));
  if (parts.template === null) return nested;
  const dialect = dialectOf(parts.template.value);
  const parameters = dialect === null ? [] : parameterProblems(parts, parts.template, dialect);
  return [...oneTemplate(parts.template, mapped), ...parameters, ...nested];
}

/** `mapped`: resource types that the environment gives another meaning; of those nothing is known. */
function oneTemplate(template: TemplatePart, mapped: readonly string[]): readonly Problem[] {
  const dialect = dialectOf(template.value);
  if (dialect === null) return [{ ...placeIn(template, ''), message: NO_VERSION }];
  return [
    ...version(template, dialect),
    ...sections(template, dialect),
    ...conditionsTooEarly(template, dialect),
    ...resources(template, dialect, mapped),
    ...parameterReferenceProblems(template, dialect),
  ];
}

const NO_VERSION =
  'the template has no "heat_template_version"; add it, such as heat_template_version: 2021-04-16';

function version(template: TemplatePart, { versionKeys, versions }: TemplateDialect): readonly Problem[] {
  return versionKeys.flatMap((key) => {
    const value = Object.hasOwn(template.value, key) ? template.value[key] : undefined;
    if (value === undefined || versions.some((known) => known === value)) return [];
    const message = `${key} is ${quote(value)}, which Heat does not know${hint(String(value), versions, `it knows ${list(versions)}`)}`;
    return [{ ...positionOf(template.yaml, `${template.root}/${key}`), message }];
  });
}

function sections(template: TemplatePart, { sections: known }: TemplateDialect): readonly Problem[] {
  return Object.keys(template.value).flatMap((section) => {
    if (known.includes(section)) return [];
    const message = `${quote(section)} is no section of a template${hint(section, known, `it has ${list(known)}`)}`;
    return [{ ...placeIn(template, pointerTo('', section)), message }];
  });
}

/** Heat: `The template section is invalid: conditions`. */
function conditionsTooEarly(template: TemplatePart, dialect: TemplateDialect): readonly Problem[] {
  if (!Object.hasOwn(template.value, dialect.conditions)) return [];
  const version = dialect.versionKeys.map((key) => template.value[key]).find((value) => value !== undefined);
  if (!dialect.withoutConditions.some((early) => early === version)) return [];
  const message = `${quote(dialect.conditions)} is no section of version ${quote(version)} yet; it needs ${dialect.conditionsNeed}`;
  return [{ ...placeIn(template, pointerTo('', dialect.conditions)), message }];
}

function resources(
  template: TemplatePart,
  dialect: TemplateDialect,
  mapped: readonly string[],
): readonly Problem[] {
  const all = template.value[dialect.resources];
  if (all === undefined || all === null) return [];
  const pointer = `/${dialect.resources}`;
  if (!isJsonObject(all)) {
    const message = `${dialect.resources} is ${quote(all)}; it must be a mapping of names to resources`;
    return [{ ...placeIn(template, pointer), message }];
  }
  return Object.entries(all).flatMap(([name, resource]) =>
    oneResource(template, dialect, pointerTo(pointer, name), name, resource, mapped),
  );
}

function oneResource(
  template: TemplatePart,
  dialect: TemplateDialect,
  pointer: string,
  name: string,
  resource: Json,
  mapped: readonly string[],
): readonly Problem[] {
  const at = placeIn(template, pointer);
  const named = `the resource ${quote(name)}`;
  if (!isJsonObject(resource)) {
    return [
      { ...at, message: `${named} is ${quote(resource)}; it must be a mapping with a ${dialect.type}` },
    ];
  }
  const problems: Problem[] = unknownKeys(template, dialect, pointer, resource);
  // heat/engine/resource.py Resource.__init__
  if (name.includes('/'))
    problems.push({ ...at, message: `${named} has a "/" in its name; Heat takes none` });
  const type = resource[dialect.type];
  if (typeof type !== 'string' || type === '') {
    problems.push({ ...at, message: `${named} has no ${dialect.type}; add it, such as OS::Nova::Server` });
    return problems;
  }
  return [...problems, ...definitionProblems(template, dialect, pointer, resource, mapped)];
}

function unknownKeys(
  template: TemplatePart,
  { resourceKeys }: TemplateDialect,
  pointer: string,
  resource: JsonObject,
): Problem[] {
  return Object.keys(resource)
    .filter((key) => !resourceKeys.includes(key))
    .map((key) => ({
      ...placeIn(template, pointerTo(pointer, key)),
      message: `${quote(key)} is no key of a resource${hint(key, resourceKeys, `it has ${list(resourceKeys)}`)}`,
    }));
}
