// Measures a plan of unchanged groups on a real cloud, beside as many dry runs of the OpenStack client and beside the same requests sent bare.
// OS_CLIENT_CONFIG_FILE=… node bench/real.mjs CLOUD "CLIENT WORDS" [groups] [dry runs]; the client's words begin a command such as `openstack`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Agent, request } from 'undici';
import { parse } from 'yaml';

const [CLOUD = 'demo', CLIENT = 'openstack', GROUPS = '20', DRY_RUNS = '20'] = process.argv.slice(2);
const CLI = resolve(process.env.THERMOSTAT_CLI ?? join(import.meta.dirname, '../dist/cli.js'));
const AT_ONCE = 16;
const names = Array.from({ length: Number(GROUPS) }, (_, number) => `speed-bench-${number}`);

if (process.env.BENCH_RAW === '1') await bare();
else measure();

function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-bench-'));
  const [command, ...words] = CLIENT.split(' ');
  mkdirSync(join(folder, 'scaling'));
  for (const name of names) writeFileSync(join(folder, `scaling/${name}.yaml`), spec(name));
  try {
    const applied = timed(() => thermostat(folder, ['apply']));
    row(`apply of ${names.length} new groups`, applied);
    // in turns: the machine may be busy with other things
    const rounds = Array.from({ length: 5 }, () => ({
      plan: timed(() => thermostat(folder, ['plan'])),
      raw: timed(() =>
        run(process.execPath, [import.meta.filename, ...process.argv.slice(2)], { BENCH_RAW: '1' }),
      ),
    }));
    const [plan, raw] = ['plan', 'raw'].map((key) => median(rounds.map((round) => round[key])));
    const dry = timed(() => {
      for (const name of Array.from({ length: Number(DRY_RUNS) }, (_, index) => names[index % names.length]))
        run(command, [...words, 'stack', 'update', '--dry-run', '--existing', name], {});
    });
    const all = (dry / Number(DRY_RUNS)) * names.length;
    row(`plan of ${names.length} unchanged groups`, plan);
    row('the same requests, bare', raw, `plan takes ${(plan / raw).toFixed(2)} × that`);
    row(`${names.length} dry runs (${DRY_RUNS} made)`, all, `${(all / plan).toFixed(0)} × the plan`);
  } finally {
    // some may not be there, if the apply failed: that is told then
    spawnSync(command, [...words, 'stack', 'delete', '--yes', '--wait', ...names], { stdio: 'inherit' });
    rmSync(folder, { recursive: true });
  }
}

/** What a plan asks, as it asks it: login, the stacks by name and each one's resources, the servers beside them. */
async function bare() {
  const { clouds } = parse(readFileSync(process.env.OS_CLIENT_CONFIG_FILE ?? '', 'utf8'));
  const { auth, region_name: region } = clouds[CLOUD];
  const dispatcher = new Agent({ pipelining: 1 });
  const login = await request(`${auth.auth_url.replace(/\/v3\/?$/, '')}/v3/auth/tokens`, {
    dispatcher,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      auth: {
        identity: {
          methods: ['password'],
          password: {
            user: {
              name: auth.username,
              domain: { name: auth.user_domain_name ?? 'Default' },
              password: auth.password,
            },
          },
        },
        scope: {
          project: { name: auth.project_name, domain: { name: auth.project_domain_name ?? 'Default' } },
        },
      },
    }),
  });
  const { token } = await login.body.json();
  const headers = { 'x-auth-token': String(login.headers['x-subject-token']), accept: 'application/json' };
  const endpoint = (type) =>
    token.catalog
      .find((service) => service.type === type)
      .endpoints.find((one) => one.interface === 'public' && (!region || one.region === region)).url;
  const get = async (url) => (await request(url, { dispatcher, headers })).body.json();
  const heat = endpoint('orchestration');
  const servers = get(endpoint('compute')).then(() =>
    get(`${endpoint('compute')}/servers/detail?limit=1000`),
  );
  const { stacks } = await get(`${heat}/stacks?${names.map((name) => `name=${name}`).join('&')}`);
  const waiting = [...stacks];
  const worker = async () => {
    for (let stack = waiting.pop(); stack; stack = waiting.pop())
      await get(`${heat}/stacks/${stack.stack_name}/${stack.id}/resources?nested_depth=5`);
  };
  await Promise.all([servers, ...Array.from({ length: AT_ONCE - 1 }, worker)]);
  await dispatcher.close();
}

function spec(name) {
  return `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: ${name} }
spec:
  size: { min: 1, max: 3 }
  server: { image: ubuntu-20.04, flavor: m1.nano, networks: [ private-network ] }
  scaling: { cooldown: 60s, policies: [ { name: out, add: 1 } ] }
`;
}

function thermostat(cwd, words) {
  const { status, stderr } = spawnSync(
    process.execPath,
    [CLI, ...words, '--cloud', CLOUD, '--out', join(cwd, 'report.txt')],
    { cwd, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr.slice(-2000)}`);
}

function run(command, words, env) {
  const { status, stderr } = spawnSync(command, words, { env: { ...process.env, ...env }, encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`${command} ${words.join(' ')} ended with ${status}: ${stderr.slice(-2000)}`);
}

function timed(work) {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
}

function row(what, milliseconds, note = '') {
  console.log(`${what.padEnd(36)} ${(milliseconds / 1000).toFixed(2).padStart(8)} s   ${note}`);
}
