import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import {
  lazily
} from "./chunk-Q3CFLGCV.js";

// src/core/report/visible.ts
var HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029\u{E0000}-\u{E0FFF}]/gu;
function visible(text) {
  if (/^[ -~]*$/.test(text)) return text;
  return text.replaceAll(/\r\n|[\n\r\t]/g, " ").replaceAll(HIDDEN, codePointName);
}
function clip(text, limit) {
  if (text.length <= limit) return text;
  const cut = text.slice(0, Math.max(0, limit - 1));
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
function oneLine(text, limit) {
  return visible(clip(text, limit)).trim();
}
function codePointName(character) {
  const code = character.codePointAt(0) ?? 0;
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}

// src/core/report/text.ts
var WIDTH = 110;
var WIDEST_COLUMN = 60;
var ALERT_NAME = { warning: "WARNING", caution: "CAUTION", note: "NOTE", tip: "TIP" };
function* textParts(all) {
  let gap = "";
  for (const one of all) {
    yield `${gap}${block(one, "")}
`;
    gap = "\n";
  }
}
function blocks(document, indent) {
  return document.map((one) => block(one, indent));
}
function block(one, indent) {
  switch (one.kind) {
    case "heading":
    case "legend":
    case "footer":
      return wrap(plain(one.line), indent);
    case "paragraph":
      return one.lines.map((each) => wrap(plain(each), indent)).join("\n");
    case "alert":
      return [
        `${indent}${ALERT_NAME[one.tone]}`,
        ...one.lines.map((each) => wrap(plain(each), `${indent}  `))
      ].join("\n");
    case "list":
      return one.items.map((item, index) => listItem(item, one.numbered ? index + 1 : null, indent)).join("\n");
    case "table":
      return table([one.head, ...one.rows], indent);
    case "diff":
      return one.lines.map((each) => `${indent}${diffLine(each)}`.trimEnd()).join("\n");
    case "fold":
      return [wrap(plain(one.summary), indent), ...blocks(one.blocks, `${indent}  `)].join("\n");
  }
}
function listItem(item, number, indent) {
  const bullet = number === null ? "- " : `${number}. `;
  return wrap(`${bullet}${plain(item)}`, indent, indent + " ".repeat(bullet.length));
}
function diffLine(one) {
  return one.mark === "@" ? `@ ${visible(one.text)}` : `${one.mark} ${visible(one.text)}`;
}
function table(rows, indent) {
  const cells = rows.map((row) => row.map((cell2) => plain(cell2)));
  const columns = Math.max(...cells.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) => columnWidth(cells, column));
  const widest = Math.max(...cells.map((row) => `${indent}${alignRow(row, widths)}`.trimEnd().length));
  if (widest > WIDTH) return records(cells, indent);
  return cells.map((row) => `${indent}${alignRow(row, widths)}`.trimEnd()).join("\n");
}
function records([head = [], ...rows], indent) {
  return rows.flatMap(([first = "", ...rest]) => [
    wrap(/^\d+$/.test(first) ? `${head[0]} ${first}` : first, indent),
    ...rest.map((cell2, index) => ({ cell: cell2, name: head[index + 1] ?? "" })).filter(({ cell: cell2 }) => cell2 !== "").map(({ cell: cell2, name }) => wrap(`${name}: ${cell2}`, `${indent}  `, `${indent}    `))
  ]).join("\n");
}
function columnWidth(rows, column) {
  return Math.min(WIDEST_COLUMN, Math.max(...rows.map((row) => row[column]?.length ?? 0)));
}
function alignRow(row, widths) {
  return row.map((cell2, column) => cell2.padEnd(widths[column] ?? 0)).join("  ");
}
function plain(content) {
  return content.map((piece) => typeof piece === "string" ? visible(piece) : wordsOf(piece)).join("").trim();
}
function wordsOf(piece) {
  return piece.kind === "break" ? "  " : visible(piece.text);
}
function wrap(text, first, next = first) {
  const lines = [];
  let current = first;
  for (const word of text.split(" ")) {
    const fits = current.trim() === "" || current.length + 1 + word.length <= WIDTH;
    if (!fits) {
      lines.push(current);
      current = next;
    }
    current += current.trim() === "" ? word : ` ${word}`;
  }
  return [...lines, current].join("\n");
}

