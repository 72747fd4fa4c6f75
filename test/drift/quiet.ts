/** Checks a group again and again while its alarms scale it up and down: nothing is ever drift. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { drift } from '../../src/commands/drift.ts';
import type { WriterParts } from '../../src/commands/parts.ts';
import { OPTIONS } from '../stage.ts';

export interface QuietCloud {
  readonly name: string;
  parts(folder: string): WriterParts;
  /** Lets some time go by, under changing load. */
  between(): Promise<void>;
}

const OWN = { ...OPTIONS, specs: ['scaling/*.yaml'] };

export function quietSpec(name: string): string {
  return `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: ${name} }
spec:
  size: { min: 1, max: 5 }
  server:
    image: ubuntu-20.04
    flavor: m1.nano
    networks: [ private-network ]
    metadata: { role: web }
  securityGroup: { rules: [ { protocol: tcp, port: 80 } ] }
  loadBalancer: { octavia: { listener: { protocol: HTTP, port: 80 }, subnet: private-subnet } }
  scaling:
    cooldown: 20s
    granularity: 10s
    policies:
      - { name: cpu-high, metric: cpu, above: 60%, for: 20s, add: 1 }
      - { name: cpu-low, metric: cpu, below: 20%, for: 40s, remove: 1 }
`;
}

/** The sizes that the checks saw. */
export async function checkWhileScaling(
  open: (folder: string) => Promise<QuietCloud>,
  checks: number,
): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-quiet-'));
  mkdirSync(join(folder, 'scaling'));
  try {
    const cloud = await open(folder);
    writeFileSync(join(folder, 'scaling/web.yaml'), quietSpec(cloud.name));
    const made = await apply(cloud.parts(folder), OWN);
    expect(made.exitCode, made.report.text).toBe(0);
    const sizes: number[] = [];
    for (let number = 0; number < checks; number += 1) {
      await cloud.between();
      const { report } = await drift(cloud.parts(folder), OWN);
      const [group] = JSON.parse(report.json).groups;
      expect(group.items, `check ${number + 1}: ${report.text}`).toEqual([]);
      sizes.push(Number(/stands at (\d+)/.exec(JSON.stringify(group.notDrift))?.[1] ?? 1));
    }
    return sizes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
