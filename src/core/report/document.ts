/** The document model of a report: the same blocks become Markdown or terminal text. */

export type Piece =
  | string
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  /** Begins a new line in a table's cell; a blank where there are no lines in cells. */
  | { readonly kind: 'break'; readonly text: '' };

/** One line of foreign and own words; only a renderer turns it into a string. */
export type Line = readonly Piece[];

/** One line of a diff: ` ` context, `+` comes, `-` goes, `@` says what the next lines are about. */
export interface DiffLine {
  readonly mark: ' ' | '+' | '-' | '@';
  readonly text: string;
}

export type AlertTone = 'warning' | 'caution' | 'note' | 'tip';

export type Block =
  | { readonly kind: 'heading'; readonly line: Line }
  | { readonly kind: 'paragraph'; readonly lines: readonly Line[] }
  | { readonly kind: 'alert'; readonly tone: AlertTone; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly items: readonly Line[]; readonly numbered: boolean }
  | {
      readonly kind: 'table';
      readonly head: readonly Line[];
      /** Made one by one where there may be thousands: a renderer that has enough asks for no more. */
      readonly rows: Iterable<readonly Line[]>;
    }
  | { readonly kind: 'diff'; readonly lines: readonly DiffLine[] }
  | {
      readonly kind: 'fold';
      readonly summary: Line;
      readonly blocks: readonly Block[];
      /** Unfolded from the start. */
      readonly open?: boolean;
    }
  /** Small print, such as what the signs of a table mean. */
  | { readonly kind: 'legend'; readonly line: Line }
  | { readonly kind: 'footer'; readonly line: Line };

export type Document = readonly Block[];

/** The same again for each that asks, made when it is asked for. */
export function lazily<From, To>(all: Iterable<From>, make: (one: From) => To): Iterable<To> {
  return {
    *[Symbol.iterator]() {
      for (const one of all) yield make(one);
    },
  };
}

type Value = Piece | Line | number;

/** Template tag: `line\`${strong(name)} grows\`` keeps foreign text apart from our words until it is rendered. */
export function line(words: TemplateStringsArray, ...values: readonly Value[]): Line {
  return words.flatMap((word, index) => {
    const value = values[index];
    return [...(word === '' ? [] : [word]), ...(value === undefined ? [] : pieces(value))];
  });
}

export function strong(text: string | number): Piece {
  return { kind: 'strong', text: String(text) };
}

export function code(text: string): Piece {
  return { kind: 'code', text };
}

export function link(text: string, href: string): Piece {
  return { kind: 'link', text, href };
}

export const BREAK: Piece = { kind: 'break', text: '' };

/** A paragraph of one line. */
export function paragraph(content: Line): Block {
  return { kind: 'paragraph', lines: [content] };
}

/** `join(['a', 'b'], ', ')` for lines. */
export function join(lines: readonly Line[], separator: string): Line {
  return lines.flatMap((one, index) => (index === 0 ? one : [separator, ...one]));
}

function pieces(value: Value): Line {
  if (typeof value === 'number') return [String(value)];
  return isLine(value) ? value : [value];
}

function isLine(value: Piece | Line): value is Line {
  return Array.isArray(value);
}
