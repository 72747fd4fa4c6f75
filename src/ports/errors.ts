/** Errors that adapters throw when the outside broke: a code from a closed list, never a status to parse. */

export const CLOUD_ERROR_CODES = [
  'credentials-missing', // no cloud named, nothing in the environment
  'credentials-invalid', // clouds.yaml or OS_* that contradict themselves or can't be read
  'unknown-cloud', // a name that clouds.yaml does not hold
  'unauthorized', // 401 at login, or still after one renewal
  'forbidden', // 403
  'trust-refused', // an application credential that may not create a trust
  'not-found', // 404
  'conflict', // 409
  'invalid', // 400: the service refused what we sent
  'service-missing', // not in the catalogue for this region and interface
  'unreachable', // DNS, refused, reset
  'tls', // certificate not trusted or not matching
  'timeout',
  'rate-limited', // 429 to the end
  'unavailable', // 5xx to the end
  'unexpected-answer', // not JSON, not the shape
] as const;

export type CloudErrorCode = (typeof CLOUD_ERROR_CODES)[number];

export interface CloudErrorDetails {
  readonly code: CloudErrorCode;
  /** One sentence: what we were doing, what is so, what would be right. No secret, no stack trace. */
  readonly message: string;
  /** `GET orchestration /stacks/web`, without host and token. */
  readonly request?: string;
  /** x-openstack-request-id of the answer. */
  readonly requestId?: string;
  readonly cause?: unknown;
}

export class CloudError extends Error {
  readonly code: CloudErrorCode;
  readonly request: string | null;
  readonly requestId: string | null;

  constructor(details: CloudErrorDetails) {
    super(details.message, { cause: details.cause });
    this.name = 'CloudError';
    this.code = details.code;
    this.request = details.request ?? null;
    this.requestId = details.requestId ?? null;
  }
}

const REFUSALS: readonly CloudErrorCode[] = ['forbidden', 'not-found', 'invalid', 'service-missing'];

/** The service does not tell this here, today and tomorrow; anything else is trouble that passes, or that somebody has to mend. */
export function isRefusal(error: unknown): boolean {
  return error instanceof CloudError && REFUSALS.includes(error.code);
}

export type ForgeErrorCode =
  | 'forbidden'
  | 'not-found'
  | 'invalid'
  | 'rate-limited'
  | 'unavailable'
  | 'unreachable';

export class ForgeError extends Error {
  readonly code: ForgeErrorCode;

  constructor(code: ForgeErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ForgeError';
    this.code = code;
  }
}

export function isForgeError(error: unknown, ...codes: readonly ForgeErrorCode[]): boolean {
  return error instanceof ForgeError && codes.includes(error.code);
}

export type BalancerErrorCode =
  | 'unreachable' // no such socket, refused, reset
  | 'timeout'
  | 'forbidden' // the socket's level is not admin
  | 'unknown-backend'
  | 'unknown-server'
  | 'name-taken'
  | 'busy' // still has connections
  | 'unsupported' // an older HAProxy, or a backend that takes no servers at run time
  | 'refused' // any other answer that is no success
  | 'invalid' // what we would have sent is no name, address or socket
  | 'unexpected-answer'; // not the shape, or without end

export class BalancerError extends Error {
  readonly code: BalancerErrorCode;

  constructor(code: BalancerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BalancerError';
    this.code = code;
  }
}

/** One line for people: a cloud's error with the request it belongs to, whatever else as it says itself. */
export function errorLine(error: unknown): string {
  if (!(error instanceof CloudError)) return error instanceof Error ? error.message : String(error);
  const where = [error.request, error.requestId].filter((part) => part !== null).join(', ');
  return where === '' ? error.message : `${error.message} (${where})`;
}
