/** User data of a server that says itself when it is ready. */
import { Buffer } from 'node:buffer';
import type { ReadySpec } from '../../../model/rollout-spec.ts';
import { composeUserData } from './compose.ts';
import { READY_TOKEN, readyPart } from './ready-script.ts';

/** User data that holds the token says itself when; any other gets the script as a further part. */
export function readyUserData(userData: string | null, { check }: ReadySpec): string {
  if (userData?.includes(READY_TOKEN)) return userData;
  const own = userData === null ? [] : [{ text: userData, type: null, name: null }];
  return composeUserData([...own, readyPart(check)]);
}

/** What Heat puts in the token's place: curl with a token of Keystone and the address of the signal (heat wait_condition_handle). */
const COMMAND_BYTES = 1000;

/** As many bytes as Nova will get, at most. */
export function readyUserDataBytes(userData: string | null, ready: ReadySpec): number {
  const text = readyUserData(userData, ready);
  return Buffer.byteLength(text) + (text.split(READY_TOKEN).length - 1) * COMMAND_BYTES;
}
