/** What a user reads when the cloud can't be used: one line that says what to do, exit code 1, no stack trace, no secret. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/embedded.ts';
import { SEED_APPLICATION_CREDENTIAL } from '../../src/sandbox/seed.ts';
import { sandboxEnvironment } from '../../src/sandbox-environment.ts';
import { type Run, runCli } from './cli.ts';
import { groupSpec } from './specs.ts';

let sandbox: Sandbox;
let plain: Server;
const folder = mkdtempSync(join(tmpdir(), 'thermostat-errors-'));

beforeAll(async () => {
  sandbox = await startSandbox();
  plain = createServer((_, answer) => answer.end('<html>It works!</html>'));
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
  mkdirSync(join(folder, 'scaling'));
  writeFileSync(join(folder, 'scaling/web.yaml'), groupSpec('web'));
});

afterAll(async () => {
  await sandbox.close();
  plain.close();
});

const run = (
  command: string,
  env: Readonly<Record<string, string>>,
  ...words: readonly string[]
): Promise<Run> => runCli([command, ...words], { cwd: folder, env });
const environment = (change: Readonly<Record<string, string>> = {}) => ({
  ...sandboxEnvironment(sandbox),
  ...change,
});
const port = () => (plain.address() as AddressInfo).port;

/** One line on stderr that matches, and nothing that must not be there. */
function expectOneLine(made: Run, words: RegExp): void {
  expect(made.exitCode).toBe(1);
  expect(made.stderr.trim().split('\n')).toHaveLength(1);
  expect(made.stderr).toMatch(words);
  expect(made.stderr).not.toMatch(/\n\s+at |Error:|node:internal/);
  expect(made.stdout + made.stderr).not.toMatch(/s3cr3t|hunter2/);
}

test('a wrong password', async () => {
  expectOneLine(
    await run('plan', environment({ OS_PASSWORD: 's3cr3t' })),
    /accepts no such user, password and project.*check/,
  );
});

test('an endpoint where nothing listens', async () => {
  const env = environment({ OS_AUTH_URL: 'http://127.0.0.1:9/v3', OS_PASSWORD: 's3cr3t' });
  expectOneLine(await run('plan', env), /nothing listens at "127\.0\.0\.1:9".*check the address/);
});

test('a web server that is not Keystone', async () => {
  expectOneLine(
    await run('plan', environment({ OS_AUTH_URL: `http://127.0.0.1:${port()}/v3` })),
    /127\.0\.0\.1/,
  );
});

test('TLS asked of a plain port', async () => {
  expectOneLine(
    await run('plan', environment({ OS_AUTH_URL: `https://127.0.0.1:${port()}/v3` })),
    /TLS|https/,
  );
});

test('an unknown cloud name', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'thermostat-clouds-')), 'clouds.yaml');
  writeFileSync(file, 'clouds: { prod: { auth: { auth_url: "http://127.0.0.1:9/v3" } } }\n');
  const made = await run('plan', { OS_CLIENT_CONFIG_FILE: file }, '--cloud', 'nope');
  expectOneLine(made, /"nope".*clouds\.yaml does not hold it; there (is|are) "prod"/);
});

test('no credentials at all', async () => {
  expectOneLine(await run('plan', {}), /OS_AUTH_URL/);
});

test('an expired token', async () => {
  const { OS_AUTH_URL = '', OS_PROJECT_NAME = '', OS_PROJECT_DOMAIN_NAME = '' } = environment();
  const env = {
    OS_AUTH_URL,
    OS_PROJECT_NAME,
    OS_PROJECT_DOMAIN_NAME,
    OS_AUTH_TYPE: 'token',
    OS_TOKEN: 's3cr3t',
  };
  expectOneLine(await run('plan', env), /token.*(expired|revoked).*get a new one/);
});

test('an image and a flavor that are not there, at their lines', async () => {
  const spec = groupSpec('web').replace('ubuntu-20.04', 'ubuntu-99').replace('m1.small', 'm9.small');
  writeFileSync(join(folder, 'scaling/web.yaml'), spec);
  const made = await run('plan', environment());
  writeFileSync(join(folder, 'scaling/web.yaml'), groupSpec('web'));
  expect(made.exitCode).toBe(1);
  expect(made.stdout).toContain(
    'scaling/web.yaml:6:20: image "ubuntu-99" is not in this project; there are: ubuntu-20.04, ubuntu-22.04',
  );
  expect(made.stdout).toContain('scaling/web.yaml:6:39: flavor "m9.small" is not in this project');
});

test('an application credential that may not create a trust', async () => {
  const env = {
    OS_AUTH_URL: sandbox.authUrl,
    OS_AUTH_TYPE: 'v3applicationcredential',
    OS_APPLICATION_CREDENTIAL_ID: SEED_APPLICATION_CREDENTIAL.id,
    OS_APPLICATION_CREDENTIAL_SECRET: SEED_APPLICATION_CREDENTIAL.secret,
    OS_REGION_NAME: sandbox.region,
  };
  const made = await run('apply', env);
  expect(made.exitCode).toBe(1);
  expect(made.stdout.replace(/\s+/g, ' ')).toContain(
    'use a password user of the project for the first apply',
  );
  expect(made.stdout, 'trying again would not help').not.toContain('apply the same commit again');
  expect(made.stdout + made.stderr).not.toContain(SEED_APPLICATION_CREDENTIAL.secret);
});

test.each([
  [['plan', '--format', 'xml'], /--format "xml" is not known; it may be text, markdown or json/],
  [['plan', '--spec', 'x'], /--spec/],
  [['paln'], /there is no command "paln"; there are: validate, plan, apply, drift, health, demo, sandbox/],
  [['plan', 'web'], /"web" is one word too many/],
  [['apply', '--wait', 'long'], /--wait must be a whole number/],
])('the words %j', async (words, expected) => {
  expectOneLine(await runCli(words, { cwd: folder, env: environment() }), expected);
});

test('problems of specs end the command before any cloud is contacted', async () => {
  writeFileSync(join(folder, 'scaling/bad.yaml'), 'apiVersion: thermostat/v1\nkind: AutoScalingGruop\n');
  const before = sandbox.requestCount();
  const made = await run('plan', environment());
  writeFileSync(
    join(folder, 'scaling/bad.yaml'),
    'apiVersion: thermostat/v1\nkind: Deleted\nmetadata: { name: gone }\n',
  );
  expect(made.exitCode).toBe(1);
  expect(made.stdout).toMatch(/scaling\/bad\.yaml:2:7: .*AutoScalingGroup/);
  expect(sandbox.requestCount()).toBe(before);
});
