/** Finds and reads clouds.yaml with its secure.yaml, where every OpenStack client looks for them. */
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { isJsonObject, type JsonObject } from '../../model/json.ts';
import { CloudError } from '../../ports/errors.ts';

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly home: string;
}

/** The text of a file; null when there is none. */
export type ReadText = (path: string) => Promise<string | null>;

export interface CloudsFile {
  /** null when none was found. */
  readonly path: string | null;
  /** Folders and files that were looked at, for words. */
  readonly lookedIn: readonly string[];
  readonly clouds: Readonly<Record<string, JsonObject>>;
  /** From clouds-public.yaml: what `profile:` refers to. */
  readonly profiles: Readonly<Record<string, JsonObject>>;
}

/** The first file of each kind wins; secure.yaml is laid over clouds.yaml (openstack/config/loader.py __init__). */
export async function readCloudsFile(around: Surroundings, read: ReadText): Promise<CloudsFile> {
  const main = await firstOf(candidates('clouds', around, 'OS_CLIENT_CONFIG_FILE'), read);
  const secure = await firstOf(candidates('secure', around, 'OS_CLIENT_SECURE_FILE'), read);
  const vendor = await firstOf(candidates('clouds-public', around, null), read);
  const whole = mergeDeep(main?.content ?? {}, secure?.content ?? {});
  return {
    path: main?.path ?? null,
    lookedIn: lookedIn(around),
    clouds: objectsIn(whole['clouds']),
    profiles: objectsIn(vendor?.content['public-clouds']),
  };
}

/** loader.py CONFIG_SEARCH_PATH; the variable's file comes first. */
function candidates(name: string, around: Surroundings, variable: string | null): readonly string[] {
  const given = variable === null ? undefined : around.env[variable];
  const found = folders(around).flatMap((folder) => SUFFIXES.map((suffix) => join(folder, name + suffix)));
  return given ? [absolute(given, around), ...found] : found;
}

const SUFFIXES = ['.yaml', '.yml', '.json'];

function folders({ env, cwd, home }: Surroundings): readonly string[] {
  const user = env['XDG_CONFIG_HOME'] || join(home, '.config');
  const site = (env['XDG_CONFIG_DIRS'] || '/etc/xdg').split(':').filter((folder) => folder !== '');
  const all = [user, join(home, '.config'), ...site].map((folder) => join(folder, 'openstack'));
  return [...new Set([cwd, ...all, '/etc/openstack'])];
}

function lookedIn(around: Surroundings): readonly string[] {
  const given = around.env['OS_CLIENT_CONFIG_FILE'];
  return [...(given ? [given] : []), ...folders(around).map((folder) => join(folder, 'clouds.yaml'))];
}

export function absolute(path: string, { cwd, home }: Pick<Surroundings, 'cwd' | 'home'>): string {
  if (path === '~' || path.startsWith('~/')) return join(home, path.slice(1));
  return path.startsWith('/') ? path : join(cwd, path);
}

async function firstOf(
  paths: readonly string[],
  read: ReadText,
): Promise<{ path: string; content: JsonObject } | null> {
  for (const path of paths) {
    const text = await read(path);
    if (text !== null) return { path, content: parse(path, text) };
  }
  return null;
}

/** Every scalar stays the text that was written: a password `0123` or `yes` is meant as it stands. */
function parse(path: string, text: string): JsonObject {
  const document = parseDocument(text, { schema: 'failsafe', merge: true, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) {
    const line = error.linePos?.[0].line ?? 1;
    const what = error.message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? '';
    throw invalid(`reading "${path}": line ${line} is not YAML (${what}); mend the file`);
  }
  const content: unknown = contentOf(document, path);
  if (content === null || content === '') return {};
  if (!isJsonObject(content))
    throw invalid(`reading "${path}": it holds no mapping; it should begin with "clouds:"`);
  return content;
}

function contentOf(document: ReturnType<typeof parseDocument>, path: string): unknown {
  try {
    return document.toJS();
  } catch {
    throw invalid(`reading "${path}": its aliases refer to too much or to nothing; write the values out`);
  }
}

export function invalid(message: string): CloudError {
  return new CloudError({ code: 'credentials-invalid', message });
}

/** Mappings are joined key by key, anything else is taken from the later one (openstack/config/_util.py merge_clouds). */
export function mergeDeep(below: JsonObject, above: JsonObject): JsonObject {
  const merged = Object.entries(above).map(([key, value]) => {
    const lower = below[key];
    return [key, isJsonObject(lower) && isJsonObject(value) ? mergeDeep(lower, value) : value];
  });
  return { ...below, ...Object.fromEntries(merged) };
}

function objectsIn(value: unknown): Readonly<Record<string, JsonObject>> {
  if (!isJsonObject(value)) return {};
  const entries = Object.entries(value).filter((entry): entry is [string, JsonObject] =>
    isJsonObject(entry[1]),
  );
  return Object.fromEntries(entries);
}
