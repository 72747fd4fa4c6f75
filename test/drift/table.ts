/** Every kind of hand change, in the order of the documentation. */
import type { Row } from './row.ts';
import { ALARMS } from './rows/alarms.ts';
import { BALANCERS } from './rows/balancers.ts';
import { NETWORK } from './rows/network.ts';
import { SERVERS } from './rows/servers.ts';
import { STACKS } from './rows/stacks.ts';

export const ROWS: readonly Row[] = [...SERVERS, ...NETWORK, ...BALANCERS, ...ALARMS, ...STACKS];
