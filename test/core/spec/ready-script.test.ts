/** The script by which a server says that it is ready, run as a server runs it. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeUserData } from '../../../src/core/spec/cloud-init/compose.ts';
import { READY_TOKEN, readyPart, readyScript } from '../../../src/core/spec/cloud-init/ready-script.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thermostat-ready-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts it with a stand-in for curl and one for cloud-init; answers once the start has returned. */
function start(check: string | null, { signalFails = 0, cloudInit = 0 } = {}): void {
  program('curl', `echo "$@" >>${folder}/signals\n[ "$(wc -l <${folder}/signals)" -gt ${signalFails} ]`);
  program('cloud-init', `exit ${cloudInit}`);
  writeFileSync(
    join(folder, 'script'),
    readyScript(check).replaceAll(READY_TOKEN, `${folder}/curl -i 'https://heat'`),
  );
  execFileSync('/bin/sh', [join(folder, 'script')], {
    env: {
      PATH: `${folder}:${process.env['PATH'] ?? ''}`,
      THERMOSTAT_READY_COPY: join(folder, 'per-boot', 'thermostat-ready'),
      THERMOSTAT_READY_LOG: join(folder, 'log'),
      THERMOSTAT_READY_PAUSE: '0.05',
    },
  });
}

function program(name: string, body: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`);
  chmodSync(join(folder, name), 0o755);
}

function log(): string {
  return existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8') : '';
}

async function until(text: string): Promise<void> {
  while (!log().includes(text)) await sleep(20);
}

function signals(): readonly string[] {
  const file = join(folder, 'signals');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

describe('the ready script', () => {
  it('sends one signal when cloud-init is done and the check succeeds', async () => {
    start('test -e .');
    await until('Heat was told');
    expect(signals()).toEqual([
      '-i https://heat --fail --silent --show-error --max-time 30 --data-binary {"status": "SUCCESS"}',
    ]);
  });

  it('sends none before, and goes on trying', async () => {
    start(`test -e ${folder}/ready`);
    await until('check failed 13 times');
    expect(signals()).toEqual([]);
    writeFileSync(join(folder, 'ready'), '');
    await until('Heat was told');
    expect(signals()).toHaveLength(1);
  });

  it('tries the signal again when Heat can not be reached', async () => {
    start('true', { signalFails: 2 });
    await until('Heat was told');
    expect(signals()).toHaveLength(3);
  });

  it('without a check is content with warnings of cloud-init, but not with an error', async () => {
    start(null, { cloudInit: 2 });
    await until('Heat was told');
    rmSync(join(folder, 'log'));
    rmSync(join(folder, 'signals'));
    const never = readyScript(null);
    expect(never).toContain(`check='[ "$cloud_init" != 1 ]'`);
    start(`${/check='(.*)'/.exec(never)?.[1]} || test -e ${folder}/end`, { cloudInit: 1 });
    await until('check failed 13 times');
    expect(signals()).toEqual([]);
    writeFileSync(join(folder, 'end'), '');
    await until('Heat was told');
  });

  it('leaves a copy for the next boot until Heat was told', async () => {
    start(`test -e ${folder}/ready`);
    const copy = join(folder, 'per-boot', 'thermostat-ready');
    expect(readFileSync(copy, 'utf8')).toBe(readFileSync(join(folder, 'script'), 'utf8'));
    writeFileSync(join(folder, 'ready'), '');
    await until('Heat was told');
    expect(existsSync(copy)).toBe(false);
  });

  it.each([`test "it's \\"me\\" $HOME" && true`, `[ 'größe' = "$(printf 'gr\\303\\266\\303\\237e')" ]`])(
    'runs the check %s as it was written, from a script of ASCII alone',
    async (check) => {
      start(check);
      await until('Heat was told');
      expect(readyScript(check)).toMatch(/^[\t\n\x20-\x7e]*$/);
    },
  );

  it('keeps its token readable for Heat in a composed message', () => {
    const message = composeUserData([
      { text: '#cloud-config\nhostname: größe\n', type: null, name: null },
      readyPart('curl -fs http://localhost/größe'),
    ]);
    expect(message).toContain(`until ${READY_TOKEN} --fail`);
  });
});
