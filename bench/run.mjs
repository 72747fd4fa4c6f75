// Measures what users wait for, side by side in one run, and prints ratios: start-up, and plans of many groups.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const CLI = resolve(import.meta.dirname, '../dist/cli.js');
const SIZES = (process.argv[2] ?? '10,100').split(',').map(Number);

const bare = median(9, () => run(['-e', '0']));
const start = median(9, () => run([CLI, '--help']));
row('start: node -e 0', bare);
row('start: thermostat --help', start, `${(start / bare).toFixed(1)} × bare node`);

let earlier = null;
for (const size of SIZES) {
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-bench-'));
  mkdirSync(join(folder, 'scaling'));
  for (let number = 0; number < size; number += 1)
    writeFileSync(join(folder, `scaling/g${number}.yaml`), spec(number));
  const cloud = `sandbox:${join(folder, 'state.json')}`;
  const applied = timed(() => cli(folder, ['apply', '--cloud', cloud]));
  const planned = timed(() => cli(folder, ['plan', '--cloud', cloud]));
  const growth = earlier
    ? `${(planned / earlier.planned).toFixed(1)} × the time for ${(size / earlier.size).toFixed(0)} × the groups`
    : '';
  row(`apply ${size} new groups of 2`, applied, `${(applied / size).toFixed(1)} ms a group`);
  row(`plan ${size} unchanged groups`, planned, `${(planned / size).toFixed(1)} ms a group ${growth}`);
  earlier = { size, planned };
  rmSync(folder, { recursive: true });
}

function spec(number) {
  return `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: g${number} }
spec:
  size: { min: 2, max: 8 }
  server: { image: ubuntu-20.04, flavor: m1.small, networks: [ private-network ] }
  scaling: { cooldown: 60s, policies: [ { name: out, add: 1 } ] }
`;
}

function cli(cwd, words) {
  const { status, stderr } = spawnSync(process.execPath, [CLI, ...words, '--out', join(cwd, 'report.txt')], {
    cwd,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr.slice(-500)}`);
}

function run(words) {
  execFileSync(process.execPath, words, { stdio: 'ignore' });
}

function timed(work) {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

function median(times, work) {
  return Array.from({ length: times }, () => timed(work)).sort((a, b) => a - b)[Math.floor(times / 2)];
}

function row(what, milliseconds, note = '') {
  console.log(`${what.padEnd(36)} ${milliseconds.toFixed(0).padStart(8)} ms   ${note}`);
}
