/** Holds the documentation against the table of kinds: how bad each is, and how `drift --fix` puts it right. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DRIFT_KINDS, type DriftKind } from '../../../src/core/drift/kinds.ts';
import { type FixWay, wayOf } from '../../../src/core/fix/ways.ts';

const DOCS = readFileSync(join(import.meta.dirname, '../../../docs/drift.md'), 'utf8');

test('docs/drift.md says of every kind how bad it is and how it is put right', () => {
  const rows = [...DOCS.matchAll(/^\| `([a-z-]+)` \| ((?:error|warn|info)[^|]*) \| [^|]+ \| ([^|]+) \|$/gm)];
  const said = rows.map(([, kind, severity, way]) => [kind, severity, way]);
  const wanted = Object.entries(DRIFT_KINDS).map(([kind, how]) => [
    kind,
    severityOf(how),
    wordsOf(wayOf(kind)),
  ]);
  expect(said).toEqual(wanted);
});

function severityOf({ severity, cannotScale = false }: DriftKind): string {
  return `${severity}${cannotScale ? ', cannot scale' : ''}`;
}

function wordsOf(way: FixWay): string {
  switch (way.by) {
    case 'service':
      return 'at its service';
    case 'heat':
      return 'made anew by Heat';
    case 'stack':
      return 'by an update of the stack';
    case 'people':
      return `no: ${way.why}`;
  }
}
