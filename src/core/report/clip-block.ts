/** Bounds every single piece of foreign text in a block. */
import type { Block, Line, Piece } from './document.ts';
import { lazily } from './document.ts';
import { clip } from './visible.ts';

/** A line holds at most as much as so many of its longest pieces. */
const PIECES = 6;

/** The same block, no piece longer than `limit` UTF-16 units; links keep where they lead. */
export function clipBlock(block: Block, limit: number): Block {
  const lines = (all: readonly Line[]) => all.map((one) => clipLine(one, limit));
  switch (block.kind) {
    case 'heading':
    case 'legend':
    case 'footer':
      return { ...block, line: clipLine(block.line, limit) };
    case 'paragraph':
    case 'alert':
      return { ...block, lines: lines(block.lines) };
    case 'list':
      return { ...block, items: lines(block.items) };
    case 'table':
      return { ...block, rows: lazily(block.rows, lines) };
    case 'diff':
      return block;
    case 'fold':
      return {
        ...block,
        summary: clipLine(block.summary, limit),
        blocks: block.blocks.map((one) => clipBlock(one, limit)),
      };
  }
}

function clipLine(line: Line, limit: number): Line {
  let room = limit * PIECES;
  const clipped: Piece[] = [];
  for (const piece of line) {
    if (room <= 0) return [...clipped, '…'];
    const shorter = clipPiece(piece, limit);
    clipped.push(shorter);
    room -= typeof shorter === 'string' ? shorter.length : shorter.text.length;
  }
  return clipped;
}

function clipPiece(piece: Piece, limit: number): Piece {
  if (typeof piece === 'string') return clip(piece, limit);
  if (piece.kind === 'break') return piece;
  return { ...piece, text: clip(piece.text, limit) };
}
