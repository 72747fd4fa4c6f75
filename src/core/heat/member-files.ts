/** Puts the content's hash into the name of each nested file that is a group's member. */
import { createHash } from 'node:crypto';
import type { Json, JsonObject } from '../../model/json.ts';
import type { StackEnvironment } from '../../model/spec.ts';
import { groupType } from './group-types.ts';
import { nestedFile } from './nested-file.ts';
import { object, resourcesKey } from './template.ts';

/**
 * When only the text of a member's file changes, the group's definition stays equal, so Heat updates every member at
 * once and ignores the batches (measured on 2025.1). With the hash in the name the definition changes, and Heat rolls.
 */
export function nameMemberFilesByContent(
  template: JsonObject,
  files: Readonly<Record<string, string>>,
  environment: StackEnvironment,
): {
  readonly template: JsonObject;
  readonly files: Readonly<Record<string, string>>;
  /** The name under which a file is sent. */
  readonly renamed: (file: string | null) => string | null;
} {
  const section = resourcesKey(template);
  const used = new Map<string, string>();
  const resources = Object.entries(object(template[section])).map(([name, body]): [string, Json] => {
    const group = object(body);
    const definition = object(object(group['properties'])['resource']);
    const file = nestedFile(String(definition['type'] ?? ''), files, environment);
    if (group['type'] === undefined || !groupType(String(group['type'])) || file === null)
      return [name, body];
    const hashed = hashedName(file, files);
    used.set(file, hashed);
    const resource = { ...definition, type: hashed };
    return [name, { ...group, properties: { ...object(group['properties']), resource } }];
  });
  const added = [...used].map(([file, hashed]): [string, string] => [hashed, files[file] ?? '']);
  const kept = Object.entries(files).filter(
    ([name]) => !used.has(name) || isUsedElsewhere(name, template, files),
  );
  return {
    template: { ...template, [section]: Object.fromEntries(resources) },
    files: Object.fromEntries([...kept, ...added]),
    renamed: (file) => (file === null ? null : (used.get(file) ?? file)),
  };
}

/** `member.yaml` → `member-3f9a12bc.yaml`; the hash covers every file that the member mentions, too. */
function hashedName(file: string, files: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const name of [...reachable(file, files)].sort()) hash.update(`${name}\0${files[name]}\0`);
  const mark = hash.digest('hex').slice(0, 8);
  const dot = file.lastIndexOf('.');
  return dot > file.lastIndexOf('/') ? `${file.slice(0, dot)}-${mark}${file.slice(dot)}` : `${file}-${mark}`;
}

function reachable(
  file: string,
  files: Readonly<Record<string, string>>,
  seen = new Set<string>(),
): Set<string> {
  seen.add(file);
  for (const name of Object.keys(files)) {
    if (!seen.has(name) && files[file]?.includes(name)) reachable(name, files, seen);
  }
  return seen;
}

/** A file that the template or another file names outside the groups' members must stay under its own name. */
function isUsedElsewhere(
  name: string,
  template: JsonObject,
  files: Readonly<Record<string, string>>,
): boolean {
  const others = Object.entries(files).filter(([other]) => other !== name);
  return others.some(([, text]) => text.includes(name)) || mentionsOutsideGroups(name, template);
}

function mentionsOutsideGroups(name: string, template: JsonObject): boolean {
  return Object.values(object(template[resourcesKey(template)])).some((body) => {
    const resource = object(body);
    const isGroup = groupType(String(resource['type'])) !== undefined;
    const properties = object(resource['properties']);
    const outside = isGroup
      ? { ...properties, resource: { ...object(properties['resource']), type: '' } }
      : resource;
    return JSON.stringify(outside).includes(JSON.stringify(name));
  });
}
