/** How many requests a check of many groups makes: what does not grow with a group is asked for once. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { drift } from '../../src/commands/drift.ts';
import { health } from '../../src/commands/health.ts';
import { plan } from '../../src/commands/plan.ts';
import { sandboxTime } from '../../src/sandbox-time.ts';
import { OPTIONS, openStage, type Stage } from '../stage.ts';

const GROUPS = 200;
const PATIENCE_MS = 300_000;

const BALANCER =
  'loadBalancer: { octavia: { listener: { protocol: HTTP, port: 80 }, subnet: private-subnet } }';

const spec = (name: string, line: string) => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: ${name} }
spec:
  size: { min: 1, max: 4 }
  server: { image: ubuntu-20.04, flavor: m1.nano, networks: [ private-network ] }
  health: { checks: [ server, loadBalancer ] }
  ${line}
  scaling:
    paused: true
    policies:
      - { name: high, metric: cpu, above: 80%, for: 10m, add: 1 }
      - { name: low, metric: cpu, below: 20%, for: 30m, remove: 1 }
`;

describe.each([
  { kind: 'plain', line: '' },
  { kind: 'balanced', line: BALANCER },
])(`of ${GROUPS} $kind groups that nobody has touched`, ({ kind, line }) => {
  const folder = mkdtempSync(join(tmpdir(), `thermostat-requests-${kind}-`));
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
    for (let number = 0; number < GROUPS; number += 1) {
      const own =
        kind === 'plain' ? spec(`g${number}`, line).replace(', loadBalancer', '') : spec(`g${number}`, line);
      writeFileSync(join(folder, `g${number}.yaml`), own);
    }
    const parts = stage.parts(folder);
    const time = sandboxTime(stage.sandbox);
    const writer = async () => time.holding(await parts.writer());
    const made = await apply({ ...parts, writer, clock: time.clock }, OPTIONS);
    expect(made.exitCode, made.report.text).toBe(0);
  }, PATIENCE_MS);

  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await stage.close();
  });

  test.each([
    { command: 'plan', run: plan, most: 1.1 },
    { command: 'drift', run: drift, most: 2.1 },
    { command: 'health', run: health, most: 2.1 },
  ])('$command makes at most $most requests a group', { timeout: PATIENCE_MS }, async ({ run, most }) => {
    const before = stage.sandbox.requests().length;
    const { exitCode, report } = await run(stage.parts(folder), OPTIONS);
    const made = stage.sandbox.requests().slice(before);
    expect(exitCode, report.text).toBe(0);
    expect(made.length / GROUPS, tally(made)).toBeLessThanOrEqual(most);
  });
});

function tally(requests: readonly { readonly method: string; readonly path: string }[]): string {
  const kinds = requests.map(
    ({ method, path }) => `${method} ${path.replace(/(stacks|pools)\/.*(?=\/)/, '$1/…')}`,
  );
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${count} × ${kind}`).join('\n');
}
