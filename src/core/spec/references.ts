/** The files that a template or an environment names, found the way Heat's own client finds them. */
import type { Json, JsonObject } from '../../model/json.ts';
import { isJsonObject } from '../../model/json.ts';
import type { Position } from '../../model/problem.ts';
import { positionOf } from './positions.ts';
import { pointerTo, type YamlValue } from './yaml-values.ts';

export interface Reference {
  /** The text that names the file, which is its key in the stack's `files`. */
  readonly key: string;
  /** `type`: a nested template; `get_file`: any text; `file`: the spec says so itself. */
  readonly use: 'type' | 'get_file' | 'file';
  readonly at: Position;
}

/** Heat takes these endings for a nested template (heat/engine/environment.py ResourceInfo). */
export const NESTED_ENDINGS = ['.yaml', '.template'] as const;

/** heatclient/common/template_utils.py resolve_template_get_files; `Type` as well, for CloudFormation-style resources. */
export function templateReferences(template: JsonObject, yaml: YamlValue, root = ''): readonly Reference[] {
  const found: Reference[] = [];
  visit(template, root, (key, value, pointer) => {
    const use = key === 'get_file' ? 'get_file' : isNestedType(key, value, pointer) ? 'type' : null;
    if (use !== null) found.push({ key: value, use, at: positionOf(yaml, pointer) });
  });
  return found;
}

/** heatclient/common/template_utils.py resolve_environment_urls: values without `::` are files. */
export function environmentReferences(
  registry: Json | undefined,
  yaml: YamlValue,
  root: string,
): readonly Reference[] {
  const found: Reference[] = [];
  if (!isJsonObject(registry)) return found;
  visit(registry, root, (key, value, pointer) => {
    if (NOT_TYPES.includes(key) || value.includes('::') || value === '') return;
    found.push({ key: value, use: 'type', at: positionOf(yaml, pointer) });
  });
  return found;
}

const NOT_TYPES = ['base_url', 'hooks', 'restricted_actions'];

function isNestedType(key: string, value: string, pointer: string): boolean {
  if (key !== 'type' && !/\/Resources\/[^/]+\/Type$/.test(pointer)) return false;
  return NESTED_ENDINGS.some((ending) => value.endsWith(ending));
}

/** Calls `see` for each text that stands under a key. */
function visit(
  value: Json,
  pointer: string,
  see: (key: string, value: string, pointer: string) => void,
): void {
  if (typeof value !== 'object' || value === null) return;
  const entries = Array.isArray(value)
    ? value.map((item, index) => [String(index), item] as const)
    : Object.entries(value);
  for (const [key, item] of entries) {
    const below = pointerTo(pointer, key);
    if (typeof item === 'string' && !Array.isArray(value)) see(key, item, below);
    else visit(item, below, see);
  }
}
