/** A YAML document to plain JSON with the place of every value: no duplicate keys, no alias bomb, no odd tag. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { Json, JsonObject } from '../../model/json.ts';
import type { Position, Problem } from '../../model/problem.ts';
import type { Positions } from '../../model/spec.ts';
import { Anchors, type Read } from './anchors.ts';
import { quote } from './quote.ts';
import { scalarMeaning, scalarText, shortTag, TAG } from './scalar-node.ts';
import type { ScalarReader, ScalarReading } from './scalar-reading.ts';
import { tagAdvice } from './short-tags.ts';
import type { Place } from './yaml-documents.ts';

export interface YamlValue {
  readonly value: Json;
  readonly start: Position;
  /** Scalars: where the value stands; mappings and lists: where their key stands. */
  readonly positions: Positions;
  /** Where each key stands. */
  readonly keys: ReadonlyMap<string, Position>;
  /** Source text of floats without a fraction, such as 1.0: as JSON they become 1. */
  readonly wholeFloats: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

export interface ValueOptions {
  readonly file: string;
  readonly text: string;
  readonly placeOf: (offset: number) => Place;
  /** How plain scalars below this pointer are read. */
  readonly scalarsAt: (pointer: string) => ScalarReader;
  /** `hidden`: no problem quotes a value, which may be a secret. */
  readonly values?: 'shown' | 'hidden';
  /** `text`: `!!binary` is taken as the text it is written in. */
  readonly binary?: 'refused' | 'text';
}

/** Reads a document; a value with a problem becomes null. */
export function readYamlValue(document: Document.Parsed, options: ValueOptions): YamlValue {
  const walk = new Walk(options);
  const { value } = walk.read(document.contents, '', null);
  return {
    value,
    start: walk.startOf(document.contents, walk.at(document.range[0])),
    positions: Object.fromEntries(walk.positions),
    keys: walk.keys,
    wholeFloats: walk.wholeFloats,
    problems: walk.problems,
  };
}

