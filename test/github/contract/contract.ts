/** Holds requests and answers against GitHub's published OpenAPI description. */
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { FORMATS } from './formats.ts';
import { isNode, strictSchema } from './strict-schema.ts';

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Readonly<Record<string, unknown>>;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  /** `/repos/{owner}/{repo}/issues`. */
  readonly template: string;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly required: boolean; readonly check: () => ValidateFunction } | null;
  /** By status; null has no body. */
  readonly answers: ReadonlyMap<number, (() => ValidateFunction) | null>;
}

export interface Matched {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
}

const FILE = new URL('../openapi/api.github.com.json', import.meta.url);
const DESCRIPTION = JSON.parse(readFileSync(FILE, 'utf8'));

/** GitHub puts more into them than it describes. */
const ERRORS = new Set(['basic-error', 'validation-error']);

const ajv = new Ajv2020({ strict: false, allErrors: true, inlineRefs: false, formats: FORMATS });
ajv.addSchema({ $id: 'github', components: { schemas: strictSchemas() } });

export const OPERATIONS: readonly Operation[] = Object.entries<object>(DESCRIPTION.paths).flatMap(
  ([template, item]) => Object.entries(item).map(([method, one]) => operation(method, template, one)),
);

/** Whatever an operation says of its errors, this is how one looks. */
const BASIC_ERROR = lazily({ $ref: '#/components/schemas/basic-error' });
const VALIDATION_ERROR = lazily({ $ref: '#/components/schemas/validation-error' });

/** The operation of the most literal template, as `/issues/comments` before `/issues/{issue_number}`. */
export function findOperation(method: string, pathname: string): Matched | null {
  for (const { operation: one, pattern, names } of PATTERNS) {
    if (one.method !== method) continue;
    const found = pattern.exec(pathname);
    if (found === null) continue;
    const values = found.slice(1).map(decodeURIComponent);
    return { operation: one, path: Object.fromEntries(names.map((name, at) => [name, values[at] ?? ''])) };
  }
  return null;
}

