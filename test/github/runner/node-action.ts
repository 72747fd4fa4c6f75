/** Starts an action as a process, the way a runner does. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { ActionFile } from './action-file.ts';
import type { StepLog } from './log-commands.ts';

export interface NodeAction {
  readonly file: ActionFile;
  /** The bundle, absolute. */
  readonly main: string;
  readonly workspace: string;
  /** What `with:` gives, worked out. */
  readonly given: Readonly<Record<string, string>>;
  /** The defaults of action.yml, worked out. */
  readonly defaults: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly log: StepLog;
  readonly started: (child: ChildProcess) => void;
}

/** The exit code; null when it was killed. */
export async function runNodeAction(action: NodeAction): Promise<number | null> {
  const { file, main, workspace, given, defaults, environment, log, started } = action;
  const unexpected = Object.keys(given).filter((name) => !file.inputs.has(name));
  if (unexpected.length > 0) {
    const valid = [...file.inputs.keys()].map((name) => `'${name}'`).join(', ');
    const said = unexpected.map((name) => `'${name}'`).join(', ');
    log.annotate({ level: 'warning', message: `Unexpected input(s) ${said}, valid inputs are [${valid}]` });
  }
  const child = spawn(process.execPath, [main], {
    cwd: workspace,
    env: { ...environment, ...inputVariables({ ...defaults, ...given }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started(child);
  const lines = [readLines(child.stdout, log), readLines(child.stderr, log)];
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  for (const end of lines) end();
  return code;
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

/** Hands over whole lines; what comes back hands over the rest. */
function readLines(stream: NodeJS.ReadableStream, log: StepLog): () => void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (part: string) => {
    const lines = (rest + part).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) log.add(line);
  });
  return () => {
    if (rest !== '') log.add(rest);
  };
}
