/** The terminal's door: words in, a report and an exit code out. */
import { writeFile } from 'node:fs/promises';
import { type Arguments, OPTIONS, parseArguments } from './adapters/terminal/arguments.ts';
import { createIssuePreview } from './adapters/terminal/issues.ts';
import { createTerminalLog } from './adapters/terminal/log.ts';
import { createTerminalPublisher } from './adapters/terminal/publisher.ts';
import { fileSystemTree } from './adapters/terminal/source-tree.ts';
import { chooseCloud } from './choose-cloud.ts';
import type { ReaderParts } from './commands/parts.ts';
import { COMMANDS, isCommandName } from './commands/table.ts';
import { errorLine } from './ports/errors.ts';
import type { Log } from './ports/log.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
  const parsed = parseArguments(words);
  if (!parsed.ok) return fail(`${parsed.message}; \`thermostat --help\` lists what there is`);
  const { command, help } = parsed.arguments;
  if (help || command === '' || command === 'help') {
    process.stdout.write(usage());
    return help || command === 'help' ? 0 : 1;
  }
  try {
    return await run(command, parsed.arguments);
  } catch (error) {
    return fail(errorLine(error));
  }
}

async function run(command: string, settings: Arguments): Promise<number> {
  if (command === 'demo') return (await import('./demo.ts')).demo();
  if (command === 'sandbox')
    return (await import('./sandbox/serve.ts')).serveSandbox({
      port: settings.port,
      stateFile: settings.state,
      speed: settings.speed,
    });
  if (!isCommandName(command)) {
    return fail(
      `there is no command ${JSON.stringify(command)}; there are: ${[...Object.keys(COMMANDS), 'demo', 'sandbox'].join(', ')}`,
    );
  }
  const log = createTerminalLog();
  const cloud = await chooseCloud({ cloud: settings.cloud, env: process.env, cwd: process.cwd(), log });
  try {
    const write = settings.out === null ? undefined : (text: string) => writeFile(settings.out ?? '', text);
    const result = await COMMANDS[command].run(
      {
        tree: fileSystemTree(process.cwd()),
        reader: cloud.reader,
        writer: cloud.writer,
        clock: cloud.clock,
        balancers: cloud.balancers,
        probes: cloud.probes,
        log,
        ...issuePreview(settings, log),
        ...patchFile(settings),
        publisher: createTerminalPublisher({ format: settings.format, ...(write ? { write } : {}) }),
      },
      { ...settings, report: { links: { horizon: settings.horizon } } },
    );
    return result.exitCode;
  } finally {
    await cloud.close();
  }
}

function issuePreview({ issues, maxIssues, cloud }: Arguments, log: Log): Pick<ReaderParts, 'issues'> {
  return issues ? { issues: { keeper: createIssuePreview(log), max: maxIssues, place: cloud ?? '' } } : {};
}

function patchFile({ patch }: Arguments): Pick<ReaderParts, 'patch'> {
  return patch === null ? {} : { patch: (text) => writeFile(patch, text) };
}

function fail(line: string): number {
  process.stderr.write(`thermostat: ${line}\n`);
  return 1;
}

function usage(): string {
  const commands = [
    ...Object.entries(COMMANDS).map(([name, { summary }]): [string, string] => [name, summary]),
    ['demo', 'see the whole loop in a minute, with no cloud'],
    ['sandbox', 'serve the embedded cloud on loopback'],
  ];
  const options = Object.entries(OPTIONS).map(([name, option]): [string, string] => [
    `--${name}${'value' in option ? ` ${option.value}` : ''}`,
    option.help,
  ]);
  const list = (rows: readonly (readonly string[])[]) =>
    rows.map(([left = '', right = '']) => `  ${left.padEnd(20)} ${right}\n`).join('');
  return `Thermostat: GitOps for autoscaling on OpenStack\n\nthermostat COMMAND [OPTIONS]\n\n${list(commands)}\n${list(options)}\nExit codes: 0 well, 1 error, 2 changes, drift or unhealthy, 3 refused.\n`;
}
