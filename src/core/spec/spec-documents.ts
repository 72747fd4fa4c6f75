/** The documents of one spec file, each with its kind. */

import { type Document, isMap, isScalar } from 'yaml';
import type { JsonObject } from '../../model/json.ts';
import { isJsonObject } from '../../model/json.ts';
import type { Position, Problem } from '../../model/problem.ts';
import { readCoreScalar } from './core-scalars.ts';
import { isJson } from './heat-document.ts';
import { readHeatScalar } from './heat-scalars.ts';
import { list, quote } from './quote.ts';
import type { ScalarReader } from './scalar-reading.ts';
import { hint, suggest } from './suggest.ts';
import { readYamlText } from './yaml-documents.ts';
import { readYamlValue, type ValueOptions, type YamlValue } from './yaml-values.ts';

export const API_VERSION = 'thermostat/v1';
export const OWN_KINDS = [
  'AutoScalingGroup',
  'HeatStack',
  'Deleted',
  'Settings',
  'Guardrail',
  'Prices',
] as const;
export type OwnKind = (typeof OWN_KINDS)[number];
export type DocumentKind = OwnKind | 'HOT' | 'CloudFormation';

export interface SpecDocument {
  readonly file: string;
  readonly kind: DocumentKind;
  readonly value: JsonObject;
  readonly yaml: YamlValue;
}

export interface SpecFile {
  readonly documents: readonly SpecDocument[];
  readonly problems: readonly Problem[];
}

const HOT_KEY = 'heat_template_version';
const CLOUD_FORMATION_KEYS = ['AWSTemplateFormatVersion', 'HeatTemplateFormatVersion'];
const ENVIRONMENT_KEYS = [
  'parameters',
  'parameter_defaults',
  'resource_registry',
  'event_sinks',
  'encrypted_param_names',
];

/**
 * Reads the file; a document with a problem is left out. `stranger`: what to say where there is no document, or one that is neither
 * Thermostat's nor a template; null = the words for spec files.
 */
export function readSpecDocuments(file: string, text: string, stranger: string | null = null): SpecFile {
  const { documents, stopped, placeOf } = readYamlText(text);
  if (stopped !== null) {
    const { line, column, message } = stopped;
    return { documents: [], problems: [{ file, line, column, message }] };
  }
  const filled = documents.filter((document) => !isEmpty(document));
  if (filled.length === 0)
    return { documents: [], problems: [{ file, line: 1, column: 1, message: stranger ?? EMPTY }] };
  const read = filled.map((document) => readOne(document, filled.length, { file, text, placeOf, stranger }));
  return {
    documents: read.flatMap((one) => one.documents),
    problems: read.flatMap((one) => one.problems),
  };
}

const EMPTY = 'the file holds no spec; write one, or remove the file';

function readOne(
  document: Document.Parsed,
  count: number,
  {
    stranger,
    ...options
  }: Pick<ValueOptions, 'file' | 'text' | 'placeOf'> & { readonly stranger: string | null },
): SpecFile {
  const { file, text } = options;
  const at: Position = { file, ...options.placeOf(document.contents?.range?.[0] ?? document.range[0]) };
  const kind = kindOf(document, at, (keys) => stranger ?? strangeWords(keys, text));
  const yaml = readYamlValue(document, { ...options, scalarsAt: scalarsOf(kind, isJson(text)) });
  if (typeof kind !== 'string') return { documents: [], problems: [place(kind, yaml)] };
  if (yaml.problems.length > 0 || !isJsonObject(yaml.value))
    return { documents: [], problems: yaml.problems };
  if (count > 1 && !isOwnKind(kind)) {
    const message = 'a template shares its file with other documents; give each template a file of its own';
    return { documents: [], problems: [{ ...at, message }] };
  }
  return { documents: [{ file, kind, value: yaml.value, yaml }], problems: [] };
}

interface Unknown {
  readonly at: Position;
  readonly pointer: string;
  readonly message: string;
}

function place(unknown: Unknown, yaml: YamlValue): Problem {
  return { ...(yaml.positions[unknown.pointer] ?? unknown.at), message: unknown.message };
}

