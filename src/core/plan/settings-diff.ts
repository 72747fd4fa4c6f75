/** Compares what is around the resources: parameters, outputs, files, tags, time limit. */
import type { Change, FieldChange } from '../../model/change.ts';
import type { DesiredStack } from '../../model/desired.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { PresentStack } from '../../model/observed.ts';
import { nestedStack } from '../heat/member-servers.ts';
import { hiddenParameters } from '../heat/parameters.ts';
import { isProtected, withoutProvenance } from '../heat/tags.ts';
import { dialectOf, object, resourcesKey, viewTemplate } from '../heat/template.ts';
import { fieldDiff, redacted } from './field-diff.ts';

export function diffSettings(
  desired: DesiredStack,
  observed: PresentStack,
  hidden: ReadonlySet<string>,
): readonly Change[] {
  const tags = { before: [...withoutProvenance(observed.tags)], after: [...desired.tags] };
  const secret = new Set([...hidden, ...hiddenInFiles(observed.files), ...hiddenInFiles(desired.files)]);
  return [
    ...sections(withoutHiddenDefaults(observed.template), withoutHiddenDefaults(desired.template)),
    ...parameterChanges(desired, observed, hidden),
    ...change('environment', 'settings of the environment change', [
      ...fieldDiff(
        redactNamed(observed.environment.parameter_defaults, secret),
        redactNamed(desired.environment.parameter_defaults, secret),
        'parameter_defaults',
      ),
      ...fieldDiff(
        registry(observed.environment.resource_registry),
        registry(desired.environment.resource_registry),
        'resource_registry',
      ),
    ]),
    ...fileChanges(desired, observed),
    ...change(
      'metadata',
      'decides whether a tombstone may delete the stack; the servers are not touched',
      fieldDiff({ protect: isProtected(observed.tags) }, { protect: desired.protect }),
    ),
    ...change('tags', 'labels change; the servers are not touched', fieldDiff(tags.before, tags.after)),
  ];
}

/** The environment's defaults reach the parameters of nested files as well (heat/engine/environment.py). */
function hiddenInFiles(files: DesiredStack['files']): readonly string[] {
  return Object.keys(files).flatMap((file) => [...(nestedStack(file, {}, files)?.hidden ?? [])]);
}

function redactNamed(values: JsonObject, names: ReadonlySet<string>): JsonObject {
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, names.has(name) && value !== null ? redacted(value) : value]),
  );
}

/** The template's parts other than resources: what uses them is compared with their values filled in. */
function sections(before: JsonObject, after: JsonObject): readonly Change[] {
  const skip = resourcesKey(after);
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => key !== skip)
    .sort();
  return keys.flatMap((key) =>
    change(
      key,
      'written in the template; what it changes in resources is shown there',
      fieldDiff(before[key], after[key]),
    ),
  );
}

/** Heat shows the default of a hidden parameter in clear; nobody else shall (measured: GET template). */
function withoutHiddenDefaults(template: JsonObject): JsonObject {
  const key = dialectOf(template) === 'hot' ? 'parameters' : 'Parameters';
  const declared = object(template[key]);
  const hidden = hiddenParameters(viewTemplate(template).parameters);
  if (hidden.size === 0) return template;
  const shown = Object.entries(declared).map(([name, declaration]): [string, Json] => [
    name,
    hidden.has(name) ? redactDefault(object(declaration)) : declaration,
  ]);
  return { ...template, [key]: Object.fromEntries(shown) };
}

function redactDefault(declaration: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(declaration).map(([key, value]): [string, Json] => [
      key,
      key.toLowerCase() === 'default' ? redacted(value) : value,
    ]),
  );
}

function parameterChanges(
  desired: DesiredStack,
  observed: PresentStack,
  hidden: ReadonlySet<string>,
): readonly Change[] {
  const fields = fieldDiff(
    withoutHidden(observed.environment.parameters, hidden),
    withoutHidden(desired.environment.parameters, hidden),
  );
  return change('parameters', 'values given to the template change', fields);
}

function withoutHidden(values: JsonObject, hidden: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.has(name)));
}

/** Heat adds `resources: {}` and each file that is used as a type (measured). */
function registry(value: JsonObject): JsonObject {
  const added = (key: string, item: Json): boolean =>
    item === key || (key === 'resources' && Object.keys(object(item)).length === 0);
  return Object.fromEntries(Object.entries(value).filter(([key, item]) => !added(key, item)));
}

/** Only files that are sent count: Heat keeps entries that nobody uses any more. A member's file shows in its group. */
function fileChanges(desired: DesiredStack, observed: PresentStack): readonly Change[] {
  const members = new Set(
    desired.groups.filter(({ address }) => !address.includes('/')).map(({ member }) => member['type']),
  );
  const fields = Object.keys(desired.files)
    .sort()
    .filter((name) => !members.has(name))
    .filter((name) => desired.files[name] !== observed.files[name])
    .map(
      (name): FieldChange => ({
        path: name,
        before: observed.files[name] === undefined ? null : redacted(observed.files[name]),
        after: redacted(desired.files[name] ?? ''),
      }),
    );
  return change('files', 'the text of a file changes', fields);
}

function change(address: string, reason: string, fields: readonly FieldChange[]): readonly Change[] {
  return fields.length === 0 ? [] : [{ address, action: 'update', reason, confidence: 'certain', fields }];
}
