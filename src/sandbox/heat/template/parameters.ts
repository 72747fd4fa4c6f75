// The parameters of a stack: types, defaults, constraints, and how the API shows them.

import { isObject, type Json, type JsonObject, objectOr, textOr } from '../../json.ts';
import { pythonJson } from '../../python-text.ts';
import { HeatProblem } from '../problem.ts';
import type { Environment } from '../records.ts';
import { type CustomCheck, constraintTrouble, parameterText } from './constraint.ts';
import type { Template } from './template.ts';

export interface ParameterValues {
  readonly values: ReadonlyMap<string, Json>;
  readonly hidden: ReadonlySet<string>;
}

interface Schema {
  readonly name: string;
  readonly type: string;
  readonly fallback: Json | undefined;
  readonly hidden: boolean;
  readonly constraints: readonly JsonObject[];
}

const HOT_TYPES: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  json: 'json',
  comma_delimited_list: 'list',
};
const CFN_TYPES: Readonly<Record<string, string>> = {
  String: 'string',
  Number: 'number',
  CommaDelimitedList: 'list',
  Json: 'json',
  Boolean: 'boolean',
};

/** Every parameter with its value; throws what Heat answers (heat/engine/parameters.py Parameters.validate). */
export function parameterValues(
  template: Template,
  environment: Environment,
  check: CustomCheck,
): ParameterValues {
  const schemas = Object.entries(template.parameters).map(([name, raw]) =>
    readSchema(name, raw, template.dialect),
  );
  const stranger = Object.keys(environment.parameters).find(
    (name) => template.parameters[name] === undefined,
  );
  if (stranger !== undefined) {
    throw new HeatProblem('UnknownUserParameter', `The Parameter (${stranger}) was not defined in template.`);
  }
  const values = new Map<string, Json>();
  for (const schema of schemas) values.set(schema.name, parameterValue(schema, environment, check));
  return { values, hidden: new Set(schemas.filter((schema) => schema.hidden).map((schema) => schema.name)) };
}

/** All names that the template hides. */
export function hiddenNames(template: Template): ReadonlySet<string> {
  const schemas = Object.entries(template.parameters).map(([name, raw]) =>
    readSchema(name, raw, template.dialect),
  );
  return new Set(schemas.filter((schema) => schema.hidden).map((schema) => schema.name));
}

/** As POST /validate shows a parameter (heat/engine/api.py format_validate_parameter). */
export function describeParameter(name: string, raw: Json, dialect: 'hot' | 'cfn'): JsonObject {
  const schema = readSchema(name, raw, dialect);
  const shown: Readonly<Record<string, string>> = {
    string: 'String',
    number: 'Number',
    boolean: 'Boolean',
    json: 'Json',
    list: 'CommaDelimitedList',
  };
  const source = objectOr(raw);
  return {
    Type: shown[schema.type] ?? 'String',
    Description: textOr(source['description'] ?? source['Description'], ''),
    NoEcho: schema.hidden ? 'true' : 'false',
    Label: textOr(source['label'], name),
    ...(schema.fallback === undefined ? {} : { Default: schema.fallback }),
    ...Object.assign({}, ...schema.constraints.map(describeConstraint)),
  };
}

