/** Every field of a group in the cloud, one walk a subject. */
import type { Walk } from './row.ts';
import { alarms } from './walks/alarms.ts';
import { balancer } from './walks/balancer.ts';
import { composites } from './walks/composites.ts';
import { haproxy } from './walks/haproxy.ts';
import { network } from './walks/network.ts';
import { schedules } from './walks/schedules.ts';
import { server } from './walks/server.ts';

export const WALKS: readonly Walk[] = [server, network, balancer, haproxy, alarms, composites, schedules];
