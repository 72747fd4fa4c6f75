/** Where words for the person who watches go. */

export interface Log {
  info(line: string): void;
  warn(line: string): void;
  debug(line: string): void;
}
