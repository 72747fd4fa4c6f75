/** The specs that a swept apply works on: one group for each thing that an apply can do. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Group {
  readonly size: string;
  readonly flavor?: string;
  readonly above?: number;
  readonly userData?: string;
  readonly more?: string;
}

const group = (
  name: string,
  { size, flavor = 'm1.small', above = 80, userData, more = '' }: Group,
) => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: ${name}, labels: { team: shop } }
spec:
  size: ${size}
  server: { image: ubuntu-20.04, flavor: ${flavor}, networks: [ private-network ]${cloudInit(userData)} }
  scaling:
    cooldown: 1s
    policies:
      - { name: out, metric: cpu, above: ${above}%, for: 10m, add: 1 }
${more}`;

function cloudInit(text: string | undefined): string {
  return text === undefined ? '' : `, cloudInit: { inline: "#!/bin/sh\\necho ${text}\\n" }`;
}

/** Texts that may stand in no output, each where a secret can be. */
export const CANARIES = {
  password: 'canary-password-7f3a',
  userData: ['canary-userdata-before-91c2', 'canary-userdata-after-91c2'],
  hidden: ['canary-hidden-before-55d0', 'canary-hidden-after-55d0'],
  webhook: ['canary-webhook-before-0b6e', 'canary-webhook-after-0b6e'],
  urlPassword: ['canary-urlpass-before-c41d', 'canary-urlpass-after-c41d'],
  prices: 'canary-prices-2e8f',
} as const;

const template = (flavor: string, side: 0 | 1) => `heat_template_version: 2018-08-31
parameters:
  pin: { type: string, hidden: true, default: ${CANARIES.hidden[side]} }
resources:
  hook:
    type: OS::Aodh::GnocchiAggregationByResourcesAlarm
    properties:
      metric: cpu
      aggregation_method: rate:mean
      granularity: 300
      evaluation_periods: 2
      comparison_operator: gt
      threshold: 1000
      resource_type: instance
      query: '{"=": {"server_group": "none"}}'
      enabled: false
      alarm_actions: [ "https://hooks.example/services/${CANARIES.webhook[side]}" ]
      ok_actions: [ "https://mara:${CANARIES.urlPassword[side]}@hooks.example/ok" ]
      insufficient_data_actions: [ { get_attr: [ more, alarm_url ] } ]
  more:
    type: OS::Heat::ScalingPolicy
    properties:
      auto_scaling_group_id: { get_resource: pool }
      adjustment_type: change_in_capacity
      scaling_adjustment: 1
  pool:
    type: OS::Heat::AutoScalingGroup
    properties:
      min_size: 1
      max_size: 4
      desired_capacity: 2
      resource:
        type: OS::Nova::Server
        properties:
          image: ubuntu-20.04
          flavor: ${flavor}
          networks: [ { network: private-network } ]
          metadata: { pin: { get_param: pin } }
`;

const swapped = (flavor: string, side: 0 | 1) =>
  group('swapped', {
    size: '{ min: 2, max: 6 }',
    flavor,
    userData: CANARIES.userData[side],
    more: '  rollout: { maxBatch: 1, minInService: 1 }\n',
  });

/** What is there before the swept run; a group named in `SIGNALLED` was scaled by an alarm since. */
export const BEFORE: Readonly<Record<string, string>> = {
  grown: group('grown', { size: '{ min: 1, max: 4, initial: 2 }' }),
  swapped: swapped('m1.small', 0),
  held: group('held', { size: '{ min: 1, max: 5, initial: 2 }' }),
  resized: template('m1.small', 0),
  gone: group('gone', { size: '{ min: 1, max: 2 }' }),
  kept: group('kept', { size: '{ min: 1, max: 4 }' }),
};

export const AFTER: Readonly<Record<string, string>> = {
  grown: group('grown', { size: '{ min: 1, max: 6, initial: 2 }', above: 70 }),
  swapped: swapped('m1.medium', 1),
  held: group('held', { size: '{ min: 1, max: 6, initial: 2 }' }),
  resized: template('m1.medium', 1),
  gone: 'apiVersion: thermostat/v1\nkind: Deleted\nmetadata: { name: gone }\n',
  kept: BEFORE['kept'] ?? '',
  poured: template('m1.small', 1),
  made: group('made', { size: '{ min: 1, max: 5, initial: 3 }' }),
};

export const SIGNALLED = ['grown', 'swapped', 'held', 'kept'];

const healed = (name: string) =>
  group(name, {
    size: '{ min: 2, max: 6, initial: 3 }',
    more: '  health: { replace: { maxUnavailable: 1, perHour: 10, brake: "90%" } }\n',
  });

/** Groups that are looked after, one for each way to be sick. */
export const LOOKED_AFTER: Readonly<Record<string, string>> = {
  broken: healed('broken'),
  lost: healed('lost'),
  deaf: healed('deaf'),
  well: healed('well'),
};

/** One of its members is in ERROR when the swept run begins. */
export const HURT = 'held';

const SETTINGS = `apiVersion: thermostat/v1
kind: Settings
spec:
  prices: prices.yaml
`;

const PRICES = `apiVersion: thermostat/v1
kind: Prices
spec: # agreed with the provider: ${CANARIES.prices}
  currency: EUR
  validFrom: "2026-01-01"
  perHour:
    flavors: { m1.small: 0.02, m1.medium: 0.04 } # ${CANARIES.prices}
`;

export function writeSettings(folder: string): void {
  writeFileSync(join(folder, '.thermostat.yaml'), SETTINGS);
  writeFileSync(join(folder, 'prices.yaml'), PRICES);
}

export function writeSpecs(folder: string, specs: Readonly<Record<string, string>>, prefix = ''): void {
  for (const [name, text] of Object.entries(specs)) {
    const named = text.replace(/name: (grown|swapped|held|gone|kept|made)\b/, `name: ${prefix}$1`);
    writeFileSync(join(folder, `scaling/${prefix}${name}.yaml`), named);
  }
}
