// Measures a full drift check of many groups on the embedded cloud: requests a group, memory, time.
// node bench/drift.mjs [groups] [servers a group] [plain|balanced]; THERMOSTAT_CLI names another build than dist/cli.js,
// BENCH_FOLDER a folder that is kept, so that the apply need not be made again.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const CLI = resolve(process.env.THERMOSTAT_CLI ?? join(import.meta.dirname, '../dist/cli.js'));
const [GROUPS, SERVERS] = [Number(process.argv[2] ?? 1000), Number(process.argv[3] ?? 10)];
const BALANCED = process.argv[4] === 'balanced';
// the most memory the process ever held, said at its end
const TELL = `data:text/javascript,process.on("exit",()=>process.stderr.write("maxRSS "+process.resourceUsage().maxRSS+"\\n"))`;

const KEPT = process.env.BENCH_FOLDER;
const folder = KEPT ?? mkdtempSync(join(tmpdir(), 'thermostat-bench-'));
mkdirSync(join(folder, 'scaling'), { recursive: true });
for (let number = 0; number < GROUPS; number += 1)
  writeFileSync(join(folder, `scaling/g${number}.yaml`), spec(number));
const state = join(folder, 'state.json');
if (!existsSync(state)) {
  const applied = await cli(['apply', '--cloud', `sandbox:${state}`, '--out', join(folder, 'apply.txt')], {});
  console.log(`applied ${GROUPS} groups of ${SERVERS} in ${seconds(applied.took)}, exit ${applied.status}`);
}
const cloud = await serve();
try {
  await report('drift, nothing changed', 0);
} finally {
  cloud.process.kill('SIGKILL');
  if (KEPT === undefined) rmSync(folder, { recursive: true });
}

async function report(title, expected) {
  const before = await counts();
  const checked = await cli(['drift', '--out', join(folder, 'drift.txt')], cloud.env);
  const after = await counts();
  const requests = after - before;
  const memory = Number(/maxRSS (\d+)/.exec(checked.said)?.[1] ?? 0) / 1024;
  console.log(
    `${title}: exit ${checked.status} (expected ${expected}), ${requests} requests = ${(requests / GROUPS).toFixed(3)} a group, at most ${memory.toFixed(0)} MiB, ${seconds(checked.took)}`,
  );
}

function spec(number) {
  const balancer = BALANCED
    ? '  loadBalancer: { octavia: { listener: { protocol: HTTP, port: 80 }, subnet: private-subnet } }\n'
    : '';
  return `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: g${number} }
spec:
  size: { min: ${SERVERS}, max: ${SERVERS + 5} }
  server: { image: ubuntu-20.04, flavor: m1.small, networks: [ private-network ] }
${balancer}  scaling:
    cooldown: 60s
    paused: true
    policies:
      - { name: high, metric: cpu, above: 80%, for: 10m, add: 1 }
      - { name: low, metric: cpu, below: 20%, for: 30m, remove: 1 }
`;
}

/** The embedded cloud in a process of its own, with what was applied. */
async function serve() {
  const child = spawn(process.execPath, [CLI, 'sandbox', '--state', state], {
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

async function counts() {
  const answer = await fetch(`${cloud.base}sandbox/requests`);
  const { counts: by } = await answer.json();
  return sum(by);
}

function sum(value) {
  if (typeof value === 'number') return value;
  return Object.values(value ?? {}).reduce((total, one) => total + sum(one), 0);
}

function cli(words, env) {
  const begin = performance.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--import', TELL, CLI, ...words], {
      cwd: folder,
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

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
