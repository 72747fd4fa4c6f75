/** Turns what went wrong with a request into one CloudError with words that say what to do. */
import type { Json } from '../../model/json.ts';
import { isJsonObject } from '../../model/json.ts';
import { CloudError, type CloudErrorCode, type CloudErrorDetails } from '../../ports/errors.ts';
import type { HttpAnswer, HttpOutcome, HttpTrouble, TroubleCause } from './http.ts';
import { shortReason } from './reason.ts';
import type { ServiceRequest } from './service.ts';

type Asked = Pick<ServiceRequest, 'service' | 'method' | 'path' | 'doing'>;

/** A CloudError that a service answered, with its status for those inside this adapter who must know. */
export class Refusal extends CloudError {
  readonly status: number;

  constructor(status: number, details: CloudErrorDetails) {
    super(details);
    this.status = status;
  }
}

export function failureOf(request: Asked, url: URL, outcome: HttpOutcome): CloudError {
  return outcome.kind === 'trouble' ? troubleFailure(request, url, outcome) : refusal(request, url, outcome);
}

/** What is so, and what would be right; `host` is the proxy when it was the proxy that could not be reached. */
const TROUBLES: Readonly<Record<TroubleCause, readonly [CloudErrorCode, (host: string) => string]>> = {
  dns: ['unreachable', (host) => `the name of "${host}" does not resolve; check auth_url and the endpoints`],
  'dns-busy': ['unreachable', (host) => `the name server gives no answer for "${host}"; try again`],
  refused: [
    'unreachable',
    (host) => `nothing listens at "${host}", or no route leads there; check the address and the firewall`,
  ],
  'connect-timeout': [
    'timeout',
    (host) => `"${host}" does not answer the connection; check the address, the firewall and HTTPS_PROXY`,
  ],
  tls: [
    'tls',
    (host) =>
      `the certificate of "${host}" is not trusted or does not match; give the authority's file as cacert (OS_CACERT), or verify: false if you must`,
  ],
  proxy: [
    'unreachable',
    (host) => `the proxy "${host}" does not let us through; check HTTPS_PROXY, HTTP_PROXY and NO_PROXY`,
  ],
  reset: [
    'unreachable',
    (host) => `"${host}" broke the connection off before it answered; check http or https, and the port`,
  ],
  timeout: ['timeout', (host) => `"${host}" took the request and did not answer in time; try again later`],
  'too-large': ['unexpected-answer', (host) => `the answer of "${host}" is larger than 64 MiB`],
  'not-http': [
    'unexpected-answer',
    (host) => `what listens at "${host}" does not speak HTTP; check http or https, and the port`,
  ],
};

/** Before a proxy opened the way, the trouble is with the proxy itself. */
const ON_THE_WAY: readonly TroubleCause[] = ['dns', 'dns-busy', 'refused', 'connect-timeout', 'proxy'];

function troubleFailure(request: Asked, url: URL, { cause, code, via }: HttpTrouble): CloudError {
  const [kind, words] = TROUBLES[cause];
  const atProxy = via !== null && ON_THE_WAY.includes(cause);
  const where = atProxy ? `on the way to "${hostOf(url)}": ` : '';
  return errorOf(request, kind, `${where}${words(atProxy ? via : hostOf(url))} (${code})`, null);
}

const CODES: Readonly<Record<number, CloudErrorCode>> = {
  400: 'invalid',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  407: 'unreachable',
  409: 'conflict',
  413: 'invalid',
  422: 'invalid',
  429: 'rate-limited',
};

/** Answers that are no success; what the service itself says comes along, shortened. */
function refusal(request: Asked, url: URL, answer: HttpAnswer): CloudError {
  const { status } = answer;
  const code =
    CODES[status] ?? (status >= 500 ? 'unavailable' : status >= 400 ? 'invalid' : 'unexpected-answer');
  const advise = ADVICE[status] ?? (status >= 500 ? broken : plain);
  const said = saidBy(answer);
  const message = advise(request, hostOf(url), status) + (said === '' ? '' : `: ${said}`);
  return errorOf(request, code, message, answer);
}

type Advise = (request: Asked, host: string, status: number) => string;

const broken: Advise = ({ service, method }, host, status) =>
  method === 'GET'
    ? `the ${service} service answers ${status} at "${host}", also when asked again; try later`
    : `the ${service} service answers ${status} at "${host}"; what was asked may be under way, so run it again`;
const plain: Advise = ({ service }, host, status) =>
  status < 400
    ? `"${host}" sends us elsewhere (${status}); check the address and its path`
    : `the ${service} service answers ${status}`;

const ADVICE: Readonly<Record<number, Advise>> = {
  401: () =>
    'the token is not accepted, not even a fresh one; check the project and the clock of this machine',
  403: ({ service, method, path }) =>
    `the user's role may not do this (403 for ${method} ${service} ${path}); writing needs member, reading needs reader on the project`,
  407: () => 'the proxy asks for a password (407); give it in HTTPS_PROXY as http://user:password@host:port',
  413: () => 'the template with its files is too large (413: max_template_size, or a proxy); make it smaller',
  429: (_, host) =>
    `"${host}" still says "too many requests" (429) after waiting; run it later, or less often`,
};

/** Heat: error.message; Nova, Keystone: {"name": {"message"}}; Neutron: NeutronError; else nothing of a foreign page. */
function saidBy({ text }: HttpAnswer): string {
  const body = parsed(text);
  if (!isJsonObject(body)) return '';
  const candidates = [body['error'], body['NeutronError'], ...Object.values(body), body];
  for (const candidate of candidates) {
    const message = isJsonObject(candidate) ? candidate['message'] : undefined;
    if (typeof message === 'string' && message.trim() !== '') return shortReason(message);
  }
  return '';
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

/** 2xx with something else than the API describes: a captive portal, a wrong port, a proxy's page. */
export function unexpectedAnswer(request: Asked, url: URL, answer: HttpAnswer, error: Error): CloudError {
  const what = /^\s*</.test(answer.text) ? 'a web page' : 'something that is not JSON';
  const said =
    error instanceof SyntaxError ? `is ${what}` : `is not what its API describes (${error.message})`;
  const message = `the answer of "${hostOf(url)}" ${said}; check that it is the ${request.service} service`;
  return errorOf(request, 'unexpected-answer', message, answer);
}

function errorOf(
  request: Asked,
  code: CloudErrorCode,
  message: string,
  answer: HttpAnswer | null,
): CloudError {
  const requestId = answer?.headers['x-openstack-request-id'] ?? answer?.headers['x-compute-request-id'];
  const details: CloudErrorDetails = {
    code,
    message: `${request.doing}: ${message}`,
    request: `${request.method} ${request.service} ${request.path}`,
    ...(requestId === undefined ? {} : { requestId }),
  };
  return answer === null ? new CloudError(details) : new Refusal(answer.status, details);
}

export function hostOf(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
}
