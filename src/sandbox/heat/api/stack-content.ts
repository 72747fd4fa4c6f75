// Reads what a create, update, preview or validate request says a stack should be.

import type { Cloud } from '../../cloud.ts';
import { isObject, type Json, type JsonObject, objectOr } from '../../json.ts';
import { badRequest, HeatProblem, InvalidValue } from '../problem.ts';
import type { Environment, StackContent } from '../records.ts';
import {
  EMPTY_ENVIRONMENT,
  mergedEnvironment,
  readEnvironment,
  withParameters,
} from '../template/environment.ts';
import { hasVersion, readTemplate } from '../template/template.ts';
import { readYaml } from '../template/yaml.ts';
import { resourceType } from '../types/registry.ts';
import { validateContent } from '../validate.ts';

/** heat.conf max_template_size. */
const LARGEST_TEMPLATE = 524288;

/** The whole content, for a create or a PUT; throws HeatProblem. */
export function wholeContent(body: JsonObject): StackContent {
  const template = templateOf(body);
  if (template === undefined) throw badRequest('No template specified');
  const files = filesOf(body);
  return withRegistry({ template, files, environment: environmentOf(body, files) });
}

/** For a PATCH: what is not sent stays as it is (heat/engine/service.py _prepare_stack_updates, existing). */
export function patchedContent(body: JsonObject, before: StackContent): StackContent {
  const files = { ...before.files, ...filesOf(body) };
  const sent = environmentOf(body, files);
  const cleared = Array.isArray(body['clear_parameters']) ? body['clear_parameters'].map(String) : [];
  const merged = mergedEnvironment(before.environment, sent);
  const kept = Object.entries(merged.parameters).filter(
    ([name]) => !cleared.includes(name) || name in sent.parameters,
  );
  const template = templateOf(body) ?? before.template;
  const environment = { ...merged, parameters: Object.fromEntries(kept) };
  const usable = template === before.template ? environment : withoutStrangers(environment, sent, template);
  return withRegistry({ template, files, environment: usable });
}

/** Stored parameters that the new template does not know are dropped; sent ones are an error. */
function withoutStrangers(environment: Environment, sent: Environment, template: JsonObject): Environment {
  const { parameters } = readTemplate(template);
  const kept = Object.entries(environment.parameters).filter(
    ([name]) => name in parameters || name in sent.parameters,
  );
  return { ...environment, parameters: Object.fromEntries(kept) };
}

export function checkContent(cloud: Cloud, content: StackContent): void {
  try {
    validateContent(cloud, content, { depth: 0, strict: true, path: [] });
  } catch (error) {
    throw error instanceof InvalidValue ? error.toProblem() : error;
  }
}

function templateOf(body: JsonObject): JsonObject | undefined {
  const raw = body['template'];
  if (raw === undefined || raw === null || raw === '') return undefined;
  if (typeof raw === 'string') return parsedTemplate(raw);
  if (!isObject(raw))
    throw badRequest('Template not in valid format: The template is not a JSON object or YAML mapping.');
  checkSize(JSON.stringify(raw));
  if (hasVersion(raw)) return raw;
  throw new HeatProblem(
    'InvalidTemplateVersion',
    'The template version is invalid: Template version was not provided',
  );
}

function parsedTemplate(text: string): JsonObject {
  checkSize(text);
  const result = readYaml(text);
  if (result.kind === 'error') {
    throw badRequest(`Template not in valid format: Error parsing template [root stack] ${result.message}`);
  }
  if (!isObject(result.value))
    throw badRequest('Template not in valid format: The template is not a JSON object or YAML mapping.');
  return withVersion(result.value);
}

function checkSize(text: string): void {
  const size = Buffer.byteLength(text);
  if (size <= LARGEST_TEMPLATE) return;
  const message = `Request limit exceeded: Template size (${size} bytes) exceeds maximum allowed size (${LARGEST_TEMPLATE} bytes).`;
  throw new HeatProblem('RequestLimitExceeded', message);
}

function withVersion(raw: JsonObject): JsonObject {
  if (hasVersion(raw)) return raw;
  throw badRequest('Template not in valid format: Template format version not found.');
}

function filesOf(body: JsonObject): Readonly<Record<string, string>> {
  const entries = Object.entries(objectOr(body['files']));
  return Object.fromEntries(
    entries.map(([name, text]) => [name, typeof text === 'string' ? text : JSON.stringify(text)]),
  );
}

function environmentOf(body: JsonObject, files: Readonly<Record<string, string>>): Environment {
  const names = Array.isArray(body['environment_files']) ? body['environment_files'].map(String) : [];
  const layered = names.map((name) => readEnvironment(files[name]));
  const own = body['environment'] === undefined ? [] : [readEnvironment(body['environment'])];
  const merged = [...layered, ...own].reduce(mergedEnvironment, EMPTY_ENVIRONMENT);
  return withParameters(merged, objectOr(body['parameters']));
}

/** Heat writes each file used as a type into the registry (measured). */
function withRegistry(content: StackContent): StackContent {
  const used = new Set<string>();
  collectTypes(content.template, used);
  for (const name of [...used]) {
    if (content.files[name] !== undefined) collectNested(content, name, used);
  }
  const known = [...used].filter(
    (name) => content.files[name] !== undefined && resourceType(content, name) !== undefined,
  );
  if (known.length === 0) return content;
  const entries = Object.fromEntries(known.map((name) => [name, name]));
  const resource_registry = { ...content.environment.resource_registry, ...entries };
  return { ...content, environment: { ...content.environment, resource_registry } };
}

function collectNested(content: StackContent, name: string, used: Set<string>): void {
  const result = readYaml(content.files[name] ?? '');
  if (result.kind !== 'value') return;
  const before = used.size;
  collectTypes(result.value, used);
  if (used.size === before) return;
  for (const inner of [...used].slice(before))
    if (content.files[inner] !== undefined) collectNested(content, inner, used);
}

function collectTypes(value: Json, found: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collectTypes(item, found);
  if (!isObject(value)) return;
  for (const [key, item] of Object.entries(value)) {
    if ((key === 'type' || key === 'Type') && typeof item === 'string' && /\.(?:yaml|template)$/.test(item))
      found.add(item);
    collectTypes(item, found);
  }
}
