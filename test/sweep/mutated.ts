/** Good documents made bad: any value anywhere becomes something else, goes, or stands twice. */
import fc from 'fast-check';

type Tree = unknown;

/** What nobody expects where it stands. */
const HOSTILE: readonly Tree[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER + 2],
  ...[
    '',
    ' ',
    '0',
    '-1',
    '\u0000',
    '\u202e',
    '😀',
    '{{',
    `$\{{ secrets.X }}`,
    '../../etc/passwd',
    '@all',
    '-->',
  ],
  ...[
    'x'.repeat(3000),
    'a\nb',
    '1e999',
    '2026-02-30T25:61:61Z',
    'P1Y',
    '__proto__',
    'constructor',
    '*',
    '(a+)+$',
  ],
  ...[
    [],
    {},
    [[]],
    [null],
    { get_param: 'x' },
    { get_attr: ['x', 'y'] },
    { get_file: 'x' },
    { 'Fn::If': [] },
  ],
  { if: ['a', 'b', 'c'] },
  nested(60),
];

interface Mutation {
  /** Which of all places, as a part of one. */
  readonly place: number;
  readonly kind: 'set' | 'remove' | 'twice' | 'rename';
  readonly value: Tree;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  place: fc.double({ min: 0, max: 0.999999, noNaN: true }),
  kind: fc.constantFrom('set', 'set', 'set', 'remove', 'twice', 'rename'),
  value: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  ),
});

/** One to four things wrong with any document. */
export const damage: fc.Arbitrary<(document: Tree) => Tree> = fc
  .array(mutation, { minLength: 1, maxLength: 4 })
  .map((mutations) => (document) => mutations.reduce(mutate, document));

/** One of the documents, damaged. */
export function mutated(documents: readonly Tree[]): fc.Arbitrary<Tree> {
  return fc.tuple(fc.constantFrom(...documents), damage).map(([document, hurt]) => hurt(document));
}

function mutate(document: Tree, { place, kind, value }: Mutation): Tree {
  const paths = pathsIn(document);
  const path = paths[Math.floor(place * paths.length)] ?? [];
  const [last, ...above] = path.toReversed();
  if (last === undefined) return kind === 'set' ? value : document;
  return at(document, above.toReversed(), (holder) => changed(holder, last, kind, value));
}

function changed(holder: Tree, key: string, kind: Mutation['kind'], value: Tree): Tree {
  if (Array.isArray(holder)) {
    const index = Number(key);
    const middle = kind === 'remove' ? [] : kind === 'twice' ? [holder[index], holder[index]] : [value];
    return [...holder.slice(0, index), ...middle, ...holder.slice(index + 1)];
  }
  const entries = Object.entries(holder as Record<string, Tree>).flatMap(([name, own]): [string, Tree][] => {
    if (name !== key) return [[name, own]];
    if (kind === 'remove') return [];
    if (kind === 'twice')
      return [
        [name, own],
        [`${name}2`, own],
      ];
    return kind === 'rename' ? [[(JSON.stringify(value) ?? '').slice(0, 50), own]] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

function at(tree: Tree, path: readonly string[], change: (inner: Tree) => Tree): Tree {
  const [key, ...rest] = path;
  if (key === undefined) return change(tree);
  if (Array.isArray(tree))
    return tree.map((item, index) => (String(index) === key ? at(item, rest, change) : item));
  const entries = Object.entries(tree as Record<string, Tree>);
  return Object.fromEntries(entries.map(([name, own]) => [name, name === key ? at(own, rest, change) : own]));
}

function pathsIn(tree: Tree, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof tree !== 'object' || tree === null) return [path];
  return [path, ...Object.entries(tree).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

function nested(depth: number): Tree {
  return depth === 0 ? 'deep' : { deep: [nested(depth - 1)] };
}
