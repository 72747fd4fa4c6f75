/** Chooses which cloud is meant: a named one, the environment's, or the only one there is. */
import type { JsonObject } from '../../model/json.ts';
import { isJsonObject } from '../../model/json.ts';
import { CloudError } from '../../ports/errors.ts';
import { type CloudsFile, mergeDeep, type Surroundings } from './clouds-file.ts';

export interface CloudSettings {
  /** As people know it: the name in clouds.yaml, or `environment`. */
  readonly name: string;
  /** Where to mend it, for words: `cloud "prod" in /etc/openstack/clouds.yaml`, `the OS_* variables`. */
  readonly origin: string;
  /** Keys with underscores, the auth mapping's own keys on the same level (they win). */
  readonly values: JsonObject;
}

/** @param asked the name given by option; null = not given. */
export function chooseCloud(asked: string | null, around: Surroundings, file: CloudsFile): CloudSettings {
  const { env } = around;
  const named = asked || env['OS_CLOUD'] || null;
  const envName = env['OS_CLOUD_NAME'] || 'envvars';
  if (named !== null && named !== envName) return fromFile(named, env, file);
  if (hasCredentials(env))
    return { name: 'environment', origin: 'the OS_* variables', values: flat(fromEnv(env)) };
  const [only, ...others] = Object.keys(file.clouds);
  if (named === null && only !== undefined && others.length === 0) return fromFile(only, env, file);
  throw nothingNamed(file);
}

/** A named cloud is taken as it is; only a region that it leaves open may come from the environment. */
function fromFile(name: string, env: Surroundings['env'], file: CloudsFile): CloudSettings {
  const cloud = Object.hasOwn(file.clouds, name) ? file.clouds[name] : undefined;
  if (cloud === undefined) throw unknownCloud(name, file);
  const own = withRegion(flat(withProfile(cloud, file)), env['OS_REGION_NAME']);
  return { name, origin: `cloud "${name}" in ${file.path ?? 'clouds.yaml'}`, values: own };
}

function withProfile(cloud: JsonObject, { profiles }: CloudsFile): JsonObject {
  const profile = cloud['profile'] ?? cloud['cloud'];
  const below =
    typeof profile === 'string' && Object.hasOwn(profiles, profile) ? profiles[profile] : undefined;
  return below === undefined ? cloud : mergeDeep(below, cloud);
}

/** `regions:` lists names, or mappings with a name and values of their own (loader.py _get_region). */
function withRegion(values: JsonObject, fallback: string | undefined): JsonObject {
  const regions = Array.isArray(values['regions']) ? values['regions'] : [];
  const wanted = values['region_name'] || fallback || nameOf(regions[0]);
  const listed = regions.find((region) => nameOf(region) === wanted);
  const own = isJsonObject(listed) && isJsonObject(listed['values']) ? flat(listed['values']) : {};
  return { ...values, ...own, ...(wanted ? { region_name: wanted } : {}) };
}

function nameOf(region: unknown): string | null {
  if (typeof region === 'string') return region;
  return isJsonObject(region) && typeof region['name'] === 'string' ? region['name'] : null;
}

/** `auth` and the level above it in one, with underscores; what stands in `auth` wins (loader.py _validate_auth). */
function flat(cloud: JsonObject): JsonObject {
  const { auth, ...rest } = cloud;
  return { ...underscored(rest), ...(isJsonObject(auth) ? underscored(auth) : {}) };
}

function underscored(values: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key.replaceAll('-', '_'), value]));
}

/** OS_USER_DOMAIN_NAME → user_domain_name (loader.py _get_os_environ). */
function fromEnv(env: Surroundings['env']): JsonObject {
  const entries = Object.entries(env).filter(([key, value]) => key.startsWith('OS_') && value);
  return Object.fromEntries(entries.map(([key, value]) => [key.slice(3).toLowerCase(), value ?? '']));
}

/** OS_REGION_NAME, OS_CACERT and the like alone are no cloud. */
function hasCredentials(env: Surroundings['env']): boolean {
  const keys = [
    'AUTH_URL',
    'USERNAME',
    'USER_ID',
    'PASSWORD',
    'TOKEN',
    'AUTH_TOKEN',
    'PROJECT_NAME',
    'PROJECT_ID',
  ];
  const prefixed = [
    ...keys,
    'APPLICATION_CREDENTIAL_ID',
    'APPLICATION_CREDENTIAL_NAME',
    'APPLICATION_CREDENTIAL_SECRET',
  ];
  return prefixed.some((key) => env[`OS_${key}`]);
}

function unknownCloud(name: string, file: CloudsFile): CloudError {
  if (file.path === null) {
    return missing(
      `looking for cloud "${name}": no clouds.yaml was found; looked at ${file.lookedIn.join(', ')}`,
    );
  }
  const names = Object.keys(file.clouds).sort();
  const known =
    names.length === 0 ? 'the file holds none' : `there are ${names.map((n) => `"${n}"`).join(', ')}`;
  return new CloudError({
    code: 'unknown-cloud',
    message: `looking for cloud "${name}": ${file.path} does not hold it; ${known}`,
  });
}

function nothingNamed(file: CloudsFile): CloudError {
  const names = Object.keys(file.clouds).sort();
  const choice =
    names.length === 0
      ? `no clouds.yaml was found either; looked at ${file.lookedIn.join(', ')}`
      : `${file.path ?? 'clouds.yaml'} holds ${names.map((name) => `"${name}"`).join(', ')}`;
  return missing(
    `looking for a cloud: none is named and the environment holds no OS_AUTH_URL with credentials; ${choice}; name one by --cloud or OS_CLOUD`,
  );
}

function missing(message: string): CloudError {
  return new CloudError({ code: 'credentials-missing', message });
}
