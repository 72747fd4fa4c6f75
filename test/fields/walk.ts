/** Walks a table of fields on a cloud by our own commands: what the plan foretells is what comes to pass. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { health } from '../../src/commands/health.ts';
import type { HealParts, WriterParts } from '../../src/commands/parts.ts';
import { plan } from '../../src/commands/plan.ts';
import { compile } from '../../src/core/heat/compile.ts';
import { whoIsAtWork } from '../../src/core/plan/settled.ts';
import { parseSpecs } from '../../src/core/spec/parse.ts';
import type { SourceFile } from '../../src/model/source.ts';
import type { CloudReader } from '../../src/ports/cloud.ts';
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { list, pick, text } from '../contract/json.ts';
import { CIRCUMSTANCES } from '../core/live-stack.ts';
import { OPTIONS } from '../stage.ts';
import { type Around, makeAround, named } from './around.ts';
import { put, putBelow } from './put.ts';
import type { Row, Sights, Value, Walk } from './row.ts';
import { look, resourcesOf, type Scene, serversOf } from './sights.ts';
import { WALKS } from './table.ts';
import { UNMADE } from './unmade.ts';

export interface FieldCloud {
  readonly raw: CloudUnderTest;
  readonly reader: CloudReader;
  parts(folder: string): WriterParts & HealParts;
  /** The stacks whose names begin so, and everything in them. */
  remove(prefix: string): Promise<void>;
  close(): Promise<void>;
}

export function defineFields(
  cloudName: string,
  open: () => Promise<FieldCloud>,
  walks: readonly Walk[] = WALKS,
): void {
  describe(`fields on ${cloudName}`, () => {
    const shared: { cloud?: FieldCloud; around?: Around; away?: () => Promise<void> } = {};
    const get = () => {
      if (!shared.cloud || !shared.around) throw new Error('the cloud was not opened');
      return { cloud: shared.cloud, around: shared.around };
    };
    beforeAll(async () => {
      shared.cloud = await open();
      const { around, close } = await makeAround(shared.cloud.raw, `${shared.cloud.raw.prefix}around`);
      shared.around = around;
      shared.away = close;
    });
    afterAll(async () => {
      const { cloud } = shared;
      if (!cloud) return;
      // what it refers to can only go after it
      await cloud.remove(`${cloud.raw.prefix}walk-`);
      await shared.away?.();
      await cloud.remove(cloud.raw.prefix);
      await cloud.close();
    });
    for (const one of walks) describe(one.title, () => walk(one, get));
    test.each(UNMADE)('$title: a template that Heat takes', async ({ spec }) => {
      const document = {
        apiVersion: 'thermostat/v1',
        kind: 'AutoScalingGroup',
        metadata: { name: 'x' },
        spec,
      };
      const { specs } = parseSpecs(['x.yaml'], new Map([['x.yaml', sourceOf(document)]]));
      const [desired] = specs.map((one) => compile(one, CIRCUMSTANCES).desired);
      if (desired?.presence !== 'present') throw new Error('the spec has a problem');
      const { template, files } = desired;
      const { status, json } = await get().cloud.raw.call('orchestration', 'POST', '/validate', {
        template,
        files,
      });
      expect({ status, json }).toMatchObject({ status: 200 });
    });
  });
}

