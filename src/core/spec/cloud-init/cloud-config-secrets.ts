/** Secrets of a cloud-config that only its meaning tells: passwords by key, and what is wrapped in base64. */
import { Buffer } from 'node:buffer';
import { isJsonObject, type Json, type JsonObject } from '../../../model/json.ts';
import { pointerTo } from '../yaml-values.ts';
import { keyPath } from './schema-sentences.ts';
import { isLiteral, secretLines } from './secret-lines.ts';

export interface SecretValue {
  readonly pointer: string;
  /** The path of its key; never the value. */
  readonly name: string;
  /** What would be right in its place. */
  readonly instead: string | null;
}

const HASH_PASSWORD = 'write a hash (mkpasswd --method=sha-512) as hashed_passwd, or log in by key';

export function secretValues(config: JsonObject): readonly SecretValue[] {
  return [
    ...plain('/password', config['password']),
    ...users(config).flatMap(([pointer, user]) =>
      ['plain_text_passwd', 'plain-text-passwd'].flatMap((key) => plain(`${pointer}/${key}`, user[key])),
    ),
    ...chpasswd(config['chpasswd']),
    ...sshKeys(config['ssh_keys']),
    ...encoded(config['write_files']),
  ];
}

function plain(pointer: string, value: Json | undefined): readonly SecretValue[] {
  const isPlain = typeof value === 'number' || (typeof value === 'string' && isPlainPassword(value));
  return isPlain ? [{ pointer, name: keyPath(pointer), instead: HASH_PASSWORD }] : [];
}

/** cc_set_passwords: R and RANDOM ask for a random one; crypt(3) hashes start with $, and * or ! can match none. */
function isPlainPassword(value: string): boolean {
  if (/^(?:R|RANDOM|[*!].*)$/.test(value) || /^\$[\w-]+\$/.test(value)) return false;
  return isLiteral(value) || /^(?:\d+|changeme|default|example)$/i.test(value);
}

function users(config: JsonObject): readonly (readonly [string, JsonObject])[] {
  const { user, users: listed } = config;
  const all: readonly (readonly [string, Json])[] = [
    ['/user', user ?? null],
    ...Object.entries(listed !== null && typeof listed === 'object' ? listed : {}).map(
      ([key, one]: [string, Json]) => [pointerTo('/users', key), one] as const,
    ),
  ];
  return all.flatMap(([pointer, one]) => (isJsonObject(one) ? [[pointer, one] as const] : []));
}

function chpasswd(value: Json | undefined): readonly SecretValue[] {
  if (!isJsonObject(value)) return [];
  const { users: named, list } = value;
  const lines = typeof list === 'string' ? list.split('\n') : Array.isArray(list) ? list : [];
  const inList = lines.some(
    (line) => typeof line === 'string' && line.includes(':') && isPlainPassword(afterColon(line)),
  );
  return [
    ...(Array.isArray(named) ? named : []).flatMap((user, index) =>
      isJsonObject(user) ? plain(`/chpasswd/users/${index}/password`, user['password']) : [],
    ),
    ...(inList ? [{ pointer: '/chpasswd/list', name: 'chpasswd.list', instead: HASH_PASSWORD }] : []),
  ];
}

function afterColon(line: string): string {
  return line.slice(line.indexOf(':') + 1).trim();
}

function sshKeys(value: Json | undefined): readonly SecretValue[] {
  if (!isJsonObject(value)) return [];
  return Object.keys(value)
    .filter((key) => key.endsWith('_private') && String(value[key] ?? '').trim() !== '')
    .map((key) => ({
      pointer: `/ssh_keys/${key}`,
      name: `ssh_keys.${key}`,
      instead: 'leave it away: the server makes its own host keys at its first boot',
    }));
}

/** cc_write_files: base64 by its encoding or by !!binary; what is compressed as well stays closed to us. */
function encoded(value: Json | undefined): readonly SecretValue[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((file, index) => {
    if (!isJsonObject(file) || !/^[A-Za-z0-9+/=\s]{20,}$/.test(String(file['content'] ?? ''))) return [];
    const [first] = secretLines(Buffer.from(String(file['content'] ?? ''), 'base64').toString('utf8'));
    const pointer = `/write_files/${index}/content`;
    return first === undefined ? [] : [{ pointer, name: keyPath(pointer), instead: null }];
  });
}
