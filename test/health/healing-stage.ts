/** A group of four on the embedded cloud, made of two by an alarm, with everything tests of healing look at. */
import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, inject } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { health } from '../../src/commands/health.ts';
import type { HealParts } from '../../src/commands/parts.ts';
import type { ObservedGroup, PresentStack } from '../../src/model/observed.ts';
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { list, text } from '../contract/json.ts';
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import { OPTIONS, openStage, type Stage } from '../stage.ts';

/** What every report's JSON is held against. */
const published = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(join(inject('dist'), 'schema/health.json'), 'utf8')),
);

export interface HealingStage {
  readonly stage: Stage;
  readonly raw: CloudUnderTest;
  parts(): HealParts;
  run(heal: boolean, parts?: HealParts): Promise<Ran>;
  stack(): Promise<PresentStack>;
  group(): Promise<ObservedGroup>;
  /** Physical ids by member name. */
  ids(): Promise<ReadonlyMap<string, string>>;
  servers(): Promise<readonly string[]>;
  signal(policy: string): Promise<void>;
  write(text: string, file: string): Promise<void>;
  close(): Promise<void>;
}

export interface Ran {
  readonly exitCode: number;
  readonly title: string;
  readonly text: string;
  readonly json: unknown;
}

export const SPEC = (health: string, more = '') => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: web }
spec:
  size: { min: 2, max: 8 }
  server: { image: ubuntu-20.04, flavor: m1.small, networks: [ private-network ] }
  scaling:
    cooldown: 0s
    policies:
      - { name: out, metric: cpu, above: 80%, for: 10m, add: 2 }
      - { name: in, metric: cpu, below: 10%, for: 15m, remove: 1 }
  ${health === '' ? '' : `health: ${health}`}
${more}`;

/** `grown`: by an alarm, from two to four. */
export async function openHealingStage(spec: string, grown = true): Promise<HealingStage> {
  const stage = await openStage();
  const folder = await mkdtemp(join(tmpdir(), 'thermostat-healing-'));
  const raw = await sandboxUnderTest(stage.sandbox);
  await writeFile(join(folder, 'web.yaml'), spec);
  const parts = () => stage.parts(folder);
  const applied = await apply(parts(), OPTIONS);
  expect(applied.exitCode, applied.report.text).toBe(0);
  const stack = async (): Promise<PresentStack> => {
    const [found] = await stage.reader.observe(['web']);
    if (found?.presence !== 'present') throw new Error('the stack "web" is not there');
    return found;
  };
  const group = async (): Promise<ObservedGroup> => {
    const [found] = (await stack()).groups;
    if (found === undefined) throw new Error('the stack "web" has no group');
    return found;
  };
  const signal = async (policy: string): Promise<void> => {
    const { json } = await raw.call('orchestration', 'GET', '/stacks?name=web');
    const path = `/stacks/web/${text(list(json, 'stacks')[0], 'id')}/resources/${policy}/signal`;
    expect((await raw.call('orchestration', 'POST', path, {})).status).toBe(200);
    stage.sandbox.advance(300);
  };
  if (grown) await signal('out');
  // beyond every grace period
  stage.sandbox.advance(1200);
  return {
    stage,
    raw: await sandboxUnderTest(stage.sandbox),
    parts,
    run: async (heal, own = parts()) => {
      const { exitCode, report } = await health(own, { ...OPTIONS, heal });
      const json: unknown = JSON.parse(report.json);
      expect(published(json) ? [] : published.errors).toEqual([]);
      return { exitCode, title: report.title, text: report.text, json };
    },
    stack,
    group,
    ids: async () => new Map((await group()).members.map(({ name, physicalId }) => [name, physicalId])),
    servers: async () => (await group()).members.flatMap(({ servers }) => servers.map(({ id }) => id)),
    signal,
    write: (content, file) => writeFile(join(folder, file), content),
    close: () => stage.close(),
  };
}
