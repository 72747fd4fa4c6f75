// Measures plan, drift and health of many unchanged groups on the embedded cloud: requests a group, processor, memory, growth.
// node bench/checks.mjs [10,100,1000,10000] [servers a group]; THERMOSTAT_CLI names another build than dist/cli.js.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { multiplied, readState, spec, writeState } from './many-groups.mjs';

const CLI = resolve(process.env.THERMOSTAT_CLI ?? join(import.meta.dirname, '../dist/cli.js'));
const SIZES = (process.argv[2] ?? '10,100,1000').split(',').map(Number);
const SERVERS = Number(process.argv[3] ?? 10);
/** The most memory the process ever held and what it took of the processor, said at its end. */
const TELL = `data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("used "+JSON.stringify({memory:u.maxRSS,cpu:(u.userCPUTime+u.systemCPUTime)/1000})+"\\n")})`;

const folder = mkdtempSync(join(tmpdir(), 'thermostat-bench-'));
try {
  const [before, after] = await seeds();
  console.log(
    'groups  command  requests  a group   processor  wall      most memory  growth of processor time',
  );
  let earlier = null;
  for (const size of SIZES) earlier = await measure(size, before, after, earlier);
} finally {
  rmSync(folder, { recursive: true });
}

/** A fresh cloud, and the same with one group. */
async function seeds() {
  const state = (name) => join(folder, `${name}.json`);
  const specs = join(folder, 'seed');
  mkdirSync(join(specs, 'scaling'), { recursive: true });
  writeFileSync(join(specs, 'scaling/g0.yaml'), spec('g0', SERVERS));
  await cli(specs, ['plan', '--cloud', `sandbox:${state('before')}`], {});
  const made = await cli(specs, ['apply', '--cloud', `sandbox:${state('after')}`], {});
  if (made.status !== 0) throw new Error(`the first group could not be applied: ${made.said}`);
  return [readState(state('before')), readState(state('after'))];
}

async function measure(size, before, after, earlier) {
  const here = join(folder, String(size));
  mkdirSync(join(here, 'scaling'), { recursive: true });
  for (let number = 0; number < size; number += 1)
    writeFileSync(join(here, `scaling/g${number}.yaml`), spec(`g${number}`, SERVERS));
  const state = join(here, 'state.json');
  writeState(state, await multiplied(before, after, size));
  const cloud = await serve(state);
  const used = {};
  try {
    for (const command of ['plan', 'health', 'drift'])
      used[command] = await run(command, { size, here, cloud, earlier });
  } finally {
    cloud.process.kill('SIGKILL');
    rmSync(here, { recursive: true });
  }
  return { size, used };
}

async function run(command, { size, here, cloud, earlier }) {
  const made = await requests(cloud);
  const { status, said, took } = await cli(
    here,
    [command, '--out', join(here, 'report.md'), '--format', 'markdown'],
    cloud.env,
  );
  const count = (await requests(cloud)) - made;
  const used = JSON.parse(/used (\{.*\})/.exec(said)?.[1] ?? '{}');
  const growth = earlier
    ? `${(used.cpu / earlier.used[command].cpu).toFixed(1)} × for ${size / earlier.size} × the groups`
    : '';
  const verdict = status === 0 ? '' : `exit ${status}!`;
  console.log(
    [
      String(size).padStart(6),
      command.padEnd(7),
      String(count).padStart(8),
      (count / size).toFixed(3).padStart(8),
      `${(used.cpu / 1000).toFixed(2)} s`.padStart(10),
      `${(took / 1000).toFixed(1)} s`.padStart(8),
      `${(used.memory / 1024).toFixed(0)} MiB`.padStart(12),
      growth,
      verdict,
    ].join('  '),
  );
  return used;
}

/** The embedded cloud in a process of its own. */
async function serve(state) {
  const child = spawn(process.execPath, ['--max-old-space-size=6000', CLI, 'sandbox', '--state', state], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    if (said.includes('OS_AUTH_URL') && said.includes('OS_PASSWORD')) break;
  }
  const env = Object.fromEntries(
    [...said.matchAll(/(OS_[A-Z_]+)=(\S*)/g)].map(([, name, value]) => [name, value]),
  );
  return { process: child, env, base: new URL('/', env.OS_AUTH_URL).href };
}

async function requests({ base }) {
  const { counts } = await (await fetch(`${base}sandbox/requests`)).json();
  return sum(counts);
}

function sum(value) {
  if (typeof value === 'number') return value;
  return Object.values(value ?? {}).reduce((total, one) => total + sum(one), 0);
}

function cli(cwd, words, env) {
  const begin = performance.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--import', TELL, CLI, ...words], {
      cwd,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-4000);
    });
    child.on('close', (status) => done({ status, said, took: performance.now() - begin }));
  });
}
