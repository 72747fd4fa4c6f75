/** Prices from CloudKitty on the embedded cloud: they fill the gaps of the repository's list, and nothing is made up. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { plan } from '../../src/commands/plan.ts';
import { pick } from '../contract/json.ts';
import { httpCall } from '../contract/session.ts';
import { OPTIONS, openStage, type Stage } from '../stage.ts';

const SPEC = `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: web }
spec:
  size: { min: 1, max: 4 }
  server:
    image: ubuntu-20.04
    flavor: m1.small
    networks: [ private-network ]
    floatingIp: { network: public }
  scaling: { policies: [ { name: out, add: 1 } ] }
`;
const settings = (spec: string) => `apiVersion: thermostat/v1
kind: Settings
spec: ${spec}
`;
const ASKING = settings('{ cloudKitty: { currency: EUR } }');
const RULES = [
  { service: 'instance', field: 'flavor_name', value: 'm1.small', cost: 0.02 },
  { service: 'instance', field: 'flavor_name', value: 'm1.large', cost: 0.08 },
  { service: 'ip.floating', cost: 0.005 },
];

let stage: Stage;
let folder: string;
beforeEach(async () => {
  stage = await openStage();
  folder = await mkdtemp(join(tmpdir(), 'thermostat-rating-'));
  await write('web.yaml', SPEC);
});
afterEach(() => stage.close());

const write = (file: string, text: string) => writeFile(join(folder, file), text);

/** The stage logs in anew: a catalogue comes with the token. */
async function install(rules: unknown): Promise<void> {
  await stage.close();
  stage = await openStage(async (sandbox) => {
    const base = new URL('/', sandbox.authUrl).href;
    const { status } = await httpCall('POST', `${base}sandbox/rating`, { rules }, {});
    expect(status).toBe(204);
  });
}

async function cost() {
  const { report, problems } = await plan(stage.parts(folder), { ...OPTIONS, specs: ['web.yaml'] });
  return { cost: pick(JSON.parse(report.json), 'groups', 0, 'cost'), problems, text: report.text };
}

test('a group costs what CloudKitty quotes, hour by hour', async () => {
  await install(RULES);
  await write('.thermostat.yaml', ASKING);
  expect((await cost()).cost).toMatchObject({
    currency: 'EUR',
    hourly: { after: { max: 0.1 } },
    unknown: [],
  });
  await write('.thermostat.yaml', settings('{ cloudKitty: { currency: EUR, period: 30m } }'));
  expect((await cost()).cost).toMatchObject({ hourly: { after: { max: 0.2 } } });
});

test('the price list of the repository wins, CloudKitty fills its gaps', async () => {
  await install(RULES);
  await write('.thermostat.yaml', settings('{ prices: prices.yaml, cloudKitty: { currency: EUR } }'));
  await write(
    'prices.yaml',
    'apiVersion: thermostat/v1\nkind: Prices\nspec: { currency: EUR, validFrom: "2026-01-01", perHour: { flavors: { m1.small: 1 } } }\n',
  );
  expect((await cost()).cost).toMatchObject({ hourly: { after: { max: 4.02 } }, unknown: [] });
});

test('what CloudKitty has no price for stays unknown: its 0 is not taken for one', async () => {
  await install(RULES.filter(({ service }) => service === 'instance'));
  await write('.thermostat.yaml', ASKING);
  expect((await cost()).cost).toMatchObject({
    hourly: { after: { max: null } },
    unknown: ['floating IPs (CloudKitty has no price for it either)'],
  });
});

test('a cloud without CloudKitty, or one that fails, leaves prices unknown, with the reason', async () => {
  await write('.thermostat.yaml', ASKING);
  expect((await cost()).cost).toMatchObject({
    unknown: [
      'flavor m1.small (the cloud has no rating service)',
      'floating IPs (the cloud has no rating service)',
    ],
  });
  await install(RULES);
  stage.sandbox.faults.request({
    path: '/rating/v1/rating/quote',
    times: null,
    effect: { kind: 'answer', status: 403, headers: {}, body: {} },
  });
  expect((await cost()).cost).toMatchObject({
    unknown: [
      'flavor m1.small (the credential may not ask CloudKitty)',
      'floating IPs (the credential may not ask CloudKitty)',
    ],
  });
});

test('nobody is asked whom the settings do not name', async () => {
  await install(RULES);
  expect((await cost()).cost).toEqual({});
  expect(stage.sandbox.requests().filter(({ path }) => path.startsWith('/rating'))).toEqual([]);
});

test('amounts of two currencies are a problem, not a sum', async () => {
  await write('.thermostat.yaml', settings('{ prices: prices.yaml, cloudKitty: { currency: USD } }'));
  await write(
    'prices.yaml',
    'apiVersion: thermostat/v1\nkind: Prices\nspec: { currency: EUR, validFrom: "2026-01-01" }\n',
  );
  expect((await cost()).problems).toEqual([
    expect.objectContaining({
      file: '.thermostat.yaml',
      line: 3,
      message: expect.stringContaining('spec.cloudKitty.currency is "USD"'),
    }),
  ]);
});
