/** User data of a server that says itself when it is ready. */
import type { ReadySpec } from '../../../model/rollout-spec.ts';
import { composeUserData } from '../../spec/cloud-init/compose.ts';
import { READY_TOKEN, readyPart } from '../../spec/cloud-init/ready-script.ts';

/** User data that holds the token says itself when; any other gets the script as a further part. */
export function readyUserData(userData: string | null, { check }: ReadySpec): string {
  if (userData?.includes(READY_TOKEN)) return userData;
  const own = userData === null ? [] : [{ text: userData, type: null, name: null }];
  return composeUserData([...own, readyPart(check)]);
}
