/** Walks a table of fields on a cloud by our own commands: what the plan foretells of each server is what becomes of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import type { WriterParts } from '../../src/commands/parts.ts';
import { plan } from '../../src/commands/plan.ts';
import { compile } from '../../src/core/heat/compile.ts';
import { parseSpecs } from '../../src/core/spec/parse.ts';
import type { SourceFile } from '../../src/model/source.ts';
import type { CloudReader } from '../../src/ports/cloud.ts';
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { list, pick, text } from '../contract/json.ts';
import { CIRCUMSTANCES } from '../core/live-stack.ts';
import { OPTIONS } from '../stage.ts';
import { type Around, makeAround } from './around.ts';
import { type Row, type Value, WALKS, type Walk } from './table.ts';
import { UNMADE } from './unmade.ts';

export interface FieldCloud {
  readonly raw: CloudUnderTest;
  readonly reader: CloudReader;
  parts(folder: string): WriterParts;
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
    const shared: { cloud?: FieldCloud; around?: Around } = {};
    const get = () => {
      if (!shared.cloud || !shared.around) throw new Error('the cloud was not opened');
      return { cloud: shared.cloud, around: shared.around };
    };
    beforeAll(async () => {
      shared.cloud = await open();
      shared.around = await makeAround(shared.cloud.raw, `${shared.cloud.raw.prefix}around`);
    });
    afterAll(async () => {
      const { cloud } = shared;
      if (!cloud) return;
      // what it refers to can only go after it
      await cloud.remove(`${cloud.raw.prefix}walk-`);
      await cloud.remove(cloud.raw.prefix);
      await cloud.close();
    });
    for (const one of walks) describe(one.title, () => walk(one, get));
    test.each(UNMADE)('$title is a template that Heat takes', async ({ spec }) => {
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

function walk({ word, start, sees, rows }: Walk, get: () => { cloud: FieldCloud; around: Around }): void {
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-fields-'));
  let spec: Value = start;
  let servers: readonly string[] = [];
  const name = () => `${get().cloud.raw.prefix}walk-${word}`;
  const write = () => {
    const document = {
      apiVersion: 'thermostat/v1',
      kind: 'AutoScalingGroup',
      metadata: { name: name() },
      spec: named(spec, get().around),
    };
    writeFileSync(join(folder, 'web.yaml'), JSON.stringify(document));
  };
  /** Plans, applies, plans again; the plan in between. */
  const go = async () => {
    const parts = get().cloud.parts(folder);
    const planned = await plan(parts, OPTIONS);
    expect(planned.exitCode, planned.report.text).toBe(2);
    const applied = await apply(parts, OPTIONS);
    expect(applied.exitCode, `${planned.report.text}\n${applied.report.text}`).toBe(0);
    const again = await plan(parts, OPTIONS);
    expect(again.exitCode, again.report.text).toBe(0);
    return planned.report;
  };
  const look = async (row: Pick<Row, 'sees' | 'has' | 'lacks'>) => {
    const { cloud, around } = get();
    const shown = await resourcesOf(cloud.raw, name());
    const names = [...shown.keys()];
    expect(names).toEqual(expect.arrayContaining([...(row.has ?? []), ...Object.keys(row.sees ?? {})]));
    for (const one of row.lacks ?? []) expect(names).not.toContain(one);
    for (const [resource, wanted] of Object.entries(row.sees ?? {})) {
      if (Object.keys(wanted ?? {}).length === 0) continue;
      const { json } = await cloud.raw.call('orchestration', 'GET', `${shown.get(resource)}?with_attr=show`);
      expect(pick(json, 'resource', 'attributes', 'show')).toMatchObject(Object(named(wanted, around)));
    }
  };

  beforeAll(() => writeFileSync(join(folder, 'web.sh'), '#!/bin/sh\ntrue\n'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is created', async () => {
    write();
    await go();
    servers = await serverIds(get().cloud.reader, name());
    expect(servers).toHaveLength(1);
    await look({ sees });
  });

  for (const row of rows) {
    test(`${JSON.stringify(row.put)}: ${row.fate}`, async () => {
      const before = servers;
      const earlier = spec;
      spec = Object.entries(row.put).reduce(put, spec);
      write();
      if (row.fate === 'refused') {
        const refused = await plan(get().cloud.parts(folder), OPTIONS);
        expect(refused.exitCode, refused.report.text).toBe(3);
        spec = earlier;
        return;
      }
      const report = await go();
      const now = await serverIds(get().cloud.reader, name());
      servers = now;
      const kept = now.filter((id) => before.includes(id)).length;
      const really = kept === before.length ? ['keep', 'update'] : ['replace', 'delete'];
      const [foretold] = fatesOf(JSON.parse(report.json), before);
      expect({ foretold, size: now.length }, report.text).toEqual({ foretold: row.fate, size: 1 });
      expect(really, report.text).toContain(foretold);
      await look(row);
    });
  }
}

function sourceOf(document: object): SourceFile {
  return { path: 'x.yaml', state: 'read', bytes: new TextEncoder().encode(JSON.stringify(document)) };
}

interface Planned {
  readonly groups: readonly {
    readonly scalingGroups: readonly {
      readonly members: readonly { readonly fate: string; readonly server: { readonly id: string } | null }[];
    }[];
  }[];
}

function fatesOf({ groups }: Planned, servers: readonly string[]): readonly string[] {
  return groups
    .flatMap(({ scalingGroups }) => scalingGroups.flatMap(({ members }) => members))
    .filter(({ server }) => server !== null && servers.includes(server.id))
    .map(({ fate }) => fate);
}

async function serverIds(reader: CloudReader, name: string): Promise<readonly string[]> {
  const [stack] = await reader.observe([name]);
  if (stack?.presence !== 'present') return [];
  return stack.groups.flatMap(({ members }) => members.flatMap((one) => one.servers.map(({ id }) => id)));
}

/** Paths of the stack's resources, nested ones too, by their names without the generation. */
async function resourcesOf(raw: CloudUnderTest, name: string): Promise<ReadonlyMap<string, string>> {
  const stacks = await raw.call('orchestration', 'GET', `/stacks?name=${name}`);
  const path = `/stacks/${name}/${text(stacks.json, 'stacks', 0, 'id')}`;
  const { json } = await raw.call('orchestration', 'GET', `${path}/resources?nested_depth=3`);
  return new Map(
    list(json, 'resources').map((one) => {
      const href = text(one, 'links', 0, 'href');
      const type = text(one, 'resource_type');
      const plain = text(one, 'resource_name').replace(/_[0-9a-f]{8}$/, '');
      return [type === 'OS::Nova::Server' ? 'server' : plain, href.slice(href.indexOf('/stacks/'))];
    }),
  );
}

/** `$name` is what stands around under it. */
function named(value: Value, around: Around): Value {
  if (typeof value === 'string' && value.startsWith('$')) {
    return around[value.slice(1)] ?? value;
  }
  if (Array.isArray(value)) return value.map((one: Value) => named(one, around));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, named(one, around)]));
}

function put(spec: Value, [path, value]: readonly [string, Value]): Value {
  const [key = '', ...rest] = path.split('/');
  const { [key]: old, ...others } = Object(spec) as Readonly<Record<string, Value>>;
  const next = rest.length === 0 ? value : put(old ?? {}, [rest.join('/'), value]);
  return next === null ? others : { ...others, [key]: next };
}
