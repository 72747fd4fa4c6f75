/** Prints a report on the terminal, or writes it to a file. */
import type { Publisher, Report } from '../../ports/forge.ts';
import { hasColour, paint, type Style, type TerminalStream } from './colour.ts';

export type ReportFormat = 'text' | 'markdown' | 'json';

export interface TerminalPublisherOptions {
  readonly format?: ReportFormat;
  /** Takes the report instead of the terminal. */
  readonly write?: (text: string) => Promise<void>;
  readonly stream?: TerminalStream;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export function createTerminalPublisher(options: TerminalPublisherOptions = {}): Publisher {
  const { format = 'text', write, stream = process.stdout, env = process.env } = options;
  const show = (text: string) => stream.write(hasColour(stream, env) ? coloured(text) : text);
  return {
    async publish(report) {
      const made = formatted(report, format);
      if (write !== undefined) await write(made);
      else if (format === 'text') show(made);
      else stream.write(made);
    },
    // Problems stand in the report already, each with its place.
    async annotate() {},
  };
}

function formatted(report: Report, format: ReportFormat): string {
  switch (format) {
    case 'text':
      return report.text;
    case 'markdown':
      return report.summary;
    case 'json':
      return report.json;
  }
}

const STYLES: readonly (readonly [RegExp, Style])[] = [
  [/^(WARNING|CAUTION|NOTE)$/, ['bold', 'red']],
  [/^\s*\+ /, 'green'],
  [/^\s*- {2,}\S/, 'red'],
  [/^\s*@ /, 'cyan'],
];

/** The first line is the verdict; the rest is coloured by how a line begins. */
function coloured(text: string): string {
  const [verdict = '', ...rest] = text.split('\n');
  return [paint('bold', verdict), ...rest.map(colouredLine)].join('\n');
}

function colouredLine(line: string): string {
  const style = STYLES.find(([pattern]) => pattern.test(line))?.[1];
  return style === undefined ? line : paint(style, line);
}
