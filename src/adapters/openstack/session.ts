/** Holds the login: the token, renewed when it ends, with the catalogue that came with it. */
import type { Json } from '../../model/json.ts';
import { CloudError } from '../../ports/errors.ts';
import type { Credentials } from './credentials.ts';
import { endpointOf } from './endpoint.ts';
import { failureOf, unexpectedAnswer } from './failures.ts';
import type { HttpAnswer, HttpRequest } from './http.ts';
import { loginBody } from './keystone/requests.ts';
import { type Login, loginResult } from './keystone/results.ts';
import { MICROVERSION } from './placement/requests.ts';
import { type ServiceName, type ServiceRequest, sendPatiently, type Target, type Wire } from './service.ts';
import { ShapeError } from './shape.ts';
import { microversionOf } from './versions.ts';

export interface Session extends Target {
  readonly project: { readonly id: string; readonly name: string };
  readonly userName: string;
  readonly userId: string;
  endpoint(service: ServiceName): URL;
  /** Whether the cloud has the service at all: asks the catalogue that came with the login, nobody else. */
  offers(service: ServiceName): boolean;
}

type Project = Session['project'];

/** A token that ends sooner than this is renewed before it is used. */
const SPARE_MS = 60_000;

export async function openSession(
  wire: Wire,
  credentials: Credentials,
  onSecret: (value: string) => void,
): Promise<Session> {
  let since = wire.now();
  const first = await logIn(wire, credentials, onSecret);
  const project = projectOf(first, credentials);
  let current = first;
  let renewal: Promise<void> | null = null;
  let microversion: Promise<string | null> | null = null;

  const renewOnce = (): Promise<void> => {
    const asked = wire.now();
    renewal ??= logIn(wire, credentials, onSecret)
      .then((login) => {
        current = login;
        since = asked;
      })
      .finally(() => {
        renewal = null;
      });
    return renewal;
  };
  const endpoint = (service: ServiceName): URL =>
    endpointOf(service, current.catalogue, credentials, project.id);
  const versionHeaders = async (service: ServiceName): Promise<Readonly<Record<string, string>>> => {
    if (service === 'placement') return { 'openstack-api-version': `placement ${MICROVERSION}` };
    if (service !== 'compute') return {};
    microversion ??= microversionOf(wire, endpoint('compute'), current.token);
    const version = await microversion;
    return version === null ? {} : { 'openstack-api-version': `compute ${version}` };
  };

  return {
    project,
    userName: first.userName,
    userId: first.userId,
    endpoint,
    offers: (service) => offers(() => endpoint(service)),
    url: (request) => urlOf(endpoint(request.service), request),
    async headers({ service }) {
      if (canRenew(credentials) && endsSoon(current, since, wire.now())) await renewOnce();
      return { 'x-auth-token': current.token, ...(await versionHeaders(service)) };
    },
    async renew(used) {
      const renewedMeanwhile = used['x-auth-token'] !== current.token;
      if (renewedMeanwhile) return;
      if (!canRenew(credentials)) throw tokenEnded(credentials);
      await renewOnce();
    },
  };
}

function offers(find: () => URL): boolean {
  try {
    find();
    return true;
  } catch (error) {
    if (error instanceof CloudError && error.code === 'service-missing') return false;
    throw error;
  }
}

function canRenew({ identity }: Credentials): boolean {
  return identity.method !== 'token';
}

/** By how long it lives since it was asked for: this machine's clock may be hours from the cloud's. */
function endsSoon({ lives }: Login, since: Date, now: Date): boolean {
  return lives !== null && since.getTime() + lives - now.getTime() < SPARE_MS;
}

function urlOf(endpoint: URL, { path, query }: ServiceRequest): URL {
  const url = new URL(endpoint);
  // the address of a service that is a host's only one is a bare /
  url.pathname = `${endpoint.pathname.replace(/\/$/, '')}${path}`;
  for (const [key, value] of query ?? []) url.searchParams.append(key, value);
  return url;
}