// src/core/report/clip-block.ts
var PIECES = 6;
function clipBlock(block3, limit) {
  const lines = (all) => all.map((one) => clipLine(one, limit));
  switch (block3.kind) {
    case "heading":
    case "legend":
    case "footer":
      return { ...block3, line: clipLine(block3.line, limit) };
    case "paragraph":
    case "alert":
      return { ...block3, lines: lines(block3.lines) };
    case "list":
      return { ...block3, items: lines(block3.items) };
    case "table":
      return { ...block3, rows: lazily(block3.rows, lines) };
    case "diff":
      return block3;
    case "fold":
      return {
        ...block3,
        summary: clipLine(block3.summary, limit),
        blocks: block3.blocks.map((one) => clipBlock(one, limit))
      };
  }
}
function clipLine(line, limit) {
  let room = limit * PIECES;
  const clipped = [];
  for (const piece of line) {
    if (room <= 0) return [...clipped, "…"];
    const shorter = clipPiece(piece, limit);
    clipped.push(shorter);
    room -= typeof shorter === "string" ? shorter.length : shorter.text.length;
  }
  return clipped;
}
function clipPiece(piece, limit) {
  if (typeof piece === "string") return clip(piece, limit);
  if (piece.kind === "break") return piece;
  return { ...piece, text: clip(piece.text, limit) };
}

// src/core/report/fit.ts
import { Buffer } from "node:buffer";
var FULL = {
  level: 0,
  unchangedNames: true,
  bars: true,
  serverNames: 200,
  diffLines: 5e3,
  columns: 2e3,
  folds: 1e4,
  rows: 1e4,
  sentences: 20,
  dangerNames: 6,
  words: 2e3
};
var ALL = Number.POSITIVE_INFINITY;
var WHOLE = {
  ...FULL,
  serverNames: ALL,
  diffLines: ALL,
  columns: ALL,
  folds: ALL,
  rows: ALL,
  sentences: ALL,
  dangerNames: ALL,
  words: ALL
};
var LEVELS = stepwise([
  {},
  { unchangedNames: false },
  { diffLines: 200, columns: 400 },
  { diffLines: 40, columns: 200 },
  { serverNames: 0, bars: false },
  { diffLines: 0, dangerNames: 3 },
  { folds: 100, words: 500 },
  { folds: 20, rows: 200, sentences: 10 },
  { folds: 0, rows: 60, dangerNames: 0, words: 200 },
  { rows: 10, sentences: 3, words: 60 }
]);
var COMMENT_BUDGET = 65e3;
var SUMMARY_BUDGET = 1024 * 1024 - 4096;
var DOCUMENT_BUDGET = 64 * 1024 * 1024;
function fitWithin(render, budget, size, levels = LEVELS) {
  for (const level of levels.slice(0, -1)) {
    const text = joinWithin(render(level), budget, size);
    if (text !== null) return text;
  }
  return [...render(levels.at(-1) ?? FULL)].join("");
}
function joinWithin(parts, budget, size) {
  const taken = [];
  let total = 0;
  for (const part of parts) {
    total += size(part);
    if (total > budget) return null;
    taken.push(part);
  }
  return taken.join("");
}
function utf16Units(text) {
  return text.length;
}
function utf8Bytes(text) {
  return Buffer.byteLength(text, "utf8");
}
function stepwise(steps) {
  const [first, ...rest] = steps;
  const levels = [{ ...FULL, ...first }];
  for (const step of rest) levels.push({ ...levels.at(-1) ?? FULL, ...step, level: levels.length });
  return levels;
}

