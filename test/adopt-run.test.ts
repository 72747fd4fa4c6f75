/** drift --adopt on the embedded cloud: what a scheduled run hides from it, and what is left when the cloud breaks. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { apply } from '../src/commands/apply.ts';
import { drift } from '../src/commands/drift.ts';
import type { CloudReader } from '../src/ports/cloud.ts';
import { CloudError } from '../src/ports/errors.ts';
import type { ProposalKeeper } from '../src/ports/forge.ts';
import { list, pick } from './contract/json.ts';
import { sandboxUnderTest } from './contract/sandbox-under-test.ts';
import { patch, pathOf, type Scene } from './drift/scene.ts';
import { OPTIONS, openStage, type Stage } from './stage.ts';

const spec = `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: web, labels: { team: shop } }
spec:
  size: { min: 1, max: 3 }
  server: { image: ubuntu-20.04, flavor: m1.small, networks: [ private-network ] }
  scaling:
    cooldown: 60s
    schedules:
      - { name: morning, cron: "0 8 * * *", for: 2h, size: { min: 2 } }
`;

let folder: string;
let stage: Stage;
let scene: Scene;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thermostat-adopt-'));
  stage = await openStage();
  const raw = await sandboxUnderTest(stage.sandbox);
  scene = { raw, admin: raw, web: 'web', edge: '', tier: '', key: '', repository: '' };
  writeFileSync(join(folder, 'web.yaml'), spec);
  expect((await apply(stage.parts(folder), OPTIONS)).exitCode).toBe(0);
});

afterEach(async () => {
  await stage.close();
  rmSync(folder, { recursive: true });
});

async function editCooldown(): Promise<void> {
  stage.sandbox.advance(600);
  const path = await pathOf(scene.raw, 'web');
  const { json: template } = await scene.raw.call('orchestration', 'GET', `${path}/template`);
  const edited = JSON.stringify(template).replaceAll(/"cooldown": ?60/g, '"cooldown":90');
  expect(edited).not.toBe(JSON.stringify(template));
  await patch(scene, path, { template: JSON.parse(edited) });
  stage.sandbox.advance(600);
}

interface Kept {
  readonly proposed: string[];
  readonly withdrawn: string[][];
}

function keeper(kept: Kept): ProposalKeeper {
  return {
    propose: async ({ name }) => {
      kept.proposed.push(name);
      return { state: 'opened', number: 1, url: 'https://x.invalid/1' };
    },
    withdraw: async (names) => {
      kept.withdrawn.push([...names]);
    },
  };
}

test('what a hand changed is proposed even after a scheduled run has set the bounds', async () => {
  await editCooldown();
  stage.sandbox.advance(8 * 3600);
  const ran = await apply(stage.parts(folder), { ...OPTIONS, onlySchedules: true });
  expect(ran.exitCode, ran.report.text).toBe(0);
  stage.sandbox.advance(600);
  const kept: Kept = { proposed: [], withdrawn: [] };
  const { report } = await drift(
    { ...stage.parts(folder), proposals: keeper(kept) },
    { ...OPTIONS, adopt: true },
  );
  expect(kept, report.text).toEqual({ proposed: ['web.yaml'], withdrawn: [['web.yaml']] });
});

test('a cloud that breaks while edits are looked for closes no proposal and loses no finding', async () => {
  await editCooldown();
  let broken = false;
  const reader = new Proxy(stage.reader, {
    get: (target, key: keyof CloudReader) => {
      if (key === 'observe' && broken)
        return async () => {
          throw new CloudError({ code: 'unavailable', message: 'reading stacks: down' });
        };
      return Reflect.get(target, key);
    },
  });
  const parts = stage.parts(folder);
  const kept: Kept = { proposed: [], withdrawn: [] };
  const clock = { ...parts.clock, sleep: parts.clock.sleep };
  let looks = 0;
  const counting = new Proxy(reader, {
    get: (target, key: keyof CloudReader) => {
      if (key === 'things') {
        looks += 1;
        if (looks > 1) broken = true;
      }
      return Reflect.get(target, key);
    },
  });
  const ended = await drift(
    { ...parts, clock, reader: async () => counting, proposals: keeper(kept) },
    { ...OPTIONS, adopt: true },
  );
  const json: unknown = JSON.parse(ended.report.json);
  expect({ exitCode: ended.exitCode, kept }, ended.report.text).toEqual({
    exitCode: 2,
    kept: { proposed: [], withdrawn: [] },
  });
  expect(list(json, 'groups', 0, 'items').length).toBeGreaterThan(0);
  expect(pick(json, 'adoptions', 'refused', 0, 'why')).toContain('reading stacks: down');
});

test('a merge that waits is not taken back where updates since its apply have changed nothing', async () => {
  const parts = stage.parts(folder);
  stage.sandbox.advance(600);
  const path = await pathOf(scene.raw, 'web');
  const id = path.split('/').at(-1) ?? '';
  await (await parts.writer()).updateInPlace({ name: 'web', id });
  stage.sandbox.advance(600);
  writeFileSync(join(folder, 'web.yaml'), spec.replace('cooldown: 60s', 'cooldown: 90s'));
  const kept: Kept = { proposed: [], withdrawn: [] };
  const { report } = await drift({ ...parts, proposals: keeper(kept) }, { ...OPTIONS, adopt: true });
  expect(report.text.replaceAll(/\s+/g, ' ')).toContain('the repository is ahead of it');
  expect(kept.proposed, report.text).toEqual([]);
});
