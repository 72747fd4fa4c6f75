// The cases of test/fidelity on the real OpenStack: all, or those whose names hold one of the words given.
import { spawn } from 'node:child_process';

const words = process.argv.slice(2).join('\n');
const run = spawn(
  'npx',
  ['vitest', 'run', '--config', 'vitest.walk.config.ts', '--reporter=dot', 'test/openstack/fidelity.walk.ts'],
  { stdio: 'inherit', env: { ...process.env, FIDELITY: words } },
);
run.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
