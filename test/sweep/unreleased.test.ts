/** An apply that dies after it created a stack and before it released its size: the next plan shows that, and the next apply ends it. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { COMMANDS } from '../../src/commands/table.ts';
import { list, text } from '../contract/json.ts';
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import { appliedCases } from '../corpus/cases.ts';
import { OPTIONS, openStage, type Stage } from '../stage.ts';

const WITH_SIZES = appliedCases().filter(({ folder, signalsHandles }) => {
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return !signalsHandles && texts.some((one) => /desired_capacity|DesiredCapacity/.test(one));
});

const GROUP = `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: corpus }
spec:
  size: { min: 1, max: 6, initial: 3 }
  server: { image: ubuntu-20.04, flavor: m1.small, networks: [ private-network ] }
  scaling:
    cooldown: 60s
    policies: [ { name: out, add: 1 } ]
    schedules: [ { name: day, cron: "0 0 * * *", timezone: UTC, for: 12h, size: { min: 2 } } ]
`;

class Killed extends Error {}

let stage: Stage;
let folder: string;
afterEach(async () => {
  await stage.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(WITH_SIZES)('$name', async (one) => {
  await begin();
  cpSync(one.folder, folder, { recursive: true });
  rmSync(join(folder, 'case.yaml'));
  await dieAndGoOn(nameIt(await subnetId()));
});

test('a group with a schedule', async () => {
  await begin();
  writeFileSync(join(folder, 'corpus.yaml'), GROUP);
  await dieAndGoOn('corpus.yaml');
});

async function begin(): Promise<void> {
  stage = await openStage();
  folder = mkdtempSync(join(tmpdir(), 'thermostat-unreleased-'));
}

async function dieAndGoOn(spec: string): Promise<void> {
  const options = { ...OPTIONS, specs: [spec] };
  const parts = stage.parts(folder);
  const { create } = await parts.writer();
  const update = () => Promise.reject(new Killed());
  const dying = { ...parts, writer: async () => ({ ...(await parts.writer()), create, update }) };
  await expect(apply(dying, options)).rejects.toThrow(Killed);
  stage.sandbox.advance(600);
  const planned = await COMMANDS.plan.run(parts, options);
  expect(planned.exitCode, planned.report.text).toBe(2);
  expect(planned.report.text).toMatch(/desired.?capacity/i);
  const applied = await apply(parts, options);
  expect(applied.exitCode, applied.report.text).toBe(0);
  expect(await whatHeatKeeps()).not.toMatch(/desired_?capacity/i);
  expect((await COMMANDS.plan.run(parts, options)).exitCode).toBe(0);
}

async function whatHeatKeeps(): Promise<string> {
  const raw = await sandboxUnderTest(stage.sandbox);
  const { json } = await raw.call('orchestration', 'GET', '/stacks');
  const [stack] = list(json, 'stacks');
  const path = `/stacks/${text(stack, 'stack_name')}/${text(stack, 'id')}`;
  const kept = ['template', 'files'].map((part) => raw.call('orchestration', 'GET', `${path}/${part}`));
  return JSON.stringify((await Promise.all(kept)).map((answer) => answer.json));
}

async function subnetId(): Promise<string> {
  const raw = await sandboxUnderTest(stage.sandbox);
  const { json } = await raw.call('network', 'GET', '/subnets?name=private-subnet');
  return text(list(json, 'subnets')[0], 'id');
}

/** The spec's file, named like the stack; CloudFormation's words take a subnet's id only. */
function nameIt(subnet: string): string {
  for (const name of readdirSync(folder)) {
    const content = readFileSync(join(folder, name), 'utf8');
    writeFileSync(join(folder, name), content.replaceAll('SUBNET_ID', subnet));
  }
  const names = readdirSync(folder);
  const source = names.includes('stack.yaml')
    ? 'stack.yaml'
    : (names.find((name) => name.startsWith('template.')) ?? '');
  const target = `corpus${source.slice(source.lastIndexOf('.'))}`;
  renameSync(join(folder, source), join(folder, target));
  return target;
}
