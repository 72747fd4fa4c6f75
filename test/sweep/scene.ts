/** The specs that a swept apply works on: one group for each thing that an apply can do. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Group {
  readonly size: string;
  readonly flavor?: string;
  readonly above?: number;
  readonly more?: string;
}

const group = (
  name: string,
  { size, flavor = 'm1.small', above = 80, more = '' }: Group,
) => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: ${name}, labels: { team: shop } }
spec:
  size: ${size}
  server: { image: ubuntu-20.04, flavor: ${flavor}, networks: [ private-network ] }
  scaling:
    cooldown: 1s
    policies:
      - { name: out, metric: cpu, above: ${above}%, for: 10m, add: 1 }
${more}`;

const template = (flavor: string) => `heat_template_version: 2018-08-31
resources:
  pool:
    type: OS::Heat::AutoScalingGroup
    properties:
      min_size: 1
      max_size: 4
      desired_capacity: 2
      resource:
        type: OS::Nova::Server
        properties: { image: ubuntu-20.04, flavor: ${flavor}, networks: [ { network: private-network } ] }
`;

/** What is there before the swept run; a group named in `SIGNALLED` was scaled by an alarm since. */
export const BEFORE: Readonly<Record<string, string>> = {
  grown: group('grown', { size: '{ min: 1, max: 4, initial: 2 }' }),
  swapped: group('swapped', {
    size: '{ min: 2, max: 6 }',
    more: '  rollout: { maxBatch: 1, minInService: 1 }\n',
  }),
  held: group('held', { size: '{ min: 1, max: 5, initial: 2 }' }),
  resized: template('m1.small'),
  gone: group('gone', { size: '{ min: 1, max: 2 }' }),
  kept: group('kept', { size: '{ min: 1, max: 4 }' }),
};

export const AFTER: Readonly<Record<string, string>> = {
  grown: group('grown', { size: '{ min: 1, max: 6, initial: 2 }', above: 70 }),
  swapped: BEFORE['swapped']?.replace('m1.small', 'm1.medium') ?? '',
  held: group('held', { size: '{ min: 1, max: 6, initial: 2 }' }),
  resized: template('m1.medium'),
  gone: 'apiVersion: thermostat/v1\nkind: Deleted\nmetadata: { name: gone }\n',
  kept: BEFORE['kept'] ?? '',
  poured: template('m1.small'),
  made: group('made', { size: '{ min: 1, max: 5, initial: 3 }' }),
};

export const SIGNALLED = ['grown', 'swapped', 'held', 'kept'];

/** One of its members is in ERROR when the swept run begins. */
export const HURT = 'held';

export function writeSpecs(folder: string, specs: Readonly<Record<string, string>>, prefix = ''): void {
  for (const [name, text] of Object.entries(specs)) {
    const named = text.replace(/name: (grown|swapped|held|gone|kept|made)\b/, `name: ${prefix}$1`);
    writeFileSync(join(folder, `scaling/${prefix}${name}.yaml`), named);
  }
}
