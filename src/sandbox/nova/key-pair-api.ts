// The SSH keys of a user over HTTP.

import type { Cloud } from '../cloud.ts';
import { type Answer, empty, json } from '../http/answer.ts';
import { type Call, objectBody } from '../http/call.ts';
import type { Parameters } from '../http/routes.ts';
import { objectOr, textOr } from '../json.ts';
import { stableId } from '../keystone/services.ts';
import { mayWrite, type Session } from '../keystone/tokens.ts';
import { notAllowed, novaFailure } from './failure-answer.ts';
import { findKeyPair } from './key-pairs.ts';

/** Since 2.92 Nova makes no keys itself: public_key is required (measured). */
export function createKeyPair(cloud: Cloud, call: Call, session: Session, minor: number): Answer {
  if (!mayWrite(session)) return notAllowed('os-keypairs:create');
  const given = objectOr(objectBody(call)?.['keypair']);
  const name = given['name'];
  if (typeof name !== 'string') return novaFailure(400, "'keypair' is a required property");
  const sent = given['public_key'];
  if (minor >= 92 && typeof sent !== 'string') {
    const message = `Invalid input for field/attribute keypair. Value: {'name': '${name}'}. 'public_key' is a required property`;
    return novaFailure(400, message);
  }
  if (findKeyPair(cloud, name) !== undefined) return novaFailure(409, `Key pair '${name}' already exists.`);
  const publicKey = textOr(sent, `ssh-rsa ${stableId(name)} Generated-by-Nova`);
  const fingerprint = (stableId(publicKey).match(/../g) ?? []).join(':');
  cloud.world.keyPairs.push({ name, user: session.user.id, publicKey, fingerprint, created: cloud.now });
  const made =
    typeof sent === 'string' ? {} : { private_key: `made by the sandbox: ${stableId(`private/${name}`)}` };
  const status = minor >= 2 ? 201 : 200;
  return json(status, {
    keypair: { ...made, name, public_key: publicKey, fingerprint, user_id: session.user.id },
  });
}

export function deleteKeyPair(
  cloud: Cloud,
  _call: Call,
  session: Session,
  minor: number,
  { name = '' }: Parameters,
): Answer {
  if (!mayWrite(session)) return notAllowed('os-keypairs:delete');
  const index = cloud.world.keyPairs.findIndex((one) => one.name === name);
  if (index < 0) return novaFailure(404, `Keypair ${name} not found for user ${session.user.id}`);
  cloud.world.keyPairs.splice(index, 1);
  return empty(minor >= 2 ? 204 : 202);
}

export function listKeyPairs(cloud: Cloud, _call: Call, session: Session): Answer {
  const own = cloud.world.keyPairs.filter((one) => one.user === session.user.id);
  const keypairs = own.map(({ name, publicKey, fingerprint }) => ({
    keypair: { name, public_key: publicKey, fingerprint, type: 'ssh' },
  }));
  return json(200, { keypairs });
}

export function showKeyPair(
  cloud: Cloud,
  _call: Call,
  session: Session,
  _minor: number,
  { name = '' }: Parameters,
): Answer {
  const found = findKeyPair(cloud, name);
  if (found === undefined) return novaFailure(404, `Keypair ${name} not found for user ${session.user.id}`);
  const { publicKey, fingerprint } = found;
  return json(200, {
    keypair: { name, public_key: publicKey, fingerprint, type: 'ssh', user_id: found.user, id: 1 },
  });
}
