/** Starts the bundled action as a runner does: its inputs, its event, its files, an empty environment else. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface JobInput {
  /** Path of the bundle. */
  readonly main: string;
  readonly apiUrl: string;
  readonly event: string;
  readonly payload: object;
  readonly sha: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Files of the checked-out repository. */
  readonly files: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface JobResult {
  readonly code: number | null;
  /** The log as the runner got it, commands included. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The file that the output `report` names. */
  readonly report: string;
}

export async function runJob(input: JobInput): Promise<JobResult> {
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-job-'));
  try {
    for (const name of ['output', 'summary']) writeFileSync(join(folder, name), '');
    writeFileSync(join(folder, 'event.json'), JSON.stringify(input.payload));
    for (const [path, text] of Object.entries(input.files)) {
      mkdirSync(dirname(join(folder, 'workspace', path)), { recursive: true });
      writeFileSync(join(folder, 'workspace', path), text);
    }
    mkdirSync(join(folder, 'workspace'), { recursive: true });
    const { code, log } = await start(input, folder);
    const outputs = outputsFrom(readFileSync(join(folder, 'output'), 'utf8'));
    return {
      code,
      log,
      outputs,
      summary: readFileSync(join(folder, 'summary'), 'utf8'),
      report: outputs['report'] === undefined ? '' : readFileSync(outputs['report'], 'utf8'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(input: JobInput, folder: string): Promise<{ code: number | null; log: string }> {
  const child = spawn(process.execPath, [input.main], {
    cwd: join(folder, 'workspace'),
    env: { ...runnerEnvironment(input, folder), ...inputVariables(input.inputs), ...input.env },
  });
  let log = '';
  child.stdout.on('data', (part) => {
    log += part;
  });
  child.stderr.on('data', (part) => {
    log += part;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, log })));
}

function runnerEnvironment(input: JobInput, folder: string): Record<string, string> {
  return {
    HOME: folder,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: input.apiUrl,
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_REPOSITORY: 'shop/infra',
    GITHUB_EVENT_NAME: input.event,
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
    GITHUB_SHA: input.sha,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_RUN_ID: '42',
    GITHUB_WORKSPACE: join(folder, 'workspace'),
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    RUNNER_TEMP: folder,
  };
}

/** As actions/runner: blanks become `_`, upper case, hyphens stay. */
function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  );
}

/** `name<<delimiter`, the value, the delimiter. */
function outputsFrom(text: string): Record<string, string> {
  const found = [...text.matchAll(/^([\w-]+)<<(ghadelimiter_\S+)\r?\n([\s\S]*?)\r?\n\2$/gm)];
  return Object.fromEntries(found.map(([, name = '', , value = '']) => [name, value]));
}
