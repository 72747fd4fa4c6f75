/** Plays every story under test/scenarios on the embedded cloud, and holds each report against its golden file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fileSystemTree } from '../src/adapters/terminal/source-tree.ts';
import type { CommandResult, HealParts } from '../src/commands/parts.ts';
import { COMMANDS, isCommandName } from '../src/commands/table.ts';
import type { Sent } from '../src/model/adoption.ts';
import type { NewProposal } from '../src/ports/forge.ts';
import type { SourceTree } from '../src/ports/source-tree.ts';
import type { CloudUnderTest } from './contract/cloud-under-test.ts';
import { list, pick, text } from './contract/json.ts';
import { sandboxUnderTest } from './contract/sandbox-under-test.ts';
import { httpCall } from './contract/session.ts';
import { memoryForge } from './forge-in-memory.ts';
import { OPTIONS, openStage } from './stage.ts';

const FOLDER = join(import.meta.dirname, 'scenarios');

/** One line of a story; see test/scenarios/README.md. */
interface Step {
  /** The folder whose specs count from here on. */
  readonly specs?: string;
  /** The folder whose settings and guardrails count from here on, as those of the base branch. */
  readonly base?: string;
  readonly run?: string;
  readonly exit?: number;
  /** The report must be this file. */
  readonly golden?: string;
  /** The issues on the forge afterwards must be this file. */
  readonly issues?: string;
  /** As a person on the forge: closes this issue. */
  readonly closes?: number;
  readonly signal?: string;
  readonly damage?: Readonly<Record<string, string>>;
  /** An action of Nova's, as Horizon would do it: name → STACK/NUMBER. */
  readonly nova?: Readonly<Record<string, string>>;
  readonly edit?: { readonly stack: string; readonly replace: readonly [string, string] };
  readonly failBuilds?: string | null;
  readonly onlySchedules?: boolean;
  /** drift proposes live values as the specs' own; without `adopted` there is no forge, and it shows them. */
  readonly adopt?: boolean;
  /** The files that it would write must be those of this folder. */
  readonly adopted?: string;
  /** drift puts right what is safe to. */
  readonly fix?: boolean;
  /** Somebody edits an alarm in Aodh itself: its name, its fields, those of its rule. */
  readonly alarm?: {
    readonly name: string;
    readonly set?: Readonly<Record<string, unknown>>;
    readonly rule?: Readonly<Record<string, unknown>>;
  };
  /** health puts right what it finds. */
  readonly heal?: boolean;
  /** What the console of the server at STACK/NUMBER shows from here on. */
  readonly console?: { readonly server: string; readonly text: string };
  /** What a group has to do from here on, in busy vCPUs of all its servers together. */
  readonly load?: { readonly stack: string; readonly vcpus: number };
  /** What the project may have from here on, by Nova's names. */
  readonly quota?: Readonly<Record<string, number>>;
  /** The operator installs CloudKitty with these rules of its hashmap module. */
  readonly rating?: readonly object[];
  /** What Placement knows of hosts from here on. */
  readonly hosts?: readonly object[];
  /** Who runs the commands from here on; logs in anew. */
  readonly as?: 'demo' | 'admin';
  /** The cloud's clock goes on to this moment, UTC. */
  readonly until?: string;
}

describe.each(
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => name),
)('%s', (name) => {
  test('every report is as its golden file', () => play(join(FOLDER, name)));
});