/** Token of a JSON pointer (RFC 6901). */
export function pointerTo(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

const MAX_POINTER_CHARACTERS = 32 * 1024 * 1024;
const MAX_PROBLEMS = 100;
const NOTHING: Read = { value: null, cost: 1 };

class Walk {
  readonly positions = new Map<string, Position>();
  readonly keys = new Map<string, Position>();
  readonly wholeFloats = new Map<string, string>();
  readonly problems: Problem[] = [];
  readonly #options: ValueOptions;
  readonly #anchors = new Anchors();
  #pointerCharacters = 0;

  constructor(options: ValueOptions) {
    this.#options = options;
  }

  /** `key`: where the value's key stands, when it has one. */
  read(node: unknown, pointer: string, key: Position | null): Read {
    if (isAlias(node)) return this.#alias(node.source, pointer, this.startOf(node, key));
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) {
      this.#note(pointer, key);
      return NOTHING;
    }
    const start = this.startOf(node, key);
    this.#open(node.anchor, start);
    const result = isScalar(node)
      ? this.#scalar(node, pointer, node.source === '' ? (key ?? start) : start)
      : this.#collection(node, pointer, start, key);
    if (node.anchor !== undefined) this.#anchors.close(node.anchor, result);
    return result;
  }

  startOf(node: unknown, otherwise: Position | null): Position {
    const range = isAlias(node) || isScalar(node) || isMap(node) || isSeq(node) ? node.range : null;
    return range ? this.at(range[0]) : (otherwise ?? this.at(0));
  }

  at(offset: number): Position {
    return { file: this.#options.file, ...this.#options.placeOf(offset) };
  }

  #collection(
    node: YAMLMap | { items: unknown[]; tag?: string },
    pointer: string,
    start: Position,
    key: Position | null,
  ): Read {
    this.#note(pointer, key ?? start);
    const expected = isMap(node) ? `${TAG}map` : `${TAG}seq`;
    if (node.tag !== undefined && node.tag !== expected) this.#unknownTag(node.tag, start);
    return isMap(node) ? this.#mapping(node, pointer) : this.#sequence(node.items, pointer);
  }

  #sequence(items: readonly unknown[], pointer: string): Read {
    const read = items.map((item, index) => this.read(item, pointerTo(pointer, index), null));
    return { value: read.map((item) => item.value), cost: read.reduce((sum, item) => sum + item.cost, 1) };
  }

  #mapping(node: YAMLMap, pointer: string): Read {
    const merged = new Map<string, Json>();
    const own = new Map<string, Json>();
    let cost = 1;
    for (const pair of node.items) {
      cost += isMergeKey(pair.key) ? this.#merge(pair, pointer, merged) : this.#pair(pair, pointer, own);
    }
    // yaml/constructor.py flatten_mapping: what is merged stands first, own keys win
    return { value: Object.fromEntries(new Map([...merged, ...own])), cost };
  }

  #pair(pair: Pair, pointer: string, into: Map<string, Json>): number {
    const at = this.startOf(pair.key, null);
    const key = this.#key(pair.key, pointer, at);
    const below = pointerTo(pointer, key ?? '');
    if (key === null) return 1 + this.read(pair.value, below, at).cost;
    if (into.has(key))
      this.#problem(at, `the key ${quote(key)} stands here for the second time; keep one of the two`);
    if (this.#affordable(below)) this.keys.set(below, at);
    const read = this.read(pair.value, below, at);
    into.set(key, read.value);
    return read.cost + key.length;
  }

  #key(node: unknown, pointer: string, at: Position): string | null {
    if (node === null) return 'null';
    if (!isScalar(node)) {
      this.#problem(at, 'a key is a list, a mapping or an alias here; a key must be text');
      return null;
    }
    this.#open(node.anchor, at);
    if (node.source === '' && node.type === 'PLAIN')
      this.#problem(at, 'a key is missing before the ":"; write it');
    const text = scalarText(node, this.#options.text);
    const reading = scalarMeaning(node, text, this.#options.scalarsAt(pointer));
    if (node.anchor !== undefined) this.#anchors.close(node.anchor, { value: text, cost: text.length });
    if (text === '__proto__') this.#problem(at, 'the key "__proto__" is refused; give it another name');
    if (text === '=' || text === '<<') return text;
    if (reading.tag === 'refused') return this.#refuse(at, text, reading.why);
    if (reading.tag === 'float')
      return this.#refuse(at, text, 'is a number with a point as a key; put it in quotes');
    return text === '__proto__' ? null : String(reading.value);
  }

  #refuse(at: Position, text: string, why: string): null {
    this.#problem(at, `${quote(text)} ${why}`);
    return null;
  }

  /** What `<<` brings in; of several mappings the earlier wins. */
  #merge(pair: Pair, pointer: string, into: Map<string, Json>): number {
    const at = this.startOf(pair.key, null);
    const read = this.read(pair.value, pointerTo(pointer, '<<'), at);
    if (read === NOTHING || this.#anchors.exhausted) return 1;
    const sources = Array.isArray(read.value) ? [...read.value].reverse() : [read.value];
    for (const source of sources) {
      if (!isMapping(source)) {
        this.#problem(at, `"<<" takes a mapping or a list of mappings to merge, not ${this.#shown(source)}`);
        continue;
      }
      for (const [key, value] of Object.entries(source)) {
        into.set(key, value);
        const below = pointerTo(pointer, key);
        if (!this.positions.has(below)) this.#note(below, this.startOf(pair.value, at));
      }
    }
    const spent = this.#anchors.spend(read.cost);
    if (spent !== null) this.#problem(at, spent);
    return read.cost;
  }

  #scalar(node: Scalar, pointer: string, at: Position): Read {
    this.#note(pointer, at);
    const text = scalarText(node, this.#options.text);
    const reading = this.#meaning(node, text, pointer);
    if (reading.tag === 'refused') {
      this.#problem(at, `${this.#shown(text)} ${reading.why}`);
      return NOTHING;
    }
    if (reading.tag === 'float' && Number.isInteger(reading.value) && this.#affordable(pointer))
      this.wholeFloats.set(pointer, text);
    return { value: reading.value, cost: text.length + 1 };
  }

  #meaning(node: Scalar, text: string, pointer: string): ScalarReading {
    const binary = node.tag === `${TAG}binary` && this.#options.binary === 'text';
    return binary ? { tag: 'str', value: text } : scalarMeaning(node, text, this.#options.scalarsAt(pointer));
  }

  #alias(name: string, pointer: string, at: Position): Read {
    this.#note(pointer, at);
    const used = this.#anchors.use(name);
    if (typeof used === 'string') this.#problem(at, used);
    return typeof used === 'string' || used === null ? NOTHING : used;
  }

  #shown(value: Json): string {
    return this.#options.values === 'hidden' ? 'the value' : quote(value);
  }

  #open(anchor: string | undefined, at: Position): void {
    const wrong = anchor === undefined ? null : this.#anchors.open(anchor);
    if (wrong !== null) this.#problem(at, wrong);
  }

  #unknownTag(tag: string, at: Position): void {
    this.#problem(at, `the tag ${quote(shortTag(tag))} is not known here; ${tagAdvice(tag, null)}`);
  }

  #note(pointer: string, position: Position | null): void {
    if (this.#affordable(pointer)) this.positions.set(pointer, position ?? this.at(0));
  }

  /** Long keys, deeply nested over many values, would fill the memory; beyond this a problem stands at what is around it. */
  #affordable(pointer: string): boolean {
    this.#pointerCharacters += pointer.length;
    return this.#pointerCharacters <= MAX_POINTER_CHARACTERS;
  }

  #problem(at: Position, message: string): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ ...at, message });
  }
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.source === '<<' && key.tag === undefined;
}

function isMapping(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
