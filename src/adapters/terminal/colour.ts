/** Colour for those who can see it. */
import { styleText } from 'node:util';

export interface TerminalStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export type Style = Parameters<typeof styleText>[0];

/** NO_COLOR as https://no-color.org has it: present and not empty. */
export function hasColour(
  stream: TerminalStream,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}

/** We decided already: newer Nodes would ask stdout once more, which need not be our stream. */
export function paint(style: Style, text: string): string {
  return styleText(style, text, { validateStream: false });
}
