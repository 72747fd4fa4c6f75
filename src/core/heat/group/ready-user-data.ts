/** User data of a server that says itself when it is ready. */
import type { ReadySpec } from '../../../model/rollout-spec.ts';

/** Stands for the command that tells Heat; Heat puts the command in its place. */
export const READY_TOKEN = '__THERMOSTAT_READY__';

export function readyUserData(userData: string | null, _ready: ReadySpec): string {
  return userData ?? `#!/bin/sh\n${READY_TOKEN}\n`;
}
