/** Opens an OpenStack cloud as the ports want it: a reader, a writer. */
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CloudReader, CloudWriter } from '../../ports/cloud.ts';
import { CloudError } from '../../ports/errors.ts';
import type { Log } from '../../ports/log.ts';
import { CatalogueReader } from './catalogue.ts';
import { type CloudClock, createCloudClock } from './cloud-clock.ts';
import { chooseCloud } from './cloud-settings.ts';
import { absolute, type CloudsFile, readCloudsFile, type Surroundings } from './clouds-file.ts';
import { type Connections, openConnections, type Tls } from './connections.ts';
import { type Credentials, credentialsFrom } from './credentials.ts';
import { alarmDeeds, serverDeeds } from './deeds.ts';
import { EventReader } from './heat/events.ts';
import { listAllStacks, observeLiveStacks, observeStacks } from './heat/observe.ts';
import { readPulse } from './heat/pulse.ts';
import { listResources, readTemplate } from './heat/requests.ts';
import { definitionsOf, listedResources, templateOf } from './heat/results.ts';
import { buildTree } from './heat/tree.ts';
import { createWriter } from './heat/write.ts';
import { readHostRoom } from './host-room.ts';
import { type HttpOutcome, type HttpRequest, send, TIMEOUTS, type Timeouts } from './http.ts';
import { limitEach } from './limit.ts';
import { sendMend } from './mend.ts';
import { readConsole } from './nova/requests.ts';
import { consoleText } from './nova/results.ts';
import { readPoolMembers } from './octavia/members.ts';
import { readQuotas } from './quotas.ts';
import { readRatings } from './ratings.ts';
import { createService, type Service, type Wire } from './service.ts';
import { openSession, type Session } from './session.ts';
import { TelemetryReader } from './telemetry.ts';
import { readThings } from './things.ts';

export interface CloudOptions extends Surroundings {
  /** A name in clouds.yaml; null = OS_CLOUD, the OS_* variables, or the only one there is. */
  readonly cloud: string | null;
  /** The text of a clouds.yaml that is in no file; takes the place of every clouds.yaml and secure.yaml. */
  readonly cloudsText?: string | null;
  readonly log?: Log;
  /** Called with every password, secret and token as soon as it is known, to be masked everywhere. */
  readonly onSecret?: (value: string) => void;
  readonly timeouts?: Timeouts;
  /** Between two tries; for tests. */
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
}

export interface OpenCloud {
  readonly reader: CloudReader;
  readonly writer: CloudWriter;
  close(): Promise<void>;
}

/** Requests to one service: Heat waits more than it works, half a second for each answer with its stock RPC polling (docs/speed.md). */
const AT_ONCE = 16;

/** Logs in; throws CloudError when the settings or the login are not right. */
export async function openCloud(options: CloudOptions): Promise<OpenCloud> {
  const onSecret = options.onSecret ?? (() => {});
  const credentials = await readCredentials(options);
  for (const secret of credentials.secrets) onSecret(secret);
  const timeouts = options.timeouts ?? TIMEOUTS;
  const connections = openConnections(await readTls(credentials, options), timeouts, options.env);
  try {
    const cloudClock = createCloudClock();
    const wire = createWire(connections, timeouts, options, cloudClock);
    const session = await openSession(wire, credentials, onSecret);
    const service = createService(wire, session);
    return {
      reader: { ...createReader(service, session, credentials), clockAhead: () => cloudClock.ahead() },
      writer: writerOf(service, credentials, wire),
      close: () => connections.close(),
    };
  } catch (error) {
    await connections.close();
    throw error;
  }
}

async function readCredentials(options: CloudOptions): Promise<Credentials> {
  const text = options.cloudsText ?? null;
  const file = await (text === null ? readCloudsFile(options, readText) : readGivenText(options, text));
  return credentialsFrom(chooseCloud(options.cloud, options, file));
}

/** As if it were the file that OS_CLIENT_CONFIG_FILE names, and the only one. */
function readGivenText(options: CloudOptions, text: string): Promise<CloudsFile> {
  const path = '/clouds-yaml (given as text)';
  const around = { ...options, env: { ...options.env, OS_CLIENT_CONFIG_FILE: path } };
  return readCloudsFile(around, async (asked) => (asked === path ? text : null));
}

