/** The tour: the whole loop on the embedded cloud, in under a minute, with nothing to set up. */

import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { fileSystemTree } from './adapters/terminal/source-tree.ts';
import { LOOPBACK_BALANCERS, LOOPBACK_PROBES } from './choose-cloud.ts';
import type { CommandResult, HealParts } from './commands/parts.ts';
import { COMMANDS, type CommandName } from './commands/table.ts';
import { type DemoCloud, openDemoCloud } from './demo-cloud.ts';
import type { Report } from './model/report.ts';

const SPEC = `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata:
  name: web
  labels: { team: shop }
spec:
  size: { min: 2, max: 8, initial: 3 }
  server:
    image: ubuntu-20.04
    flavor: m1.small
    networks: [ private-network ]
    keyPair: ops
  loadBalancer:
    octavia:
      subnet: private-subnet
      listener: { protocol: HTTP, port: 80 }
      monitor: { type: HTTP, path: /healthz }
  scaling:
    cooldown: 30m
    policies:
      - { name: cpu-high, metric: cpu, above: 80%, for: 10m, add: 2 }
      - { name: cpu-low, metric: cpu, below: 20%, for: 30m, remove: 1 }
  rollout: { drain: 10s }
`;

/** Between two looks at the cloud, so that a person can follow; the cloud's own clock moves two seconds meanwhile. */
const PACE_MILLISECONDS = 120;

export async function demo(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'thermostat-demo-'));
  const cloud = await openDemoCloud(PACE_MILLISECONDS);
  const tour = createTour(folder, cloud);
  try {
    await walk(tour, cloud);
    say(`\nEvery report is in ${folder}. Next: the README's three workflow files.`);
    return 0;
  } finally {
    await cloud.close();
  }
}

async function walk(tour: Tour, cloud: DemoCloud): Promise<void> {
  chapter('1. A spec in a repository', 'scaling/web.yaml');
  await tour.write(SPEC);
  say(SPEC.trimEnd());

  chapter('2. The plan, as the pull request’s comment shows it', 'thermostat plan');
  const first = await tour.run('plan', 2);
  say(first.report.markdown.trimEnd());

  chapter('3. Merged: apply does that and no more', `thermostat apply --approved ${short(first.report)}`);
  const applied = await tour.run('apply', 0, [first.report.facts.fingerprint ?? '']);
  say(applied.report.text.trimEnd());

  chapter(
    '4. A busy morning: load rises, the alarm fires, Heat adds servers',
    '3.5 vCPUs of work for 3 servers',
  );
  cloud.load('web', 3.5);
  cloud.pass(3600);
  say(
    `The group "web" stands at ${await cloud.groupSize('web')} servers now. No spec says so, and none has to.`,
  );

  chapter('5. The same spec again: the scaled size is kept', 'thermostat plan');
  say((await tour.run('plan', 0)).report.text.trimEnd());

  chapter(
    '6. A pull request raises the maximum and changes the flavor',
    'max: 8 → 12, flavor: m1.small → m1.medium',
  );
  await tour.write(SPEC.replace('max: 8', 'max: 12').replace('m1.small', 'm1.medium'));
  const second = await tour.run('plan', 2);
  say(second.report.markdown.trimEnd());

  chapter('7. Merged: five servers replaced, one after another, size kept', 'thermostat apply');
  say((await tour.run('apply', 0, [second.report.facts.fingerprint ?? ''])).report.text.trimEnd());

  chapter('8. Somebody changes things by hand; the nightly check finds it', 'thermostat drift');
  const stopped = await cloud.stopOneServer();
  await cloud.editMaximum('web', 20);
  say(`By hand: server ${stopped} stopped, the stack’s max_size set to 20.\n`);
  say((await tour.run('drift', 2)).report.text.trimEnd());
}

interface Tour {
  write(spec: string): Promise<void>;
  /** Runs a command as the terminal would; the tour ends when it ends otherwise than it should. */
  run(command: CommandName, exitCode: number, approved?: readonly string[]): Promise<CommandResult>;
}

function createTour(folder: string, cloud: DemoCloud): Tour {
  let reports = 0;
  const publish = async ({ kind, markdown }: Report): Promise<void> => {
    reports += 1;
    await writeFile(join(folder, `${reports}-${kind}.md`), markdown);
  };
  const parts: HealParts = {
    tree: fileSystemTree(folder),
    reader: async () => cloud.reader,
    writer: async () => cloud.writer,
    clock: cloud.clock,
    balancers: LOOPBACK_BALANCERS,
    probes: LOOPBACK_PROBES,
    log: { info: (line) => say(styleText('dim', `   ${line}`)), warn: say, debug: () => {} },
    publisher: { publish, annotate: async () => {} },
  };
  return {
    write: async (spec) => {
      await mkdir(join(folder, 'scaling'), { recursive: true });
      await writeFile(join(folder, 'scaling/web.yaml'), spec);
    },
    run: async (command, exitCode, approved) => {
      const result = await COMMANDS[command].run(parts, {
        specs: ['scaling/**/*.yaml'],
        only: [],
        approved: approved ?? null,
        onlySchedules: false,
        commit: null,
        repository: null,
        waitMinutes: 10,
        heal: false,
        report: {},
      });
      if (result.exitCode === exitCode) return result;
      throw new Error(`${command} ended with ${result.exitCode}, not ${exitCode}:\n${result.report.text}`);
    },
  };
}

function chapter(title: string, command: string): void {
  say(`\n${styleText('bold', title)}  ${styleText('cyan', command)}\n`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function short({ facts }: Report): string {
  return `${(facts.fingerprint ?? '').slice(0, 14)}…`;
}
