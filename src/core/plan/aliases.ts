/** Sees that two texts name the same pool or subnet: Heat turns names into ids before it compares, and changes nothing. */
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import type { NamedThing, PresentStack } from '../../model/observed.ts';
import { sameValue } from '../heat/canonical.ts';
import { readHeatDocument } from '../spec/heat-document.ts';
import type { Pair } from './plan.ts';

/** Properties that Heat translates (heat/engine/resources/openstack/octavia: translation_rules). */
const KEYS: ReadonlySet<string> = new Set(['pool', 'subnet', 'vip_subnet']);

/** Whether a name may stand on one side and an id on the other. */
export function mayBeAliased({ desired, observed }: Pair): boolean {
  if (desired.presence === 'absent' || observed.presence === 'absent') return false;
  if (desired.template === observed.template) return false;
  const [wanted, live] = [namedIn(desired), namedIn(observed)];
  return [...live].some((word) => !wanted.has(word)) && [...wanted].some((word) => !live.has(word));
}

/** The live stack as it would read if it named things as the repository does; what it says to Heat is the same. */
export function inOurWords(pair: Pair, things: readonly NamedThing[]): Pair {
  const { desired, observed, definitions } = pair;
  if (desired.presence === 'absent' || observed.presence === 'absent') return pair;
  const wanted = namedIn(desired);
  const words = new Map<string, string>();
  for (const { id, name } of things) {
    if (things.filter((other) => other.name === name).length > 1) continue;
    if (wanted.has(id) && !wanted.has(name)) words.set(name, id);
    if (wanted.has(name) && !wanted.has(id)) words.set(id, name);
  }
  if (words.size === 0) return pair;
  return {
    desired,
    observed: {
      ...observed,
      template: renamedObject(observed.template, words),
      files: Object.fromEntries(
        Object.entries(observed.files).map(([path, text]) => [path, renamedText(path, text, words)]),
      ),
    },
    definitions: Object.fromEntries(
      Object.entries(definitions).map(([group, members]) => [
        group,
        Object.fromEntries(Object.entries(members).map(([name, body]) => [name, renamedObject(body, words)])),
      ]),
    ),
  };
}

type Content = Pick<PresentStack, 'template' | 'files'>;

/** Files are searched as text: to read all of them as YAML takes too long for many stacks. */
const IN_TEXT = new RegExp(`\\b(?:${[...KEYS].join('|')})["']?\\s*:\\s*["']?([^"',{}[\\]\\s]+)`, 'g');

function namedIn({ template, files }: Content): ReadonlySet<string> {
  const found = new Set<string>();
  collect(template, found);
  for (const text of Object.values(files))
    for (const [, word] of text.matchAll(IN_TEXT)) if (word !== undefined) found.add(word);
  return found;
}

function collect(value: Json, found: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, found);
  else if (isJsonObject(value))
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner !== 'string') collect(inner, found);
      else if (KEYS.has(key)) found.add(inner);
    }
}

/** As the compiler writes it, where anything is otherwise. */
function renamedText(path: string, text: string, words: ReadonlyMap<string, string>): string {
  if (![...words.keys()].some((word) => text.includes(word))) return text;
  const document = readHeatDocument(path, text, 'nested template').document?.value;
  if (document === undefined) return text;
  const renamed = renamedObject(document, words);
  return sameValue(renamed, document) ? text : `${JSON.stringify(renamed, null, 2)}\n`;
}

function renamedObject(value: JsonObject, words: ReadonlyMap<string, string>): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const word = typeof inner === 'string' && KEYS.has(key) ? words.get(inner) : undefined;
      return [key, word ?? renamed(inner, words)];
    }),
  );
}

function renamed(value: Json, words: ReadonlyMap<string, string>): Json {
  if (Array.isArray(value)) return value.map((item) => renamed(item, words));
  return isJsonObject(value) ? renamedObject(value, words) : value;
}