/** null when there is no such file; any other trouble is told. */
async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new CloudError({
      code: 'credentials-invalid',
      message: `reading "${path}": the file can't be read (${code}); check its rights`,
    });
  }
}

async function readTls({ tls, origin }: Credentials, options: CloudOptions): Promise<Tls> {
  const pem = async (key: string, path: string | null): Promise<string | null> => {
    if (path === null) return null;
    const text = await readText(absolute(path, options));
    if (text !== null) return text;
    throw new CloudError({
      code: 'credentials-invalid',
      message: `reading ${origin}: ${key} "${path}" does not exist; give a PEM file`,
    });
  };
  return {
    ca: await pem('cacert', tls.cacert),
    cert: await pem('cert', tls.cert),
    key: await pem('key', tls.key),
    verify: tls.verify,
  };
}

function createWire(
  connections: Connections,
  timeouts: Timeouts,
  options: CloudOptions,
  cloudClock: CloudClock,
): Wire {
  const limit = limitEach(AT_ONCE);
  const timed = async (request: HttpRequest): Promise<HttpOutcome> => {
    const sent = Date.now();
    const outcome = await send(connections.for(request.url, request.method), timeouts, request);
    cloudClock.heard(outcome, sent, Date.now());
    return outcome;
  };
  return {
    send: (request) => limit(serviceOf(request.url), () => timed(request)),
    sleep: async (milliseconds) => {
      await (options.sleep ?? sleep)(milliseconds);
    },
    now: () => new Date(),
    jitter: () => Math.random(),
    debug: (line) => options.log?.debug(line),
  };
}

/** By its port or, behind one address for all, by the first part of its path. */
function serviceOf({ host, pathname }: URL): string {
  return `${host}/${pathname.split('/', 2)[1] ?? ''}`;
}

function createReader(
  service: Service,
  session: Session,
  credentials: Credentials,
): Omit<CloudReader, 'clockAhead'> {
  const events = new EventReader(service);
  const catalogue = new CatalogueReader(service, session.project.id);
  const telemetry = new TelemetryReader(service, (name) => session.offers(name));
  return {
    label: labelOf(session, credentials),
    listStacks: () => listAllStacks(service),
    observe: (names, known) => observeStacks(service, names, known),
    observeLive: (names) => observeLiveStacks(service, names),
    template: (stack) => service.find(readTemplate(stack), templateOf),
    memberDefinitions: (nested) => service.call(readTemplate(nested), definitionsOf),
    catalogue: (types) => catalogue.read(types),
    telemetry: (question) => telemetry.read(question),
    addressesInUse: (networkId) => catalogue.addressesInUse(networkId),
    quotas: () => readQuotas({ service, project: session.project, offers: (name) => session.offers(name) }),
    ratings: (question) => readRatings({ service, offers: (name) => session.offers(name) }, question),
    hostRoom: (questions) => readHostRoom({ service, offers: (name) => session.offers(name) }, questions),
    things: (wanted) =>
      readThings(
        {
          service,
          project: session.project,
          userId: session.userId,
          offers: (name) => session.offers(name),
        },
        wanted,
      ),
    deeds: (kind, id) => (kind === 'server' ? serverDeeds(service, id) : alarmDeeds(service, id)),
    holders: async (stack, addresses) => {
      const { resources } = buildTree(stack, await service.call(listResources(stack), listedResources));
      const asked = resources.filter(({ address }) => addresses.includes(address));
      return new Map(asked.map((one) => [one.address, one.stack]));
    },
    pulse: (stack) => readPulse(service, stack),
    poolMembers: (ids) => readPoolMembers(service, session.project.id, ids),
    consoleLog: (id, lines) => service.find(readConsole(id, lines), consoleText),
    events: (stack, after) => events.after(stack, after),
    latestEvents: (stack) => events.latest(stack),
  };
}

function writerOf(service: Service, { identity }: Credentials, wire: Wire): CloudWriter {
  const byApplicationCredential = identity.method === 'application_credential';
  return {
    ...createWriter(service, { byApplicationCredential, sleep: wire.sleep }),
    mend: (mend) => sendMend(service, mend),
  };
}

function labelOf({ project }: Session, { cloud, region }: Credentials): string {
  const where = region === null ? '' : `, region "${region}"`;
  return `cloud "${cloud}", project "${project.name || project.id}"${where}`;
}
