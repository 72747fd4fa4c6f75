/** Checks a cloud-config against cloud-init's own schema, each problem at the line that has it. */
import { CLOUD_CONFIG_SCHEMA } from '../../../generated/cloud-config-schema.ts';
import type { Json, JsonObject } from '../../../model/json.ts';
import { isJsonObject } from '../../../model/json.ts';
import type { Finding, Position, Problem } from '../../../model/problem.ts';
import { positionOf } from '../positions.ts';
import { unescaped } from '../schema-lookup.ts';
import { pointerTo, type YamlValue } from '../yaml-values.ts';
import { readCloudConfigYaml } from './cloud-config-yaml.ts';
import { type Checked, type Content, problemAt } from './content.ts';
import { failureSentence, outdatedSentence } from './schema-sentences.ts';
import { type Failure, judge, type Outdated, type Schema, typeName } from './schema-verdict.ts';
import { isSensitive } from './sensitive-keys.ts';

export interface CloudConfig extends Checked {
  /** null when it can't be read. */
  readonly value: JsonObject | null;
  /** Where the value at the pointer stands in the file. */
  readonly positionAt: (pointer: string) => Position;
}

/** `unknown`: whether the value at the pointer is known only when the server boots, so that it may be anything. */
export function checkCloudConfig(
  content: Content,
  unknown: (value: Json) => boolean = () => false,
): CloudConfig {
  const { yaml, dates, problems } = readCloudConfigYaml(content);
  const positionAt = (pointer: string) => placed(content, yaml, pointer);
  if (yaml === null || problems.length > 0) return { value: null, positionAt, problems, findings: [] };
  const { value } = yaml;
  if (!isJsonObject(value)) {
    const { line, column } = yaml.start;
    return {
      value: null,
      positionAt,
      problems: [problemAt(content, line, column, noMapping(value))],
      findings: [],
    };
  }
  const { failures, outdated } = judge(schema(), value, {
    isDate: (pointer) => dates.has(pointer),
    isWholeFloat: (pointer) => yaml.wholeFloats.has(pointer),
  });
  const known = failures.filter(
    (failure) => !unknown(failure.kind === 'unknown-key' ? failure.key : valueAt(value, failure.pointer)),
  );
  return {
    value,
    positionAt,
    problems: known.slice(0, MAX_PROBLEMS).map((failure) => problem(content, yaml, dates, failure)),
    findings: outdated.map((one) => finding(one, positionAt(one.pointer))),
  };
}

/** As many as are shown of one file. */
const MAX_PROBLEMS = 101;

let parsed: Schema | null = null;

/** Read when the first cloud-config comes: most runs have none. */
function schema(): Schema {
  parsed ??= JSON.parse(CLOUD_CONFIG_SCHEMA) as Schema;
  return parsed;
}

function noMapping(value: Json): string {
  const what = { array: 'a list', string: 'text', null: 'empty' }[typeName(value)] ?? 'a single value';
  return `the cloud-config is ${what}; it must be a mapping of keys to values, such as "packages: [nginx]"`;
}

function problem(content: Content, yaml: YamlValue, dates: ReadonlySet<string>, failure: Failure): Problem {
  const { pointer } = failure;
  const message = failureSentence(failure, {
    value: valueAt(yaml.value, pointer),
    hidden: isSensitive(pointer),
    date: dates.has(pointer),
    wholeFloat: yaml.wholeFloats.get(pointer) ?? null,
  });
  const key = failure.kind === 'unknown-key' ? yaml.keys.get(pointerTo(pointer, failure.key)) : undefined;
  const at = key ?? positionOf(yaml, pointer);
  return problemAt(content, at.line, at.column, message);
}

function finding(outdated: Outdated, source: Position): Finding {
  return { rule: 'user-data-outdated-key', severity: 'warn', message: outdatedSentence(outdated), source };
}

function placed(content: Content, yaml: YamlValue | null, pointer: string): Position {
  const { line, column } = yaml === null ? { line: 1, column: 1 } : positionOf(yaml, pointer);
  return content.at(line, column);
}

export function valueAt(root: Json, pointer: string): Json {
  let value: unknown = root;
  for (const step of pointer.split('/').slice(1).map(unescaped)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return null;
    value = Reflect.get(value, step);
  }
  return value as Json;
}
