/** The job's log: foreign words in it never become commands to the runner. */
import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';
import type { Log } from '../../ports/log.ts';

export function createJobLog(): Log {
  return {
    info: (line) => core.info(harmless(line)),
    warn: (line) => core.warning(line),
    debug: (line) => core.debug(line),
  };
}

/** Prints a text of many lines; the runner reads no commands in it (actions/runner ActionCommandManager). */
export function printText(text: string): void {
  const token = randomUUID();
  process.stdout.write(`::stop-commands::${token}\n${printable(text)}\n::${token}::\n`);
}

/** A line that begins with `::`, or holds `##[`, would be a command. */
function harmless(line: string): string {
  return printable(line)
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll('##[', '## [')
    .replace(/^\s*::/, '. ::');
}

function printable(text: string): string {
  return text.replaceAll(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '\uFFFD');
}
