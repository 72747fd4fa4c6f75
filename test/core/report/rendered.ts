/** Reads a report as GitHub would: the tags that came of it, and the text between them. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

export interface Rendered {
  /** `<p>`, `</p>`, … in order; what the same words may be written with in several ways is left out. */
  readonly tags: readonly string[];
  /** All text, as it is read: entities decoded, blanks run together. */
  readonly text: string;
  /** Where GitHub looks for mentions, issues, emoji and addresses: not in code, not in links. */
  readonly prose: readonly string[];
  /** Of links and pictures. */
  readonly addresses: readonly string[];
}

/** Inline code is written as a span or as HTML, bold as `**` or `<b>`, a dollar inside a span. */
const WRITTEN_ANY_WAY = /^<\/?(?:code|b|strong|span)\b/;
const SILENT = /^<\/?(?:code|pre|a)\b/;

export function rendered(markdown: string): Rendered {
  const html = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  const tags: string[] = [];
  const prose: string[] = [];
  const addresses: string[] = [];
  let text = '';
  let silence = 0;
  for (const piece of html.split(/(<!--[\s\S]*?-->|<[^>]*>)/)) {
    if (!piece.startsWith('<')) {
      text += decoded(piece);
      if (silence === 0) prose.push(decoded(piece));
      continue;
    }
    const address = /^<(?:a|img)\b.*?(?:href|src)="([^"]*)"/.exec(piece)?.[1];
    if (address !== undefined) addresses.push(address);
    if (SILENT.test(piece)) silence += piece.startsWith('</') ? -1 : 1;
    if (!WRITTEN_ANY_WAY.test(piece)) tags.push(piece.replace(/ (?:href|src|digest)="[^"]*"/, ''));
  }
  return { tags, text: unspaced(text), prose, addresses };
}

/** Blanks don't count, nor what we put in to break a link. */
export function unspaced(text: string): string {
  return text.replaceAll('\u200B', '').replaceAll(/\s+/g, '');
}

/** null when every tag that opens is closed, in turn. */
export function unbalanced({ tags }: Rendered): string | null {
  const open: string[] = [];
  for (const tag of tags) {
    const name = /^<\/?([a-z0-9]+)/.exec(tag)?.[1];
    if (name === undefined || /^<(?:br|hr|img|input)\b/.test(tag)) continue;
    if (!tag.startsWith('</')) open.push(name);
    else if (open.pop() !== name) return `${tag} closes nothing`;
  }
  return open.length === 0 ? null : `<${open.at(-1)}> stays open`;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|([a-z]+));/g, (whole, code, name) =>
    code === undefined ? (ENTITIES[name] ?? whole) : String.fromCodePoint(Number(code)),
  );
}
