/** Every place of a YAML text at which a value is written, with where it begins and ends. */
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { readYamlText } from '../spec/yaml-documents.ts';

export interface YamlPlace {
  /** Keys down from the document's root. */
  readonly keys: readonly string[];
  /** As it is written, quotes taken off; '' for a list or mapping. */
  readonly text: string;
  readonly kind: 'scalar' | 'list' | 'mapping';
  readonly style: 'plain' | 'single' | 'double' | 'other';
  /** Offsets in the text: the value alone, neither comment nor blanks behind it. */
  readonly start: number;
  readonly end: number;
  /** Inside of brackets, or brackets itself. */
  readonly flow: boolean;
}

/** In the order of the text; a value that an anchor brings in is not a place of its own. */
export function yamlPlaces(text: string, document: number): readonly YamlPlace[] {
  const contents = readYamlText(text).documents[document]?.contents ?? null;
  return contents === null ? [] : placesIn(contents, [], false);
}

export function documentCount(text: string): number {
  return readYamlText(text).documents.length;
}

function placesIn(node: Node, keys: readonly string[], inFlow: boolean): readonly YamlPlace[] {
  if (isAlias(node) || !node.range) return [];
  const [start, end] = node.range;
  if (isScalar(node)) {
    const style = STYLES[node.type ?? ''] ?? 'other';
    return [{ keys, text: String(node.value ?? ''), kind: 'scalar', style, start, end, flow: inFlow }];
  }
  const flow = inFlow || (!isScalar(node) && 'flow' in node && node.flow === true);
  if (isMap(node)) {
    const own: YamlPlace = { keys, text: '', kind: 'mapping', style: 'other', start, end, flow };
    return [own, ...node.items.flatMap((pair) => ofPair(pair, keys, flow))];
  }
  if (!isSeq(node)) return [];
  const own: YamlPlace = { keys, text: '', kind: 'list', style: 'other', start, end, flow };
  const items = node.items.flatMap((item, index) =>
    isNode(item) ? placesIn(item, [...keys, String(index)], flow) : [],
  );
  return [own, ...items];
}

const STYLES: Readonly<Record<string, YamlPlace['style']>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
};

function ofPair({ key, value }: Pair, keys: readonly string[], flow: boolean): readonly YamlPlace[] {
  if (!isScalar(key) || !isNode(value)) return [];
  return placesIn(value, [...keys, String(key.value)], flow);
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}
