// What a server has written to its serial console (nova/api/openstack/compute/console_output.py).

import { type Answer, json } from '../http/answer.ts';
import type { JsonObject } from '../json.ts';
import type { Server } from '../world.ts';
import { novaFailure } from './failure-answer.ts';

/** What Nova's fake driver says of every server; whoever wants more gives it by /sandbox/servers. */
const USUAL = 'FAKE CONSOLE OUTPUT\nANOTHER\nLAST LINE';

export function consoleOutput(server: Server, detail: JsonObject): Answer {
  const { length } = detail;
  if (length !== undefined && length !== null && !/^-?[0-9]+$/.test(String(length)))
    return novaFailure(
      400,
      `Invalid input for field/attribute length. Value: ${String(length)}. '${String(length)}' does not match '^-?[0-9]+$'`,
    );
  if (server.vmState === 'building') return novaFailure(409, `Instance ${server.id} is not ready`);
  const lines = (server.console ?? USUAL).split('\n');
  const wanted = length === undefined || length === null ? -1 : Number(length);
  const shown = wanted < 0 ? lines : wanted === 0 ? [] : lines.slice(-wanted);
  return json(200, { output: shown.join('\n') });
}
