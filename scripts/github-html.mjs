// Turns Markdown into HTML by GitHub's rules: CommonMark and GFM, then alerts, coloured diffs and mermaid.
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const ALERTS = {
  NOTE: ['Note', 'info'],
  TIP: ['Tip', 'light-bulb'],
  IMPORTANT: ['Important', 'report'],
  WARNING: ['Warning', 'alert'],
  CAUTION: ['Caution', 'stop'],
};
const DIFF_CLASSES = { '+': 'pl-mi1', '-': 'pl-md', '@': 'pl-mdr' };

/** HTML as CommonMark and GFM make it, HTML in the text left in. */
export function gfmHtmlOf(markdown) {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}

/** `icon(name)` gives an octicon's SVG; `unfold` opens what is folded. */
export function githubHtml(markdown, { icon, unfold }) {
  const html = gfmHtmlOf(markdown)
    .replaceAll(/<blockquote>\s*<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*/g, (_, kind) =>
      alert(kind, icon),
    )
    .replaceAll(/(<div class="markdown-alert[\s\S]*?)<\/blockquote>/g, '$1</div>')
    .replaceAll('<p></p>', '')
    .replaceAll(/<pre><code class="language-diff">([\s\S]*?)<\/code><\/pre>/g, (_, code) => diff(code))
    .replaceAll(
      /<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g,
      '<pre class="mermaid">$1</pre>',
    );
  return unfold ? html.replaceAll('<details>', '<details open>') : html;
}

function alert(kind, icon) {
  const [title, name] = ALERTS[kind];
  return `<div class="markdown-alert markdown-alert-${kind.toLowerCase()}"><p class="markdown-alert-title">${icon(name)}${title}</p><p>`;
}

function diff(code) {
  const lines = code
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      const name = DIFF_CLASSES[line[0]];
      return name ? `<span class="${name}">${line}</span>` : line;
    });
  return `<div class="highlight highlight-source-diff"><pre>${lines.join('\n')}</pre></div>`;
}
