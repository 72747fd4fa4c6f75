/** How HOT and CloudFormation-style templates name the same things. */
import type { JsonObject } from '../../model/json.ts';

export interface TemplateDialect {
  readonly versionKeys: readonly string[];
  readonly versions: readonly string[];
  readonly sections: readonly string[];
  readonly resources: string;
  readonly outputs: string;
  readonly conditions: string;
  /** Versions that have no conditions yet; what to write to get them. */
  readonly withoutConditions: readonly string[];
  readonly conditionsNeed: string;
  readonly parameters: string;
  readonly resourceKeys: readonly string[];
  readonly type: string;
  readonly properties: string;
  readonly default: string;
  readonly parameterType: string;
  /** Values of a parameter's type that mean text. */
  readonly textType: string;
  /** The function that reads a parameter. */
  readonly getParameter: string;
  readonly pseudoParameters: readonly string[];
}

// heat/engine/hot/template.py SECTIONS, _RESOURCE_KEYS; setup.cfg heat.templates; hot/parameters.py HOTParameters
const HOT: TemplateDialect = {
  versionKeys: ['heat_template_version'],
  versions: [
    '2013-05-23',
    '2014-10-16',
    '2015-04-30',
    '2015-10-15',
    '2016-04-08',
    '2016-10-14',
    '2017-02-24',
    '2017-09-01',
    '2018-03-02',
    '2018-08-31',
    '2021-04-16',
    'newton',
    'ocata',
    'pike',
    'queens',
    'rocky',
    'wallaby',
  ],
  sections: [
    'heat_template_version',
    'description',
    'parameter_groups',
    'parameters',
    'conditions',
    'resources',
    'outputs',
  ],
  resources: 'resources',
  outputs: 'outputs',
  conditions: 'conditions',
  // heat/engine/hot/template.py HOTemplate20161014 is the first with the section
  withoutConditions: ['2013-05-23', '2014-10-16', '2015-04-30', '2015-10-15', '2016-04-08'],
  conditionsNeed: 'heat_template_version: 2016-10-14 or later',
  parameters: 'parameters',
  resourceKeys: [
    'type',
    'properties',
    'metadata',
    'depends_on',
    'deletion_policy',
    'update_policy',
    'description',
    'external_id',
    'condition',
  ],
  type: 'type',
  properties: 'properties',
  default: 'default',
  parameterType: 'type',
  textType: 'string',
  getParameter: 'get_param',
  pseudoParameters: ['OS::stack_id', 'OS::stack_name', 'OS::region', 'OS::project_id'],
};

// heat/engine/cfn/template.py; cfn/parameters.py CfnParameters
const CLOUD_FORMATION: TemplateDialect = {
  versionKeys: ['AWSTemplateFormatVersion', 'HeatTemplateFormatVersion'],
  versions: ['2010-09-09', '2012-12-12'],
  sections: [
    'AWSTemplateFormatVersion',
    'HeatTemplateFormatVersion',
    'Description',
    'Mappings',
    'Parameters',
    'Conditions',
    'Resources',
    'Outputs',
  ],
  resources: 'Resources',
  outputs: 'Outputs',
  conditions: 'Conditions',
  // heat/engine/cfn/template.py: CfnTemplate has the section, HeatTemplate has not (measured)
  withoutConditions: ['2012-12-12'],
  conditionsNeed: "AWSTemplateFormatVersion: '2010-09-09'",
  parameters: 'Parameters',
  resourceKeys: [
    'Type',
    'Properties',
    'Metadata',
    'DependsOn',
    'DeletionPolicy',
    'UpdatePolicy',
    'Description',
    'Condition',
  ],
  type: 'Type',
  properties: 'Properties',
  default: 'Default',
  parameterType: 'Type',
  textType: 'String',
  getParameter: 'Ref',
  pseudoParameters: ['AWS::StackId', 'AWS::StackName', 'AWS::Region'],
};

/** The dialect whose version key stands in the template; null when none does. */
export function dialectOf(template: JsonObject): TemplateDialect | null {
  return (
    [HOT, CLOUD_FORMATION].find(({ versionKeys }) =>
      versionKeys.some((key) => Object.hasOwn(template, key)),
    ) ?? null
  );
}