function scalarsOf(kind: DocumentKind | Unknown, json: boolean): (pointer: string) => ScalarReader {
  const heat = json ? readCoreScalar : readHeatScalar;
  if (kind === 'HOT' || kind === 'CloudFormation') return () => heat;
  if (kind !== 'HeatStack') return () => readCoreScalar;
  return (pointer) => (HEAT_PARTS.test(pointer) ? heat : readCoreScalar);
}

/** What stands in a HeatStack and is meant for Heat is read as Heat would read it in a file of its own. */
const HEAT_PARTS = /^\/spec\/(?:template|environment|parameters)(?:\/|$)/;

/** `strange`: words for a document of such keys; null = it is no mapping. */
function kindOf(
  { contents }: Document.Parsed,
  at: Position,
  strange: (keys: readonly string[] | null) => string,
): DocumentKind | Unknown {
  if (!isMap(contents)) return { at, pointer: '', message: strange(null) };
  const top = new Map<string, string>();
  for (const { key, value } of contents.items) {
    if (isScalar(key)) top.set(String(key.source ?? ''), isScalar(value) ? String(value.source ?? '') : '');
  }
  const ours = top.has('apiVersion') || top.has('kind');
  const template = [HOT_KEY, ...CLOUD_FORMATION_KEYS].find((key) => top.has(key));
  if (ours && template !== undefined) {
    const message = `"apiVersion" and ${quote(template)} stand in one document; a spec is either Thermostat's or a template`;
    return { at, pointer: `/${template}`, message };
  }
  if (ours) return ownKind(top, at);
  if (template !== undefined) return template === HOT_KEY ? 'HOT' : 'CloudFormation';
  return { at, pointer: '', message: strange([...top.keys()]) };
}

function ownKind(top: ReadonlyMap<string, string>, at: Position): OwnKind | Unknown {
  const version = top.get('apiVersion');
  const kind = top.get('kind');
  if (version === undefined)
    return { at, pointer: '', message: `"apiVersion" is missing; write apiVersion: ${API_VERSION}` };
  if (version !== API_VERSION) {
    const message = `apiVersion is ${quote(version)}; it must be ${API_VERSION}`;
    return { at, pointer: '/apiVersion', message };
  }
  if (kind === undefined)
    return { at, pointer: '', message: `"kind" is missing; it is one of ${list(OWN_KINDS, 'or')}` };
  if (isOwnKind(kind)) return kind;
  const message = `kind is ${quote(kind)}${hint(kind, OWN_KINDS, `it must be ${list(OWN_KINDS, 'or')}`)}`;
  return { at, pointer: '/kind', message };
}

export function isOwnKind(kind: string): kind is OwnKind {
  return OWN_KINDS.some((own) => own === kind);
}

function strangeWords(keys: readonly string[] | null, text: string): string {
  if (text.startsWith('#cloud-config')) return CLOUD_CONFIG;
  if (keys !== null) return unrecognised(keys);
  return `a spec is a mapping that starts with apiVersion: ${API_VERSION} or ${HOT_KEY}; this is something else`;
}

const CLOUD_CONFIG =
  'this is user data for cloud-init, no spec; name it in a spec by cloudInit.file, or keep it out of the spec globs';

function unrecognised(keys: readonly string[]): string {
  if (keys.length > 0 && keys.every((key) => ENVIRONMENT_KEYS.includes(key))) {
    return 'this looks like a Heat environment, no spec; name it in a HeatStack by spec.environment, or keep it out of the spec globs';
  }
  const meant = keys
    .map((key) => suggest(key, [HOT_KEY, 'apiVersion', ...CLOUD_FORMATION_KEYS]))
    .find((key) => key !== null);
  const guess = meant === undefined ? '' : `; did you mean "${meant}"?`;
  return `neither "apiVersion" nor "${HOT_KEY}" stands here, so this is no spec${guess || '; write one of them, or keep the file out of the spec globs'}`;
}

function isEmpty(document: Document.Parsed): boolean {
  const { contents } = document;
  return contents === null || (isScalar(contents) && contents.source === '' && contents.type === 'PLAIN');
}