function describeConstraint(constraint: JsonObject): JsonObject {
  const range = objectOr(constraint['range']);
  const length = objectOr(constraint['length']);
  const entries: [string, Json | undefined][] = [
    ['MinValue', range['min']],
    ['MaxValue', range['max']],
    ['MinLength', length['min']],
    ['MaxLength', length['max']],
    ['AllowedValues', constraint['allowed_values']],
    ['AllowedPattern', constraint['allowed_pattern']],
    ['CustomConstraint', constraint['custom_constraint']],
    ['ConstraintDescription', constraint['description']],
  ];
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

function readSchema(name: string, raw: Json, dialect: 'hot' | 'cfn'): Schema {
  const source = objectOr(raw);
  const type = (dialect === 'hot' ? HOT_TYPES : CFN_TYPES)[
    String(source[dialect === 'hot' ? 'type' : 'Type'])
  ];
  if (type === undefined) {
    const message = `Invalid type (${String(source['type'] ?? source['Type'])})`;
    throw new HeatProblem('InvalidSchemaError', message);
  }
  if (dialect === 'hot') {
    const constraints = Array.isArray(source['constraints']) ? source['constraints'].filter(isObject) : [];
    return { name, type, fallback: source['default'], hidden: isTrue(source['hidden']), constraints };
  }
  return {
    name,
    type,
    fallback: source['Default'],
    hidden: isTrue(source['NoEcho']),
    constraints: cfnConstraints(source),
  };
}

function cfnConstraints(source: JsonObject): JsonObject[] {
  const found: JsonObject[] = [];
  const description = source['ConstraintDescription'];
  const more: JsonObject = description === undefined ? {} : { description };
  if (source['AllowedValues'] !== undefined) found.push({ allowed_values: source['AllowedValues'], ...more });
  if (source['AllowedPattern'] !== undefined)
    found.push({ allowed_pattern: source['AllowedPattern'], ...more });
  const range = limits(source['MinValue'], source['MaxValue']);
  if (range !== undefined) found.push({ range, ...more });
  const length = limits(source['MinLength'], source['MaxLength']);
  if (length !== undefined) found.push({ length, ...more });
  return found;
}

function limits(min: Json | undefined, max: Json | undefined): JsonObject | undefined {
  if (min === undefined && max === undefined) return undefined;
  return {
    ...(min === undefined ? {} : { min: Number(min) }),
    ...(max === undefined ? {} : { max: Number(max) }),
  };
}

function isTrue(value: Json | undefined): boolean {
  return value === true || /^(?:true|yes|on|1|t|y)$/i.test(String(value));
}

function parameterValue(schema: Schema, environment: Environment, check: CustomCheck): Json {
  const given = environment.parameters[schema.name] ?? environment.parameter_defaults[schema.name];
  const raw = given ?? schema.fallback;
  if (raw === undefined || raw === null) {
    if (schema.fallback === null) return null;
    throw new HeatProblem('UserParameterMissing', `The Parameter (${schema.name}) was not provided.`);
  }
  const value = typed(schema, raw);
  for (const constraint of schema.constraints)
    checkConstraint(schema, constraint, raw, value, given === undefined, check);
  return value;
}

function typed(schema: Schema, raw: Json): Json {
  switch (schema.type) {
    case 'number':
      return asNumber(schema.name, raw);
    case 'boolean':
      return asBoolean(schema.name, raw);
    case 'json':
      return typeof raw === 'string' ? parsedJson(schema.name, raw) : raw;
    case 'list':
      return Array.isArray(raw)
        ? raw
        : raw === ''
          ? []
          : String(raw)
              .split(',')
              .map((item) => item.trim());
    default:
      return typeof raw === 'object' ? pythonJson(raw) : parameterText(raw);
  }
}

function asNumber(name: string, raw: Json): number {
  const value = typeof raw === 'string' && raw.trim() === '' ? Number.NaN : Number(raw);
  if (Number.isNaN(value) || typeof raw === 'object') {
    throw invalid(
      name,
      `could not convert string to float: ${typeof raw === 'string' ? `'${raw}'` : String(raw)}`,
    );
  }
  return value;
}

function asBoolean(name: string, raw: Json): boolean {
  const text = String(raw).toLowerCase();
  if (['true', 't', '1', 'yes', 'y', 'on'].includes(text)) return true;
  if (['false', 'f', '0', 'no', 'n', 'off'].includes(text)) return false;
  throw invalid(
    name,
    `Unrecognized value '${String(raw)}', acceptable values are: '0', '1', 'f', 'false', 'n', 'no', 'off', 'on', 't', 'true', 'y', 'yes'`,
  );
}

function parsedJson(name: string, raw: string): Json {
  try {
    return JSON.parse(raw) as Json;
  } catch {
    throw invalid(name, `Value must be valid JSON: ${raw}`);
  }
}

function invalid(name: string, message: string): HeatProblem {
  return new HeatProblem('StackValidationFailed', `Parameter '${name}' is invalid: ${message}`);
}

function checkConstraint(
  schema: Schema,
  constraint: JsonObject,
  raw: Json,
  value: Json,
  isDefault: boolean,
  check: CustomCheck,
): void {
  const broken = constraintTrouble(constraint, value, check);
  if (broken === undefined) return;
  const custom = constraint['custom_constraint'] !== undefined;
  const message = textOr(constraint['description'], broken);
  if (!isDefault || custom) throw invalid(schema.name, message);
  const text = `Parameter '${schema.name}' is invalid: Invalid default ${parameterText(raw)} (${message})`;
  throw new HeatProblem('InvalidSchemaError', text);
}
