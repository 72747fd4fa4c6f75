/** One view of a template, whether it is written in HOT or in CloudFormation's style. */
import { isJsonObject, type Json, type JsonObject, own } from '../../model/json.ts';

export type Dialect = 'hot' | 'cfn';

export interface TemplateView {
  readonly dialect: Dialect;
  readonly parameters: Readonly<Record<string, JsonObject>>;
  readonly conditions: JsonObject;
  /** CloudFormation's only. */
  readonly mappings: JsonObject;
  readonly resources: Readonly<Record<string, ResourceView>>;
  readonly outputs: JsonObject;
}

export interface ResourceView {
  readonly type: string;
  readonly properties: JsonObject;
  /** metadata, depends_on, deletion_policy, update_policy, condition, … under HOT's names; absent keys are left out. */
  readonly attributes: JsonObject;
}

const SECTIONS = {
  hot: { parameters: 'parameters', conditions: 'conditions', resources: 'resources', outputs: 'outputs' },
  cfn: { parameters: 'Parameters', conditions: 'Conditions', resources: 'Resources', outputs: 'Outputs' },
} as const;

/** CloudFormation's resource keys in HOT's words (heat/engine/cfn/template.py, heat/engine/hot/template.py). */
const CFN_ATTRIBUTES: Readonly<Record<string, string>> = {
  Metadata: 'metadata',
  DependsOn: 'depends_on',
  DeletionPolicy: 'deletion_policy',
  UpdatePolicy: 'update_policy',
  Condition: 'condition',
};

export function viewTemplate(template: JsonObject): TemplateView {
  const dialect = dialectOf(template);
  const sections = SECTIONS[dialect];
  return {
    dialect,
    parameters: objects(template[sections.parameters]),
    conditions: object(template[sections.conditions]),
    mappings: dialect === 'cfn' ? object(template['Mappings']) : {},
    resources: Object.fromEntries(
      Object.entries(objects(template[sections.resources])).map(([name, body]) => [
        name,
        viewResource(body, dialect),
      ]),
    ),
    outputs: object(template[sections.outputs]),
  };
}

export function dialectOf(template: JsonObject): Dialect {
  return 'heat_template_version' in template ? 'hot' : 'cfn';
}

/** The key under which the resources stand. */
export function resourcesKey(template: JsonObject): string {
  return SECTIONS[dialectOf(template)].resources;
}

/** The key of a resource's properties. */
export function propertiesKey(template: JsonObject): string {
  return dialectOf(template) === 'hot' ? 'properties' : 'Properties';
}

/** A resource or member definition as written, in one shape. */
export function viewResource(body: JsonObject, dialect: Dialect): ResourceView {
  const [typeKey, propertiesName] = dialect === 'hot' ? ['type', 'properties'] : ['Type', 'Properties'];
  const attributes = Object.entries(body)
    .filter(([key]) => key !== typeKey && key !== propertiesName)
    .map(([key, value]): [string, Json] => [
      dialect === 'hot' ? key : (own(CFN_ATTRIBUTES, key) ?? key),
      value,
    ]);
  return {
    type: typeof body[typeKey] === 'string' ? body[typeKey] : '',
    properties: object(body[propertiesName]),
    attributes: Object.fromEntries(attributes),
  };
}

/** The value as an object; anything else counts as empty. */
export function object(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function objects(value: Json | undefined): Readonly<Record<string, JsonObject>> {
  return Object.fromEntries(
    Object.entries(object(value)).filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1])),
  );
}
