/** The tour's cloud, with what other people and alarms do to it behind Thermostat's back. */
import { openCloud } from './adapters/openstack/cloud.ts';
import type { Clock } from './ports/clock.ts';
import type { CloudReader, CloudWriter } from './ports/cloud.ts';
import { startSandbox } from './sandbox/embedded.ts';
import { sandboxEnvironment } from './sandbox-environment.ts';

export interface DemoCloud {
  readonly reader: CloudReader;
  readonly writer: CloudWriter;
  readonly clock: Clock;
  /** Lets so many seconds pass in the cloud. */
  pass(seconds: number): void;
  /** What the group's servers have to do from here on, in busy vCPUs of all together. */
  load(stack: string, vcpus: number): void;
  groupSize(stack: string): Promise<number>;
  /** Stops the youngest server through Nova; answers its name. */
  stopOneServer(): Promise<string>;
  /** Edits the stack's template by hand. */
  editMaximum(stack: string, max: number): Promise<void>;
  close(): Promise<void>;
}

export async function openDemoCloud(paceMilliseconds: number): Promise<DemoCloud> {
  const sandbox = await startSandbox();
  const surroundings = { cwd: '/', home: '/' };
  const cloud = await openCloud({ cloud: null, env: sandboxEnvironment(sandbox), ...surroundings });
  const api = await login(sandbox);
  const present = async (name: string) => {
    const [stack] = await cloud.reader.observe([name]);
    if (stack?.presence !== 'present') throw new Error(`the stack "${name}" is not there`);
    return stack;
  };
  return {
    reader: { ...cloud.reader, label: 'the embedded sandbox cloud' },
    writer: cloud.writer,
    clock: {
      now: () => sandbox.now(),
      sleep: async (milliseconds) => {
        sandbox.advance(milliseconds / 1000);
        await new Promise((resolve) => setTimeout(resolve, paceMilliseconds));
      },
    },
    pass: (seconds) => sandbox.advance(seconds),
    load: (stack, vcpus) => sandbox.load({ stack, cpu: { kind: 'constant', value: vcpus } }),
    groupSize: async (name) => (await present(name)).groups[0]?.members.length ?? 0,
    stopOneServer: async () => {
      const server = (await present('web')).groups[0]?.members.at(-1)?.servers[0];
      if (!server) throw new Error('the group has no server to stop');
      await api('compute', 'POST', `/servers/${server.id}/action`, { 'os-stop': null });
      sandbox.advance(30);
      return server.name;
    },
    editMaximum: async (name, max) => {
      const stack = await present(name);
      const template = JSON.parse(
        JSON.stringify(stack.template).replace(/"max_size":\d+/, `"max_size":${max}`),
      );
      await api('orchestration', 'PATCH', `/stacks/${name}/${stack.id}`, { template });
      sandbox.advance(60);
    },
    close: async () => {
      await cloud.close();
      await sandbox.close();
    },
  };
}

type Api = (service: string, method: string, path: string, body: unknown) => Promise<void>;

/** Plain OpenStack calls, as a person's own tools make them. */
async function login(sandbox: Awaited<ReturnType<typeof startSandbox>>): Promise<Api> {
  const { username, password, projectName, userDomainName, projectDomainName } = sandbox.credentials;
  const user = { name: username, password, domain: { name: userDomainName } };
  const scope = { project: { name: projectName, domain: { name: projectDomainName } } };
  const auth = { identity: { methods: ['password'], password: { user } }, scope };
  const answer = await fetch(`${sandbox.authUrl}/auth/tokens`, post({ auth }));
  const token = answer.headers.get('x-subject-token') ?? '';
  const endpoints = endpointsOf(await answer.json());
  return async (service, method, path, body) => {
    const sent = await fetch(`${endpoints.get(service)}${path}`, {
      ...post(body, { 'x-auth-token': token }),
      method,
    });
    if (!sent.ok) throw new Error(`${method} ${path}: ${sent.status} ${await sent.text()}`);
    await sent.arrayBuffer();
  };
}

function post(body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

interface TokenAnswer {
  readonly token: {
    readonly catalog: readonly {
      readonly type: string;
      readonly endpoints: readonly { readonly interface: string; readonly url: string }[];
    }[];
  };
}

function endpointsOf(answer: unknown): ReadonlyMap<string, string> {
  const { token } = answer as TokenAnswer;
  return new Map(
    token.catalog.map(({ type, endpoints }) => [
      type,
      endpoints.find((one) => one.interface === 'public')?.url ?? '',
    ]),
  );
}
