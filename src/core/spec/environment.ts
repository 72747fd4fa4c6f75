/** Heat environments: read, checked for Heat's own sections, merged in order. */
import type { Json, JsonObject } from '../../model/json.ts';
import { isJsonObject } from '../../model/json.ts';
import type { Problem } from '../../model/problem.ts';
import type { StackEnvironment } from '../../model/spec.ts';
import { positionOf } from './positions.ts';
import { list, quote } from './quote.ts';
import { hint } from './suggest.ts';
import { pointerTo, type YamlValue } from './yaml-values.ts';

export const EMPTY_ENVIRONMENT: StackEnvironment = {
  parameters: {},
  parameter_defaults: {},
  resource_registry: {},
};

const SECTIONS = ['parameters', 'parameter_defaults', 'resource_registry'] as const;
/** heat/common/environment_format.py SECTIONS that Thermostat has no use for. */
const UNSUPPORTED = ['encrypted_param_names', 'event_sinks', 'parameter_merge_strategies'];

/** `root`: the pointer at which the environment stands in its document. */
export function readEnvironment(
  value: JsonObject,
  yaml: YamlValue,
  root: string,
): { readonly environment: StackEnvironment; readonly problems: readonly Problem[] } {
  const problems = Object.entries(value).flatMap(([section, content]) => {
    const message = sectionProblem(section, content);
    return message === null
      ? []
      : [{ ...(yaml.keys.get(pointerTo(root, section)) ?? positionOf(yaml, root)), message }];
  });
  const base = isJsonObject(value['resource_registry']) ? value['resource_registry']['base_url'] : undefined;
  if (base !== undefined) {
    const message = `base_url is ${quote(base)}, but files are found relative to the environment only; write the paths out`;
    problems.push({ ...positionOf(yaml, `${root}/resource_registry/base_url`), message });
  }
  return { environment: mergeEnvironments([EMPTY_ENVIRONMENT, pick(value)]), problems };
}

/** Later ones win; mappings are merged key by key (heatclient/common/template_utils.py deep_update). */
export function mergeEnvironments(environments: readonly StackEnvironment[]): StackEnvironment {
  return environments.reduce((merged, next) => ({
    parameters: deepUpdate(merged.parameters, next.parameters),
    parameter_defaults: deepUpdate(merged.parameter_defaults, next.parameter_defaults),
    resource_registry: deepUpdate(merged.resource_registry, next.resource_registry),
  }));
}

function sectionProblem(section: string, content: Json): string | null {
  if (UNSUPPORTED.includes(section))
    return `the environment's section ${quote(section)} is not built yet; remove it`;
  if (!SECTIONS.some((known) => known === section)) {
    return `${quote(section)} is no section of an environment${hint(section, SECTIONS, `it has ${list(SECTIONS)}`)}`;
  }
  if (isJsonObject(content)) return null;
  return `the environment's ${section} is ${quote(content)}; it must be a mapping of keys to values, or be left away`;
}

function pick(value: JsonObject): StackEnvironment {
  const section = (name: string): JsonObject => {
    const content = value[name];
    return isJsonObject(content) ? content : {};
  };
  return {
    parameters: section('parameters'),
    parameter_defaults: section('parameter_defaults'),
    resource_registry: section('resource_registry'),
  };
}

function deepUpdate(old: JsonObject, next: JsonObject): JsonObject {
  const merged = new Map<string, Json>(Object.entries(old));
  for (const [key, value] of Object.entries(next)) {
    const before = merged.get(key);
    if (isJsonObject(value)) merged.set(key, deepUpdate(isJsonObject(before) ? before : {}, value));
    else if (value !== null || !isJsonObject(before)) merged.set(key, value);
  }
  return Object.fromEntries(merged);
}
