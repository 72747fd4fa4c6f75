/** Parameters of a template: declared where they are read, given a value where they need one. */
import type { Json, JsonObject } from '../../model/json.ts';
import { isJsonObject } from '../../model/json.ts';
import type { Problem } from '../../model/problem.ts';
import { list, quote } from './quote.ts';
import type { StackParts, TemplatePart } from './stack-parts.ts';
import { hint } from './suggest.ts';
import type { TemplateDialect } from './template-dialect.ts';
import { placeIn } from './template-place.ts';
import { pointerTo } from './yaml-values.ts';

/** Parameters without any value, and values without a parameter (heat/engine/parameters.py Parameters.validate). */
export function parameterProblems(
  parts: StackParts,
  template: TemplatePart,
  dialect: TemplateDialect,
): readonly Problem[] {
  const declared = declarations(template.value, dialect);
  const known = Object.keys(declared);
  const unknown = [...parts.given]
    .filter(([name]) => !Object.hasOwn(declared, name))
    .map(([name, at]) => ({
      ...at,
      message: `the parameter ${quote(name)} is given, but the template does not declare it${hint(name, known, known.length === 0 ? 'it declares none' : `it declares ${list(known)}`)}`,
    }));
  return [
    ...unknown,
    ...withoutValue(parts, template, dialect, declared),
    ...wholeFloats(template, dialect, declared),
  ];
}

function withoutValue(
  { environment }: StackParts,
  template: TemplatePart,
  dialect: TemplateDialect,
  declared: JsonObject,
): readonly Problem[] {
  return Object.entries(declared).flatMap(([name, schema]) => {
    const values = [
      isJsonObject(schema) ? own(schema, dialect.default) : undefined,
      own(environment.parameters, name),
      own(environment.parameter_defaults, name),
    ];
    if (values.some((value) => value !== undefined && value !== null)) return [];
    const message = `the parameter ${quote(name)} has no default and is given no value; give it one in a HeatStack's spec.parameters or environment, or a default here`;
    return [{ ...placeIn(template, pointerTo(`/${dialect.parameters}`, name)), message }];
  });
}

/** `default: 1.0` of a text parameter is "1.0" for Heat; as JSON it would arrive as "1". */
function wholeFloats(
  template: TemplatePart,
  dialect: TemplateDialect,
  declared: JsonObject,
): readonly Problem[] {
  return Object.entries(declared).flatMap(([name, schema]) => {
    const pointer = pointerTo(pointerTo(`/${dialect.parameters}`, name), dialect.default);
    const text = template.yaml.wholeFloats.get(template.root + pointer);
    if (text === undefined || !isJsonObject(schema) || schema[dialect.parameterType] !== dialect.textType)
      return [];
    const message = `the default ${quote(text)} of the text parameter ${quote(name)} is read as a number; put it in quotes`;
    return [{ ...placeIn(template, pointer), message }];
  });
}

/** Every `get_param` (or `Ref`) names a parameter that is declared (hot/functions.py GetParam.result). */
export function parameterReferenceProblems(
  template: TemplatePart,
  dialect: TemplateDialect,
): readonly Problem[] {
  const { value } = template;
  const resources = value[dialect.resources];
  const named = [
    ...Object.keys(declarations(value, dialect)),
    ...dialect.pseudoParameters,
    ...(dialect.getParameter === 'Ref' && isJsonObject(resources) ? Object.keys(resources) : []),
  ];
  const known = new Set(named);
  const problems: Problem[] = [];
  for (const section of [dialect.resources, dialect.outputs, dialect.conditions]) {
    visit(value[section] ?? null, `/${section}`, dialect.getParameter, (name, pointer) => {
      if (known.has(name)) return;
      const declare = `declare it under ${dialect.parameters}`;
      const message = `${dialect.getParameter} names ${quote(name)}, which the template does not declare${hint(name, named, declare)}`;
      problems.push({ ...placeIn(template, pointer), message });
    });
  }
  return problems;
}

/** Calls `see` for each use of the function with a name that stands there literally. */
function visit(value: Json, pointer: string, fn: string, see: (name: string, pointer: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value);
  const [first] = entries;
  if (!Array.isArray(value) && entries.length === 1 && first !== undefined) {
    const [key, argument] = first;
    // in a repeat the name may be put together from its variables
    if (key === 'repeat') return;
    if (key === fn) {
      const name = Array.isArray(argument) ? argument[0] : argument;
      if (typeof name === 'string') see(name, pointerTo(pointer, key));
    }
  }
  for (const [key, item] of entries) visit(item, pointerTo(pointer, key), fn, see);
}

function declarations(template: JsonObject, dialect: TemplateDialect): JsonObject {
  const declared = template[dialect.parameters];
  return isJsonObject(declared) ? declared : {};
}

function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