const PATTERNS = OPERATIONS.map((one) => {
  const names = [...one.template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const source = one.template
    .replaceAll('.', '\\.')
    .replaceAll(/\/git\/([\w-]+)\/\{ref\}/g, '/git/$1/(.+)')
    .replaceAll('/contents/{path}', '/contents/?(.*)')
    .replaceAll(/\{\w+\}/g, '([^/]+)');
  return { operation: one, names, pattern: new RegExp(`^${source}$`) };
}).sort((one, other) => one.names.length - other.names.length);

/** What is wrong with the parameters of a request: unknown ones, wrong types, missing ones. */
export function parameterProblems({ operation: one, path }: Matched, query: URLSearchParams): string[] {
  const known = new Map(
    one.parameters.filter((each) => each.in === 'query').map((each) => [each.name, each]),
  );
  const unknown = [...query.keys()].filter((name) => !known.has(name));
  return [
    ...unknown.map((name) => `there is no query parameter "${name}"`),
    ...one.parameters.flatMap((each) => {
      const text = each.in === 'path' ? path[each.name] : query.get(each.name);
      if (text === undefined || text === null) return each.required ? [`"${each.name}" is missing`] : [];
      return problemsOf(ajv.compile(inGitHub(each.schema)), parameterValue(each, text)).map(
        (problem) => `${each.in} parameter "${each.name}" = "${text}" ${problem}`,
      );
    }),
  ];
}

/** A parameter comes as text; its schema says what it stands for. */
export function parameterValue({ schema }: Parameter, text: string): unknown {
  const type = isNode(schema) ? schema['type'] : undefined;
  if (type === 'integer' && /^-?\d+$/.test(text)) return Number(text);
  if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  return text;
}

export function bodyProblems({ body }: Operation, value: unknown): string[] {
  if (body === null) return value === undefined ? [] : ['has a body, and the operation takes none'];
  if (value === undefined) return body.required ? ['the body is missing'] : [];
  return problemsOf(body.check(), value).map((problem) => `body ${problem}`);
}

export function answerProblems(one: Operation, status: number, value: unknown): string[] {
  const described = one.answers.get(status);
  const check = described === undefined && status >= 400 ? errorCheck(status) : described;
  if (check === undefined) return [`the operation has no answer ${status}`];
  if (check === null) return value === undefined ? [] : [`answer ${status} has no body`];
  return problemsOf(check(), value).map((problem) => `answer ${status} ${problem}`);
}

/** What is wrong with a value that GitHub describes under this name. */
export function schemaProblems(name: string, value: unknown): string[] {
  return problemsOf(lazily({ $ref: `#/components/schemas/${name}` })(), value);
}

/** What is wrong with the payload of an event, `pull-request-opened`; null = GitHub describes none of this name. */
export function payloadProblems(name: string, value: unknown): string[] | null {
  const check = PAYLOADS.get(name);
  return check === undefined ? null : problemsOf(check(), value);
}

/** Under these names. */
export const PAYLOAD_NAMES: readonly string[] = Object.keys(DESCRIPTION.webhooks);

const PAYLOADS = new Map(
  Object.entries(DESCRIPTION.webhooks).map(([name, schema]) => [name, lazily(schema)]),
);

/** The names of the fields that a described object always has. */
export function requiredFields(name: string): readonly string[] {
  const schema = DESCRIPTION.components.schemas[name];
  if (schema === undefined) throw new Error(`GitHub describes no "${name}"`);
  return schema.required ?? [];
}

function errorCheck(status: number): () => ValidateFunction {
  return status === 422 ? VALIDATION_ERROR : BASIC_ERROR;
}

function problemsOf(check: ValidateFunction, value: unknown): string[] {
  if (check(value)) return [];
  return (check.errors ?? [])
    .filter(({ keyword }) => !['anyOf', 'oneOf', 'if'].includes(keyword) || (check.errors ?? []).length === 1)
    .slice(0, 6)
    .map(({ instancePath, message, params }) => {
      const field = params['additionalProperty'] ?? params['unevaluatedProperty'];
      return `${instancePath || '/'} ${message}${field === undefined ? '' : ` ("${field}")`}`;
    });
}

interface RawOperation {
  readonly operationId: string;
  readonly parameters?: readonly object[];
  readonly requestBody?: { readonly required?: boolean; readonly content?: RawContent };
  readonly responses: Readonly<Record<string, object>>;
}
type RawContent = Readonly<Record<string, { readonly schema?: unknown }>>;

function operation(method: string, template: string, raw: RawOperation): Operation {
  const schema = jsonSchema(raw.requestBody?.content);
  return {
    id: raw.operationId,
    method: method.toUpperCase(),
    template,
    parameters: (raw.parameters ?? []).map((one) => resolved<Parameter>(one)),
    body:
      schema === undefined ? null : { required: raw.requestBody?.required ?? false, check: lazily(schema) },
    answers: new Map(
      Object.entries(raw.responses).map(([status, one]) => {
        const answer = jsonSchema(resolved<{ readonly content?: RawContent }>(one).content);
        return [
          Number(status),
          answer === undefined ? null : lazily(Number(status) < 400 ? answer : loosened(answer)),
        ];
      }),
    ),
  };
}

/** What goes as one kind of error may go as another. */
function loosened(schema: unknown): unknown {
  return isNode(schema) && 'oneOf' in schema ? { anyOf: schema['oneOf'] } : schema;
}

/** Its `application/json`, else a kindred type, as `application/json+sarif`. */
function jsonSchema(content: RawContent | undefined): unknown {
  const [first] = Object.entries(content ?? {}).filter(([type]) => type.includes('json'));
  return content?.['application/json']?.schema ?? first?.[1].schema;
}

function resolved<Described>(one: object): Described {
  const pointer = '$ref' in one ? String(one.$ref).replace('#/', '').split('/') : null;
  return (pointer === null ? one : pointer.reduce((node, key) => node[key], DESCRIPTION)) as Described;
}

/** Few tests need many of them, and each takes milliseconds to compile. */
function lazily(schema: unknown): () => ValidateFunction {
  let check: ValidateFunction | null = null;
  return () => {
    check ??= ajv.compile(inGitHub(schema));
    return check;
  };
}

function inGitHub(schema: unknown): object {
  const strict = strictSchema(schema);
  return isNode(strict) ? strict : {};
}

function strictSchemas(): object {
  const all: Readonly<Record<string, unknown>> = DESCRIPTION.components.schemas;
  return Object.fromEntries(
    Object.entries(all).map(([name, one]) => [name, strictSchema(one, ERRORS.has(name))]),
  );
}
