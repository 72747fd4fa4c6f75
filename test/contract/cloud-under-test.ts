/** What the contract asks of a cloud: raw calls, somebody to wait for it, somebody to hurt it. */

/** `admin` works in the project admin, the others in demo. */
export type User = 'demo' | 'demo-reader' | 'admin-demo' | 'admin' | 'bot';

/** A service by its type in Keystone's catalogue. */
export type Service =
  | 'identity'
  | 'orchestration'
  | 'compute'
  | 'image'
  | 'network'
  | 'load-balancer'
  | 'metric'
  | 'alarming'
  | 'placement';

export type BalancerPart = 'loadbalancer' | 'listener' | 'pool' | 'member' | 'healthmonitor';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed body; the text itself when it is no JSON; null when there is none. */
  readonly json: unknown;
}

export interface Caller {
  /** Never follows a redirect, never repeats. An `X-Auth-Token` given as '' is left out. */
  call(
    service: Service,
    method: Method,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
}

export interface PasswordCredentials {
  readonly username: string;
  readonly password: string;
  readonly projectName: string;
  readonly userDomainName: string;
  readonly projectDomainName: string;
}

export interface ApplicationCredential {
  readonly id: string;
  readonly secret: string;
}

export interface CloudUnderTest extends Caller {
  /** Where Keystone is, with `/v3`. */
  readonly authUrl: string;
  /** Of the user demo. */
  readonly password: PasswordCredentials;
  /** Of the user bot: demo's unrestricted application credential. */
  readonly applicationCredential: ApplicationCredential;
  /** Begins the name of everything the contract makes. */
  readonly prefix: string;

  as(user: User): Promise<Caller>;
  /** Looks again and again, time going by between, until there is an answer that is not null. */
  wait<T>(look: () => Promise<T | null>, label: string): Promise<T>;
  /** The cloud's time: the real one's, or the sandbox's. */
  now(): Date;
  /** Lets time go by: real seconds, or the sandbox's. */
  elapse(seconds: number): Promise<void>;
  /** Hurts a server behind Heat's back. */
  damage(kind: 'stop' | 'error' | 'delete', serverId: string): Promise<void>;
  /** Sets the operating status of a part of a load balancer, as its provider's driver would. */
  report(part: BalancerPart, id: string, operatingStatus: string): Promise<void>;
  /** From now on servers with this in their name end in ERROR; null: all is well again. */
  failBuilds(namePart: string | null): Promise<void>;
  /** Removes what the contract made. */
  close(): Promise<void>;
}
