/** Text to YAML documents, whatever the text: bounded in depth, size and time, never an exception. */
import { Composer, type CST, type Document, Lexer, Parser } from 'yaml';
import { syntaxMessage } from './yaml-syntax.ts';

export const MAX_DEPTH = 100;
/** A template of Heat's limit, 512 KiB, has about 400,000. */
const MAX_TOKENS = 500_000;
const MAX_DOCUMENTS = 5_000;

export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface YamlText {
  /** Those before the first place that is no YAML. */
  readonly documents: readonly Document.Parsed[];
  readonly text: string;
  readonly placeOf: (offset: number) => Place;
  /** Where and why reading stopped; null = the whole text was read. */
  readonly stopped: (Place & { readonly message: string }) | null;
}

/** Reads every document of the text. */
export function readYamlText(text: string): YamlText {
  const lines = lineStarts(text);
  const documents: Document.Parsed[] = [];
  const placeOf = (offset: number) => place(lines, Math.min(Math.max(offset, 0), text.length));
  const stopped = compose(text, documents);
  return {
    documents,
    text,
    placeOf,
    stopped: stopped === null ? null : { ...placeOf(stopped.offset), message: stopped.message },
  };
}

interface Stop {
  readonly offset: number;
  readonly message: string;
}

/** Thrown by us alone, through the composer, so that the first error ends the work. */
class SyntaxStop extends Error {
  readonly stop: Stop;
  constructor(stop: Stop) {
    super(stop.message);
    this.stop = stop;
  }
}

function compose(text: string, documents: Document.Parsed[]): Stop | null {
  const composer = new Composer({
    schema: 'failsafe', // every scalar stays text: what it means is decided by who reads it
    uniqueKeys: false, // takes quadratic time; our own walk sees duplicates
    resolveKnownTags: false,
    logLevel: 'silent',
  });
  stopAtFirstError(composer);
  try {
    for (const token of tokens(text)) {
      for (const document of composer.next(token)) add(documents, document);
    }
    for (const document of composer.end()) add(documents, document);
    return null;
  } catch (error) {
    if (error instanceof SyntaxStop) return error.stop;
    if (error instanceof RangeError) return { offset: 0, message: TOO_DEEP };
    throw error;
  }
}

const TOO_DEEP = `the text is nested more than ${MAX_DEPTH} levels deep; nest it less`;

function* tokens(text: string): Generator<CST.Token> {
  const parser = new Parser();
  let count = 0;
  let before = '\n';
  for (const lexeme of new Lexer().lex(text)) {
    if (++count > MAX_TOKENS) stop(parser.offset, 'the file holds too much to be one spec file; split it');
    const refused = refusedLexeme(lexeme, before, parser);
    if (refused !== null) stop(parser.offset, refused);
    before = lexeme;
    for (const token of parser.next(lexeme)) yield checked(token);
    if (parser.stack.length > MAX_DEPTH) stop(parser.offset, TOO_DEEP);
  }
  for (const token of parser.end()) yield checked(token);
}

/** In front of a scalar's text the lexer puts this sign. */
const SCALAR_FOLLOWS = '\u001F';

/** What PyYAML refuses, or reads otherwise, though the parser lets it pass. */
function refusedLexeme(lexeme: string, before: string, parser: Parser): string | null {
  if (lexeme === '?' && before !== SCALAR_FOLLOWS) {
    return 'a key is written with "? " here; write "key: value" instead';
  }
  const atLineStart = before.endsWith('\n') && /^ *\t[ \t]*$/.test(lexeme);
  if (atLineStart && parser.stack.at(-1)?.type !== 'flow-collection')
    return syntaxMessage('TAB_AS_INDENT', '');
  return null;
}

function checked(token: CST.Token): CST.Token {
  if (token.type === 'error') stop(token.offset, syntaxMessage('UNEXPECTED_TOKEN', token.message));
  return token;
}

function add(documents: Document.Parsed[], document: Document.Parsed): void {
  const [error] = document.errors;
  if (error !== undefined) stop(error.pos[0], syntaxMessage(error.code, error.message));
  if (documents.length >= MAX_DOCUMENTS) {
    stop(document.range[0], `the file holds more than ${MAX_DOCUMENTS} documents; split it`);
  }
  documents.push(document);
}

function stop(offset: number, message: string): never {
  throw new SyntaxStop({ offset, message });
}

/**
 * The composer goes on after an error and may report one for each character of a hostile file.
 * Its handler is not part of its public type; without it `add` still finds the errors, only later.
 */
function stopAtFirstError(composer: Composer): void {
  let first: SyntaxStop | null = null;
  const handler = (source: unknown, code: string, message: string, warning?: boolean) => {
    if (warning === true) return;
    first ??= new SyntaxStop({ offset: offsetOf(source), message: syntaxMessage(code, message) });
    throw first;
  };
  Reflect.set(composer, 'onError', handler);
}

function offsetOf(source: unknown): number {
  if (typeof source === 'number') return source;
  if (Array.isArray(source)) return Number(source[0]);
  if (typeof source === 'object' && source !== null && 'offset' in source) return Number(source.offset);
  return 0;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function place(starts: readonly number[], offset: number): Place {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
