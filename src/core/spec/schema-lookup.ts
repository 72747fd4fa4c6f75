/** Finds what the JSON Schema says of the value at a pointer of a document. */
import schema from './schema/spec.schema.json' with { type: 'json' };
import type { OwnKind } from './spec-documents.ts';

export interface SchemaNode {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly patternErrorMessage?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly items?: SchemaNode;
  readonly examples?: readonly unknown[];
}

// its literal type has no optional keys in common; read as what every JSON Schema is
const DEFINITIONS = schema.$defs as Readonly<Record<string, SchemaNode>>;

/** The schema of the value at the pointer; what stands beside a `$ref` wins over what it names. */
export function schemaAt(kind: OwnKind, pointer: string): SchemaNode {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<SchemaNode>(
    (node, step) => resolved(below(node, unescaped(step))),
    resolved(DEFINITIONS[kind]),
  );
}

export function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function below(node: SchemaNode, step: string): SchemaNode | undefined {
  const { properties, items, additionalProperties } = node;
  if (properties !== undefined && Object.hasOwn(properties, step)) return properties[step];
  if (items !== undefined) return items;
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

function resolved(node: SchemaNode | undefined): SchemaNode {
  if (node?.$ref === undefined) return node ?? {};
  const target = DEFINITIONS[node.$ref.replace('#/$defs/', '')];
  return { ...resolved(target), ...node };
}