// src/core/report/markdown.ts
var ZERO_WIDTH_SPACE = "&#8203;";
var ALERT_NAME2 = { warning: "WARNING", caution: "CAUTION", note: "NOTE", tip: "TIP" };
var DIFF_PREFIX = { " ": "  ", "+": "+ ", "-": "- ", "@": "@@ " };
function toMarkdown(document) {
  return [...markdownParts(document)].join("");
}
function* markdownParts(blocks2) {
  let gap = "";
  for (const one of blocks2) {
    yield gap;
    yield* one.kind === "table" ? tableLines(one) : [`${block2(one)}
`];
    gap = "\n";
  }
}
function block2(one) {
  switch (one.kind) {
    case "heading":
      return `### 🌡️ ${inline(one.line)}`;
    case "paragraph":
      return one.lines.map(startOfLine).join("  \n");
    case "alert":
      return alert(one.tone, one.lines);
    case "list":
      return one.items.map((item, index) => `${one.numbered ? `${index + 1}.` : "-"} ${startOfLine(item)}`).join("\n");
    case "table":
      return [...tableLines(one)].join("").trimEnd();
    case "diff":
      return fence(one.lines);
    case "fold":
      return fold(one);
    case "legend":
    case "footer":
      return `<sub>${inline(one.line)}</sub>`;
  }
}
function alert(tone, lines) {
  const [first, ...rest] = lines;
  const body = first !== void 0 && rest.length === 0 ? [startOfLine(first)] : lines.map(bulleted);
  return [`[!${ALERT_NAME2[tone]}]`, ...body].map((each) => `> ${each}`).join("\n");
}
function bulleted(content) {
  return `- ${startOfLine(content)}`;
}
function fold({ summary, blocks: blocks2, open }) {
  const head = `<details${open ? " open" : ""}><summary>${summary.map(htmlPiece).join("")}</summary>`;
  return [head, ...blocks2.map(block2), "</details>"].join("\n\n");
}
function* tableLines({ head, rows }) {
  const cells = (row) => `| ${row.map(cell).join(" | ")} |
`;
  yield cells(head);
  yield `|${" --- |".repeat(head.length)}
`;
  for (const row of rows) yield cells(row);
}
function cell(content) {
  return content.map(cellPiece).join("");
}
function cellPiece(piece) {
  if (typeof piece === "string" || piece.kind !== "code" || /^[\w./:-]+$/.test(piece.text)) {
    return inlinePiece(piece);
  }
  return `<code>${escapeMarkdown(piece.text)}</code>`;
}
function fence(lines) {
  const body = lines.map((one) => {
    const text = `${DIFF_PREFIX[one.mark]}${visible(one.text)}`;
    return (one.mark === "@" ? `${text} @@` : text).trimEnd();
  });
  const longest = Math.max(0, ...body.map((text) => longestRun(text)));
  const ticks = "`".repeat(Math.max(3, longest + 1));
  return [`${ticks}diff`, ...body, ticks].join("\n");
}
function longestRun(text) {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
function startOfLine(content) {
  return inline(content).replace(/^(\d+)([.)])/, "$1\\$2").replace(/^([-+=#:])/, "\\$1");
}
function inline(content) {
  return content.map(inlinePiece).join("").trim();
}
function inlinePiece(piece) {
  if (typeof piece === "string") return escapeMarkdown(piece);
  switch (piece.kind) {
    case "strong":
      return strongText(piece.text.trim());
    case "code":
      return codeSpan(piece.text);
    case "link":
      return linked(escapeMarkdown(piece.text), piece.href, (label, href) => `[${label}](${href})`);
    case "break":
      return "<br>";
  }
}
function strongText(text) {
  return /^\w(.*\w)?$/s.test(text) ? `**${escapeMarkdown(text)}**` : `<b>${escapeMarkdown(text)}</b>`;
}
function htmlPiece(piece) {
  if (typeof piece === "string") return escapeHtml(piece);
  switch (piece.kind) {
    case "strong":
      return `<b>${escapeHtml(piece.text)}</b>`;
    case "code":
      return `<code>${escapeHtml(piece.text)}</code>`;
    case "link":
      return linked(escapeHtml(piece.text), piece.href, (label, href) => `<a href="${href}">${label}</a>`);
    case "break":
      return "<br>";
  }
}
function codeSpan(text) {
  const content = visible(text).trim();
  if (content === "") return "``` ```";
  const ticks = "`".repeat(longestRun(content) + 1);
  const pad = /^`|`$/.test(content) ? " " : "";
  return `${ticks}${pad}${content}${pad}${ticks}`;
}
function linked(label, href, write) {
  if (!URL.canParse(href)) return label;
  const url = new URL(href);
  if (url.protocol !== "https:" && url.protocol !== "http:") return label;
  const safe = url.href.replaceAll(/[()|<>"'`\\*@$\s]/g, percent).replaceAll("&", "&amp;");
  return write(label, safe);
}
function percent(character) {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
var HARMLESS = /^(?!.*(?:GH-\d|www\.))[A-Za-z0-9 ,.;()/'·→-]*$/i;
function escapeMarkdown(text) {
  if (HARMLESS.test(text)) return text;
  return unlinked(
    visible(text).replaceAll(/[\\`*_[\]~]/g, "\\$&").replaceAll("&", "&amp;").replaceAll("|", "&#124;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("$", "<span>$</span>")
  );
}
function escapeHtml(text) {
  if (HARMLESS.test(text)) return text;
  return unlinked(
    visible(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("$", "<span>$</span>")
  );
}
function unlinked(text) {
  return text.replaceAll("@", `@${ZERO_WIDTH_SPACE}`).replaceAll(/(?<!&)#(?=\w)/g, `#${ZERO_WIDTH_SPACE}`).replaceAll(/\b(GH-)(?=\d)/gi, `$1${ZERO_WIDTH_SPACE}`).replaceAll(/:(?=[\w+\\-]+:)/g, `:${ZERO_WIDTH_SPACE}`).replaceAll(/:\/\//g, `:${ZERO_WIDTH_SPACE}//`).replaceAll(/(www)\./gi, `$1${ZERO_WIDTH_SPACE}.`);
}

export {
  clip,
  oneLine,
  clipBlock,
  WHOLE,
  LEVELS,
  COMMENT_BUDGET,
  SUMMARY_BUDGET,
  DOCUMENT_BUDGET,
  fitWithin,
  utf16Units,
  utf8Bytes,
  toMarkdown,
  markdownParts,
  textParts,
  plain
};
