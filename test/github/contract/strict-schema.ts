/** Turns a schema of OpenAPI 3.0 into a JSON schema that takes no field the description does not name. */

type Node = Readonly<Record<string, unknown>>;

const BRANCHES = ['allOf', 'anyOf', 'oneOf'];
/** Keywords that hold schemas by names that are not keywords. */
const NAMED = new Set(['properties', 'schemas']);

export function strictSchema(schema: unknown, open = false): unknown {
  if (Array.isArray(schema)) return schema.map((one) => strictSchema(one, open));
  if (!isNode(schema)) return schema;
  const { nullable, ...rest } = schema;
  const closed = closedObject(rest, open);
  return nullable === true ? orNull(closed) : closed;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Branches add conditions to the object that holds them: only that object knows all the fields. */
function closedObject(schema: Node, open: boolean): Node {
  const hasBranches = BRANCHES.some((name) => name in schema);
  const ownFields = isNode(schema['properties']);
  const entries = Object.entries(schema)
    .filter(([key]) => !(open && key === 'additionalProperties'))
    .map(([key, value]) => [key, below(key, value, ownFields)]);
  const known: Node = Object.fromEntries(entries);
  if (open || !ownFields || 'additionalProperties' in schema) return known;
  return { ...known, [hasBranches ? 'unevaluatedProperties' : 'additionalProperties']: false };
}

function below(key: string, value: unknown, ownFields: boolean): unknown {
  if (key === '$ref') return `github${value}`;
  if (key === 'enum' || key === 'default' || key === 'required') return value;
  if (NAMED.has(key) && isNode(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, strictSchema(one)]));
  }
  return strictSchema(value, key === 'allOf' || (BRANCHES.includes(key) && ownFields));
}

function orNull(schema: Node): Node {
  return { anyOf: [{ type: 'null' }, schema] };
}
