/** A logged-in user's raw calls, on node:http alone: the contract must not lean on Thermostat's own adapter. */
import { Agent, type IncomingMessage, request } from 'node:http';
import type { Answer, Caller, Method, Service } from './cloud-under-test.ts';
import { list, pick, text } from './json.ts';

// A fresh connection each: a server that closes an idle one must not look like a refusal.
const agent = new Agent({ keepAlive: false });
const TIMEOUT_MS = 240_000;

/** Logs in with this `auth.identity` (and scope); throws with Keystone's answer when it does not let us in. */
export async function openSession(authUrl: string, auth: unknown): Promise<Caller> {
  const answer = await httpCall('POST', `${authUrl}/auth/tokens`, { auth }, {});
  if (answer.status !== 201) throw new Error(`login: ${answer.status} ${JSON.stringify(answer.json)}`);
  const token = answer.headers['x-subject-token'] ?? '';
  const urlOf = (service: Service) => (service === 'identity' ? authUrl : publicUrl(answer.json, service));
  return {
    call: (service, method, path, body, headers) =>
      httpCall(method, `${urlOf(service)}${path}`, body, { 'X-Auth-Token': token, ...headers }),
  };
}

export async function httpCall(
  method: Method,
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const data = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
  const sent = Object.entries({
    Accept: 'application/json',
    ...(data === null
      ? {}
      : { 'Content-Type': 'application/json', 'Content-Length': `${Buffer.byteLength(data)}` }),
    ...headers,
  }).filter(([, value]) => value !== '');
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request(url, { method, agent, headers: Object.fromEntries(sent) }, resolve);
    outgoing.setTimeout(TIMEOUT_MS, () => outgoing.destroy(new Error(`${method} ${url}: no answer`)));
    outgoing.on('error', reject);
    outgoing.end(data ?? undefined);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return {
    status: message.statusCode ?? 0,
    headers: Object.fromEntries(
      Object.entries(message.headers).map(([name, value]) => [name, String(value)]),
    ),
    json: parsed(Buffer.concat(chunks).toString('utf8')),
  };
}

const VERSIONS: Partial<Record<Service, string>> = {
  image: '/v2',
  network: '/v2.0',
  metric: '/v1',
  alarming: '/v2',
};

/** The public endpoint, with the version where the catalogue leaves it out. */
function publicUrl(token: unknown, service: Service): string {
  const entry = list(token, 'token', 'catalog').find((candidate) => pick(candidate, 'type') === service);
  const endpoint = list(entry, 'endpoints').find((candidate) => pick(candidate, 'interface') === 'public');
  const url = text(endpoint, 'url').replace(/\/$/, '');
  const version = VERSIONS[service] ?? '';
  return url.endsWith(version) ? url : `${url}${version}`;
}

function parsed(body: string): unknown {
  if (body === '') return null;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
