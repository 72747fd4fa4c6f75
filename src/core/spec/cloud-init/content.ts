/** Text of user data, or of a part of it, with the places of its lines in the file they were read from. */
import type { Finding, Position, Problem } from '../../../model/problem.ts';

export interface Content {
  readonly text: string;
  /** Lines and columns of the text, from 1, to a place in a file. */
  readonly at: (line: number, column: number) => Position;
}

/** What a look at user data brings: what is wrong with it, and what a reviewer must know of it. */
export interface Checked {
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
}

export const NOTHING_WRONG: Checked = { problems: [], findings: [] };

/** The text is the whole of a file. */
export function fileContent(file: string, text: string): Content {
  return { text, at: (line, column) => ({ file, line, column }) };
}

/** The text stands in the content from this line on, `indent` characters in. */
export function inside(content: Content, text: string, firstLine: number, indent = 0): Content {
  return { text, at: (line, column) => content.at(firstLine + line - 1, column + indent) };
}

/** The text came out of the content by decoding: its lines have no places of their own. */
export function derived(at: Position, text: string): Content {
  return { text, at: () => at };
}

export function problemAt(content: Content, line: number, column: number, message: string): Problem {
  return { ...content.at(line, column), message };
}

export function together(checks: readonly Checked[]): Checked {
  return {
    problems: checks.flatMap(({ problems }) => problems),
    findings: checks.flatMap(({ findings }) => findings),
  };
}
