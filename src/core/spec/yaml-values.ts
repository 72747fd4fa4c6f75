/** A YAML document to plain JSON with the place of every value: no duplicate keys, no alias bomb, no odd tag. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { Json, JsonObject } from '../../model/json.ts';
import type { Position, Problem } from '../../model/problem.ts';
import type { Positions } from '../../model/spec.ts';
import { quote } from './quote.ts';
import type { ScalarReader, ScalarReading } from './scalar-reading.ts';
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

interface Read {
  readonly value: Json;
  /** Size of what stands here when every alias is written out. */
  readonly cost: number;
}

/** A template may have 512 KiB (heat.conf max_template_size); aliases may not blow up beyond that. */
const MAX_EXPANSION = 1024 * 1024;
const MAX_POINTER_CHARACTERS = 32 * 1024 * 1024;
const MAX_PROBLEMS = 100;
const NOTHING: Read = { value: null, cost: 1 };
const TAG = 'tag:yaml.org,2002:';

class Walk {
  readonly positions = new Map<string, Position>();
  readonly keys = new Map<string, Position>();
  readonly wholeFloats = new Map<string, string>();
  readonly problems: Problem[] = [];
  readonly #options: ValueOptions;
  /** null while the anchored value is still being read. */
  readonly #anchors = new Map<string, Read | null>();
  #expanded = 0;
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
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, result);
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
    const text = this.#text(node);
    const reading = this.#meaning(node, pointer);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, { value: text, cost: text.length });
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
    const sources = Array.isArray(read.value) ? [...read.value].reverse() : [read.value];
    for (const source of sources) {
      if (!isMapping(source)) {
        this.#problem(at, `"<<" takes a mapping or a list of mappings to merge, not ${quote(source)}`);
        continue;
      }
      for (const [key, value] of Object.entries(source)) {
        into.set(key, value);
        this.#note(pointerTo(pointer, key), this.startOf(pair.value, at));
      }
    }
    this.#expand(read.cost, at);
    return read.cost;
  }

  #scalar(node: Scalar, pointer: string, at: Position): Read {
    this.#note(pointer, at);
    const text = this.#text(node);
    const reading = this.#meaning(node, pointer);
    if (reading.tag === 'refused') {
      this.#problem(at, `${quote(text)} ${reading.why}`);
      return NOTHING;
    }
    if (reading.tag === 'float' && Number.isInteger(reading.value) && this.#affordable(pointer))
      this.wholeFloats.set(pointer, text);
    return { value: reading.value, cost: text.length + 1 };
  }

  #meaning(node: Scalar, pointer: string): ScalarReading {
    const text = this.#text(node);
    const tag = node.tag?.startsWith(TAG) ? node.tag.slice(TAG.length) : node.tag;
    const plain = this.#options.scalarsAt(pointer);
    if (tag === undefined) return node.type === 'PLAIN' ? plain(text) : { tag: 'str', value: text };
    if (tag === '!') return { tag: 'refused', why: 'has the tag "!", which says nothing; leave it away' };
    if (tag === 'str' || tag === 'timestamp') return { tag: 'str', value: text };
    const read = plain(text);
    if (read.tag === tag || read.tag === 'refused' || (tag === 'float' && read.tag === 'int')) return read;
    return {
      tag: 'refused',
      why: `can't be read as the tag ${quote(shortTag(node.tag ?? ''))} says; leave the tag away`,
    };
  }

  /** PyYAML adds no line end to a text block that the end of the file cuts off. */
  #text(node: Scalar): string {
    const text = String(node.source ?? node.value);
    const cutOff = node.type?.startsWith('BLOCK') && node.range?.[1] === this.#options.text.length;
    return cutOff && !this.#options.text.endsWith('\n') ? text.replace(/\n$/, '') : text;
  }

  #alias(name: string, pointer: string, at: Position): Read {
    this.#note(pointer, at);
    const read = this.#anchors.get(name);
    if (read === undefined)
      this.#problem(at, `the alias ${quote(`*${name}`)} has no anchor ${quote(`&${name}`)} above it`);
    if (read === null)
      this.#problem(at, `the alias ${quote(`*${name}`)} stands inside its own anchor; it would never end`);
    if (!read || !this.#expand(read.cost, at)) return NOTHING;
    return read;
  }

  #expand(cost: number, at: Position): boolean {
    const before = this.#expanded;
    this.#expanded += cost;
    if (this.#expanded <= MAX_EXPANSION) return true;
    if (before <= MAX_EXPANSION) {
      this.#problem(
        at,
        'the aliases up to here expand to more than 1 MiB; Heat takes 512 KiB, write less by aliases',
      );
    }
    return false;
  }

  #open(anchor: string | undefined, at: Position): void {
    if (anchor === undefined) return;
    // libyaml knows anchors of these characters only
    if (!/^[A-Za-z0-9_-]+$/.test(anchor)) {
      this.#problem(
        at,
        `the anchor ${quote(`&${anchor}`)} may hold letters, digits, _ and - only; rename it`,
      );
    }
    // PyYAML refuses it as well (yaml/_yaml.pyx _compose_node)
    if (this.#anchors.has(anchor))
      this.#problem(at, `the anchor ${quote(`&${anchor}`)} stands here for the second time`);
    this.#anchors.set(anchor, null);
  }

  #unknownTag(tag: string, at: Position): void {
    this.#problem(at, `the tag ${quote(shortTag(tag))} is not known here; leave it away`);
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

function shortTag(tag: string): string {
  return tag.startsWith(TAG) ? `!!${tag.slice(TAG.length)}` : tag;
}