async function play(folder: string): Promise<void> {
  const steps: readonly Step[] = parse(readFileSync(join(folder, 'story.yaml'), 'utf8'));
  const stage = await openStage();
  const { sandbox } = stage;
  let raw = await sandboxUnderTest(sandbox);
  let specs = '';
  const forge = memoryForge();
  const issues = { keeper: forge.keeper, max: 10, place: 'sandbox' };
  let base: SourceTree | null = null;
  const parts = () => ({ ...stage.parts(join(folder, specs)), issues, ...(base && { base }) });
  const path = async (stack: string) => {
    const { json } = await raw.call('orchestration', 'GET', `/stacks?name=${stack}`);
    return `/stacks/${stack}/${text(json, 'stacks', 0, 'id')}`;
  };
  const servers = async (stack: string): Promise<readonly string[]> => {
    const [observed] = await stage.reader.observe([stack]);
    const members = observed?.presence === 'present' ? (observed.groups[0]?.members ?? []) : [];
    return members.flatMap((member) => member.servers.map(({ id }) => id));
  };
  const control = async (thing: string, body: object) => {
    const answer = await httpCall('POST', new URL(`/sandbox/${thing}`, sandbox.authUrl).href, body, {});
    expect(answer.status, JSON.stringify(answer)).toBe(204);
  };
  for (const step of steps) {
    if (step.specs !== undefined) specs = step.specs;
    if (step.base !== undefined) base = fileSystemTree(join(folder, step.base));
    if (step.load) {
      sandbox.load({ stack: step.load.stack, cpu: { kind: 'constant', value: step.load.vcpus } });
    }
    if (step.until !== undefined) {
      sandbox.advance((Date.parse(step.until) - sandbox.now().getTime()) / 1000);
      raw = await sandboxUnderTest(sandbox);
    }
    if (step.quota) await setQuota(raw, step.quota);
    if (step.rating) await control('rating', { rules: step.rating });
    if (step.hosts) await control('hosts', { hosts: step.hosts });
    if (step.as) await stage.logIn(step.as);
    if (step.run !== undefined) {
      const written = new Map<string, string>();
      const proposals = {
        propose: async ({ files }: NewProposal): Promise<Sent> => {
          for (const file of files) written.set(file.path, file.text);
          return { state: 'opened', number: 7, url: 'https://github.example/shop/infra/pull/7' };
        },
        withdraw: async () => {},
      };
      await report(
        folder,
        step,
        await command(step, { ...parts(), ...(step.adopted !== undefined && { proposals }) }),
      );
      for (const [path, text] of step.adopted === undefined ? [] : written)
        await expect(text).toMatchFileSnapshot(join(folder, step.adopted ?? '', path));
    }
    if (step.issues !== undefined) {
      await expect(forge.shown()).toMatchFileSnapshot(join(folder, step.issues));
    }
    if (step.closes !== undefined) forge.edit(step.closes, { state: 'closed' });
    if (step.signal !== undefined) {
      const [stack = '', policy = ''] = step.signal.split('/');
      sandbox.advance(300);
      await raw.call('orchestration', 'POST', `${await path(stack)}/resources/${policy}/signal`, {});
      sandbox.advance(300);
    }
    for (const [kind, victim] of Object.entries(step.damage ?? {})) {
      const [stack = '', number = '0'] = victim.split('/');
      const id = (await servers(stack))[Number(number)] ?? '';
      if (kind === 'stop' || kind === 'error' || kind === 'delete') await raw.damage(kind, id);
    }
    for (const [action, victim] of Object.entries(step.nova ?? {})) {
      const [stack = '', number = '0'] = victim.split('/');
      const id = (await servers(stack))[Number(number)] ?? '';
      const answer = await raw.call('compute', 'POST', `/servers/${id}/action`, { [action]: null });
      expect(answer.status, JSON.stringify(answer.json)).toBe(202);
      sandbox.advance(60);
    }
    if (step.console) {
      const [stack = '', number = '0'] = step.console.server.split('/');
      const id = (await servers(stack))[Number(number)] ?? '';
      const url = new URL(`/sandbox/servers/${id}`, sandbox.authUrl).href;
      const answer = await httpCall('POST', url, { console: step.console.text }, {});
      expect(answer.status, JSON.stringify(answer)).toBe(204);
    }
    if (step.edit) {
      const where = await path(step.edit.stack);
      const { json } = await raw.call('orchestration', 'GET', `${where}/template`);
      const template = JSON.parse(JSON.stringify(json).replace(...step.edit.replace));
      const answer = await raw.call('orchestration', 'PATCH', where, { template });
      expect(answer.status, JSON.stringify(pick(answer.json))).toBe(202);
      sandbox.advance(300);
    }
    if (step.alarm) await editAlarm(raw, step.alarm);
    if (step.failBuilds !== undefined) await raw.failBuilds(step.failBuilds);
  }
  await stage.close();
}

/** As a client does it: the whole alarm goes back with some fields changed. */
async function editAlarm(
  raw: CloudUnderTest,
  { name, set = {}, rule = {} }: NonNullable<Step['alarm']>,
): Promise<void> {
  const { json } = await raw.call('alarming', 'GET', '/alarms');
  const alarm = list(json).find((one) => text(one, 'name').includes(name));
  const actions = list(alarm, 'alarm_actions').map((one) => String(one).replace(/\/\/[^/@]*@/, '//'));
  const kind = `${text(alarm, 'type')}_rule`;
  const body = {
    ...Object(alarm),
    alarm_actions: actions,
    ...set,
    [kind]: { ...Object(pick(alarm, kind)), ...rule },
  };
  const answer = await raw.call('alarming', 'PUT', `/alarms/${text(alarm, 'alarm_id')}`, body);
  expect(answer.status, JSON.stringify(answer.json)).toBe(200);
}

/** As the cloud's operator. */
async function setQuota(raw: CloudUnderTest, quota: Readonly<Record<string, number>>): Promise<void> {
  const own = await raw.call('compute', 'GET', '/os-quota-sets/own');
  const project = text(own.json, 'quota_set', 'id');
  const operator = await raw.as('admin');
  const answer = await operator.call('compute', 'PUT', `/os-quota-sets/${project}`, { quota_set: quota });
  expect(answer.status, JSON.stringify(answer.json)).toBe(200);
}

async function command(
  { run: name = '', onlySchedules = false, heal = false, fix = false, adopt = false }: Step,
  parts: HealParts,
): Promise<CommandResult> {
  if (!isCommandName(name)) throw new Error(`the story runs "${name}", which is no command`);
  return COMMANDS[name].run(parts, { ...OPTIONS, onlySchedules, heal, fix, adopt });
}

async function report(folder: string, step: Step, result: CommandResult): Promise<void> {
  expect(result.exitCode, result.report.text).toBe(step.exit ?? 0);
  if (step.golden !== undefined) {
    await expect(result.report.markdown).toMatchFileSnapshot(join(folder, step.golden));
  }
}