function walk({ word, start, first, rows }: Walk, get: () => { cloud: FieldCloud; around: Around }): void {
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-fields-'));
  let document: Value = { apiVersion: 'thermostat/v1', kind: 'AutoScalingGroup', spec: start };
  const scene = (): Scene => {
    const { cloud, around } = get();
    return { raw: cloud.raw, reader: cloud.reader, around, name: `${cloud.raw.prefix}walk-${word}` };
  };
  const parts = () => get().cloud.parts(folder);
  const write = () => {
    const { name, around } = scene();
    const whole = put(document, ['metadata/name', name]);
    writeFileSync(join(folder, 'web.yaml'), JSON.stringify(named(whole, around)));
  };
  const planNow = async (exitCode: number) => {
    const { exitCode: made, report } = await plan(parts(), OPTIONS);
    expect(made, report.text).toBe(exitCode);
    return report;
  };
  /** Plans, applies, plans again; the plan in between. */
  const go = async () => {
    const planned = await planNow(2);
    const applied = await apply(parts(), OPTIONS);
    expect(applied.exitCode, `${planned.text}\n${applied.report.text}`).toBe(0);
    await planNow(0);
    return planned;
  };
  const see = async (sights: Sights) => {
    if (sights.lines) {
      const healed = await health(parts(), { ...OPTIONS, heal: true });
      expect(healed.exitCode, healed.report.text).toBe(0);
    }
    await look(scene(), sights);
  };
  const serverIds = async () => (await serversOf(scene())).map(({ id }) => id);

  beforeAll(() => writeFileSync(join(folder, 'web.sh'), '#!/bin/sh\ntrue\n'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is created', async () => {
    write();
    await go();
    expect(await serverIds()).toHaveLength(1);
    await see(first);
  });

  for (const row of rows) {
    test(`${JSON.stringify(row.put)}: ${row.fate}`, async () => {
      const earlier = document;
      document = Object.entries(row.put).reduce(putBelow, document);
      write();
      if (row.fate === 'refused') {
        await planNow(3);
        document = earlier;
        return;
      }
      const before = { servers: await serverIds(), ids: await topIds(scene()) };
      const report = row.fate === 'none' ? await planNow(0) : await go();
      const after = { servers: await serverIds(), ids: await topIds(scene()) };
      expect(after.servers, report.text).toHaveLength(row.size ?? 1);
      const planned: unknown = JSON.parse(report.json);
      expectFates(row, planned, before.servers, after.servers);
      expect(differences(before.ids, after.ids), report.text).toEqual(
        foretold(planned, before.ids, after.ids),
      );
      await see(row);
      for (const [policy, size] of row.calls ?? []) {
        await call(scene(), policy, size);
        await planNow(0);
      }
    });
  }
}

/** Every server met the fate that the plan named, and it is the row's. */
function expectFates(
  { fate }: Row,
  planned: unknown,
  before: readonly string[],
  after: readonly string[],
): void {
  const members = list(planned, 'groups', 0, 'scalingGroups').flatMap((one) => list(one, 'members'));
  const fates = members.filter((one) => before.includes(String(pick(one, 'server', 'id'))));
  const wanted = fate === 'none' ? 'keep' : fate;
  expect(fates.map((one) => text(one, 'fate'))).toEqual(before.map(() => wanted));
  const stays = wanted === 'keep' || wanted === 'update';
  expect(before.map((id) => after.includes(id))).toEqual(before.map(() => stays));
}

type Ids = ReadonlyMap<string, string>;

/** Of the stack's own resources, without those in members, whose servers tell of them. */
async function topIds(scene: Scene): Promise<Ids> {
  const resources = await resourcesOf(scene);
  return new Map(resources.filter(({ top }) => top).map(({ plain, id }) => [plain, id]));
}

type Outcomes = Readonly<Record<string, string>>;

function differences(before: Ids, after: Ids): Outcomes {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  const outcome = (name: string) => {
    if (!before.has(name)) return 'create';
    if (!after.has(name)) return 'delete';
    return before.get(name) === after.get(name) ? 'same' : 'replace';
  };
  return Object.fromEntries(names.map((name) => [name, outcome(name)]));
}

/** What the plan says of each; a group is the same one whatever becomes of its servers. */
function foretold(planned: unknown, before: Ids, after: Ids): Outcomes {
  const changes = list(planned, 'groups', 0, 'changes');
  const action = (name: string) => {
    const found = changes.find((one) => pick(one, 'address') === `resources.${name}`);
    const said = found === undefined ? 'no-op' : text(found, 'action');
    const inPlace = said === 'update' || said === 'no-op' || (said === 'replace' && /^group/.test(name));
    return inPlace ? 'same' : said;
  };
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return Object.fromEntries(names.map((name) => [name, action(name)]));
}

async function call(scene: Scene, policy: string, size: number): Promise<void> {
  const { raw } = scene;
  // an update starts the cooldown anew
  await raw.elapse(3);
  const found = (await resourcesOf(scene)).find(({ plain }) => plain === policy);
  const { status } = await raw.call('orchestration', 'POST', `${found?.path}/signal`, {});
  expect(status).toBe(200);
  await raw.wait(async () => {
    const [stack] = await scene.reader.observe([scene.name]);
    if (stack?.presence !== 'present') return null;
    const count = stack.groups.flatMap(({ members }) => members).length;
    const pulse = count === size ? await scene.reader.pulse(stack) : null;
    return pulse !== null && whoIsAtWork(pulse) === null ? true : null;
  }, `${scene.name} at ${size}`);
}

function sourceOf(document: object): SourceFile {
  return { path: 'x.yaml', state: 'read', bytes: new TextEncoder().encode(JSON.stringify(document)) };
}
