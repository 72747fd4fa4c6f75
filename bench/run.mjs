// Measures what users wait for, side by side in one run, and prints ratios: start-up, checks of many groups, the comment on a plan of many, then a real cloud if one is named.
// node bench/run.mjs [10,100,1000,10000]; BENCH_CLOUD names a cloud of OS_CLIENT_CONFIG_FILE, BENCH_CLIENT the words that begin an OpenStack command.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spec } from './many-groups.mjs';

const DIST = resolve(import.meta.dirname, '../dist');
const { BENCH_CLOUD, BENCH_CLIENT } = process.env;

start();
follow('checks.mjs', process.argv.slice(2));
follow('comment.mjs', process.argv.slice(2));
if (BENCH_CLOUD) follow('real.mjs', [BENCH_CLOUD, ...(BENCH_CLIENT ? [BENCH_CLIENT] : [])]);

function start() {
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-bench-'));
  mkdirSync(join(folder, 'scaling'));
  writeFileSync(join(folder, 'scaling/web.yaml'), spec('web', 2));
  const ways = {
    'node -e 0': ['-e', '0'],
    'cli.js --help': [join(DIST, 'cli.js'), '--help'],
    'cli.js validate, one spec': [join(DIST, 'cli.js'), 'validate'],
    'main.js validate, one spec': [join(DIST, 'main.js')],
  };
  const times = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
  // in turns: the machine may be busy with other things
  for (let round = 0; round < 11; round += 1)
    for (const [way, words] of Object.entries(ways)) times[way].push(timed(() => run(words, folder)));
  rmSync(folder, { recursive: true });
  // the quickest of each: whatever else the machine does only adds
  const bare = Math.min(...times['node -e 0']);
  for (const [way, taken] of Object.entries(times))
    console.log(
      `${way.padEnd(30)} ${Math.min(...taken)
        .toFixed(0)
        .padStart(6)} ms   ${(Math.min(...taken) / bare).toFixed(1)} × bare node`,
    );
  console.log();
}

function run(words, cwd) {
  const env = { PATH: process.env.PATH, INPUT_COMMAND: 'validate', GITHUB_WORKSPACE: cwd };
  const { status, stderr } = spawnSync(process.execPath, words, { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr.slice(-500)}`);
}

function follow(name, words) {
  spawnSync(process.execPath, [join(import.meta.dirname, name), ...words], { stdio: 'inherit' });
}

function timed(work) {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}
