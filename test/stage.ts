/** The embedded cloud with everything a command needs, in this process: its time passes while commands wait. */
import { openCloud } from '../src/adapters/openstack/cloud.ts';
import { fileSystemTree } from '../src/adapters/terminal/source-tree.ts';
import { LOOPBACK_BALANCERS, LOOPBACK_PROBES } from '../src/choose-cloud.ts';
import type { CommandOptions, HealParts } from '../src/commands/parts.ts';
import type { CloudReader } from '../src/ports/cloud.ts';
import { type Sandbox, startSandbox } from '../src/sandbox/embedded.ts';
import { sandboxEnvironment } from '../src/sandbox-environment.ts';

export interface Stage {
  readonly sandbox: Sandbox;
  readonly reader: CloudReader;
  /** Anew, as this user, in the project demo: a catalogue of services comes with each login. */
  logIn(user: 'demo' | 'admin'): Promise<void>;
  /** For commands that read their specs below `folder`. */
  parts(folder: string): HealParts;
  close(): Promise<void>;
}

/** Every spec file, whatever is approved, nothing else said. */
export const OPTIONS: CommandOptions = {
  specs: ['**/*.yaml'],
  only: [],
  approved: null,
  onlySchedules: false,
  commit: null,
  repository: null,
  waitMinutes: 1,
  heal: false,
  report: {},
};

/** `before`: what is done to the cloud before anybody logs in. */
export async function openStage(
  before: (sandbox: Sandbox) => Promise<void> = async () => {},
): Promise<Stage> {
  const sandbox = await startSandbox();
  await before(sandbox);
  const open = (user: string) =>
    openCloud({
      cloud: null,
      env: { ...sandboxEnvironment(sandbox), OS_USERNAME: user },
      cwd: '/',
      home: '/',
    });
  let cloud = await open('demo');
  const reader = () => ({ ...cloud.reader, label: 'cloud "sandbox"' });
  return {
    sandbox,
    get reader() {
      return reader();
    },
    logIn: async (user) => {
      await cloud.close();
      cloud = await open(user);
    },
    parts: (folder) => ({
      tree: fileSystemTree(folder),
      reader: async () => reader(),
      writer: async () => cloud.writer,
      clock: {
        now: () => sandbox.now(),
        sleep: async (milliseconds) => sandbox.advance(milliseconds / 1000),
      },
      balancers: LOOPBACK_BALANCERS,
      probes: LOOPBACK_PROBES,
      log: { info: () => {}, warn: () => {}, debug: () => {} },
      publisher: { publish: async () => {}, annotate: async () => {} },
    }),
    close: async () => {
      await cloud.close();
      await sandbox.close();
    },
  };
}
