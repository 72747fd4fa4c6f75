/** The schema of the facts, as far as paths go: what an expression or an example may name. */
import planSchema from '../../report/schema/plan.schema.json' with { type: 'json' };
import problemsSchema from '../../report/schema/problems.schema.json' with { type: 'json' };
import type { KnownPaths, Shape } from '../cel/paths.ts';
import factsSchema from '../schema/guardrail-facts.schema.json' with { type: 'json' };

interface SchemaNode {
  readonly $ref?: string;
  readonly anyOf?: readonly SchemaNode[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly items?: SchemaNode;
}

// their literal types have no optional keys in common; read as what every JSON Schema is
const FILES = {
  'guardrail-facts.json': factsSchema.$defs,
  'plan.json': planSchema.$defs,
  'problems.json': problemsSchema.$defs,
} as unknown as Readonly<Record<string, Readonly<Record<string, SchemaNode>>>>;

/** Shapes of the variables by name; `params` is the guardrail's own. */
export const FACTS: KnownPaths = shapes(
  factsSchema.properties as Readonly<Record<string, SchemaNode>>,
  'guardrail-facts.json',
);

function shapes(nodes: Readonly<Record<string, SchemaNode>>, file: string): Readonly<Record<string, Shape>> {
  return Object.fromEntries(Object.entries(nodes).map(([key, node]) => [key, shapeOf(node, file)]));
}

function shapeOf(node: SchemaNode, file: string): Shape {
  if (node.$ref !== undefined) {
    const [, other = '', definition = ''] = /^([^#]*)#\/\$defs\/(.+)$/.exec(node.$ref) ?? [];
    const home = other === '' ? file : other;
    const target = FILES[home]?.[definition];
    return target ? shapeOf(target, home) : {};
  }
  // one of the choices is null everywhere
  const inner = node.anyOf?.find((one) => one.properties ?? one.items ?? one.$ref);
  if (inner) return shapeOf(inner, file);
  const { properties, items, additionalProperties } = node;
  return {
    ...(properties && { properties: shapes(properties, file) }),
    ...(items && { items: shapeOf(items, file) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: shapeOf(additionalProperties, file),
    }),
  };
}