async function logIn(
  wire: Wire,
  credentials: Credentials,
  onSecret: (value: string) => void,
): Promise<Login> {
  const asked = {
    service: 'identity',
    method: 'POST',
    path: '/auth/tokens',
    doing: doingOf(credentials),
    repeat: 'read',
  } as const;
  const url = new URL(credentials.authUrl);
  url.pathname = `${url.pathname}${asked.path}`;
  const outcome = await sendPatiently(wire, toHttp(url, loginBody(credentials)), asked);
  if (outcome.kind === 'answer' && isRefusedLogin(outcome)) throw loginRefused(credentials, outcome);
  if (outcome.kind === 'answer' && outcome.status === 404) throw noKeystone(credentials, outcome);
  if (outcome.kind === 'trouble' || outcome.status !== 201) throw failureOf(asked, url, outcome);
  const login = readLogin(outcome, (error) => unexpectedAnswer(asked, url, outcome, error));
  onSecret(login.token);
  return login;
}

/** A token that Keystone does not know is a 404 with Keystone's own error in it; a wrong path is a bare one. */
function isRefusedLogin({ status, text }: HttpAnswer): boolean {
  return status === 401 || (status === 404 && /^\s*\{\s*"error"/.test(text));
}

function toHttp(url: URL, body: Json): HttpRequest {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  return { method: 'POST', url, headers, body: JSON.stringify(body) };
}

function readLogin(answer: HttpAnswer, unexpected: (error: Error) => CloudError): Login {
  try {
    return loginResult(JSON.parse(answer.text) as Json, answer.headers['x-subject-token']);
  } catch (error) {
    if (error instanceof ShapeError || error instanceof SyntaxError) throw unexpected(error);
    throw error;
  }
}

function doingOf({ cloud, authUrl }: Credentials): string {
  return `logging in to cloud "${cloud}" at ${authUrl.origin}`;
}

const REFUSED: Readonly<Record<Credentials['identity']['method'], string>> = {
  password:
    'Keystone accepts no such user, password and project together (it does not say which); check username, password, project_name and their domains',
  application_credential:
    'Keystone does not accept the application credential (unknown, expired, deleted, or a wrong secret); make a new one',
  token:
    'Keystone does not accept the token (unknown, expired or revoked); get a new one, or use a password or an application credential',
};

function loginRefused(credentials: Credentials, answer: HttpAnswer): CloudError {
  return loginError(
    credentials,
    'unauthorized',
    `${REFUSED[credentials.identity.method]} (${credentials.origin})`,
    answer,
  );
}

function noKeystone(credentials: Credentials, answer: HttpAnswer): CloudError {
  const message = `there is no Keystone v3 at "${credentials.authUrl.href}" (404); check auth_url in ${credentials.origin}`;
  return loginError(credentials, 'credentials-invalid', message, answer);
}

function loginError(
  credentials: Credentials,
  code: CloudError['code'],
  message: string,
  answer: HttpAnswer,
): CloudError {
  const requestId = answer.headers['x-openstack-request-id'];
  return new CloudError({
    code,
    message: `${doingOf(credentials)}: ${message}`,
    request: 'POST identity /auth/tokens',
    ...(requestId === undefined ? {} : { requestId }),
  });
}

function tokenEnded(credentials: Credentials): CloudError {
  return new CloudError({
    code: 'unauthorized',
    message: `using cloud "${credentials.cloud}": the token has expired and a token cannot be renewed; get a new one, or use a password or an application credential`,
  });
}

function projectOf(login: Login, { cloud, origin }: Credentials): Project {
  if (login.project !== null) return login.project;
  throw new CloudError({
    code: 'credentials-invalid',
    message: `logging in to cloud "${cloud}": the login is bound to no project, and stacks live in one; give project_name (OS_PROJECT_NAME) in ${origin}`,
  });
}
