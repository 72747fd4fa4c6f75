/** Words on stderr for the person at the terminal, so that stdout holds only the report. */
import type { Log } from '../../ports/log.ts';
import { hasColour, paint, type Style, type TerminalStream } from './colour.ts';
import { printable } from './printable.ts';

export interface TerminalLogOptions {
  readonly stream?: TerminalStream;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Debug lines appear only with THERMOSTAT_DEBUG. */
export function createTerminalLog(options: TerminalLogOptions = {}): Log {
  const { stream = process.stderr, env = process.env } = options;
  const coloured = hasColour(stream, env);
  const say = (style: Style | null, line: string) => {
    const text = printable(line);
    stream.write(`${coloured && style !== null ? paint(style, text) : text}\n`);
  };
  return {
    info: (line) => say(null, line),
    warn: (line) => say('yellow', `warning: ${line}`),
    debug: (line) => {
      if (env['THERMOSTAT_DEBUG']) say('dim', line);
    },
  };
}
