/** What we ask of a load balancer outside of OpenStack, one backend line at a time. */
import type { AdminState, BackendServer, Endpoint } from '../model/balancer.ts';

export interface Balancer {
  servers(backend: string): Promise<readonly BackendServer[]>;
  /** A new line with health checks, in maintenance until it is told otherwise. */
  add(backend: string, server: string, endpoint: Endpoint): Promise<void>;
  /** Points a line elsewhere; null makes it an unused slot. */
  point(backend: string, server: string, endpoint: Endpoint | null): Promise<void>;
  setState(backend: string, server: string, state: AdminState): Promise<void>;
  /** Counts as down until its next health checks have passed; only for a line that is checked. */
  holdBack(backend: string, server: string): Promise<void>;
  /** Cuts what is still under way; for a server in maintenance. */
  endSessions(backend: string, server: string): Promise<void>;
  /** Takes a line out; for a server in maintenance without sessions (else `busy`). */
  remove(backend: string, server: string): Promise<void>;
}

/** Opens nothing before the first question; `api` is `tcp://HOST:PORT` or `unix:///PATH`. */
export type OpenBalancer = (api: string) => Balancer;
