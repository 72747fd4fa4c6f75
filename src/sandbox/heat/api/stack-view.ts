// A stack as the list and the show call give it.

import type { Cloud } from '../../cloud.ts';
import type { JsonObject } from '../../json.ts';
import { seconds, secondsOrNull } from '../../times.ts';
import { describeOutputs } from '../outputs.ts';
import type { Environment, Stack, StackContent } from '../records.ts';
import { contentParameters } from '../scope.ts';
import { parameterText } from '../template/constraint.ts';
import { hiddenNames } from '../template/parameters.ts';
import { readTemplate } from '../template/template.ts';

export const MASK = '******';

export function stackUrl(cloud: Cloud, stack: Pick<Stack, 'project' | 'name' | 'id'>): string {
  return `${cloud.base}/orchestration/v1/${stack.project}/stacks/${stack.name}/${stack.id}`;
}

export function stackLinks(cloud: Cloud, stack: Pick<Stack, 'project' | 'name' | 'id'>): JsonObject[] {
  return [{ href: stackUrl(cloud, stack), rel: 'self' }];
}

/** Without parameters, outputs and template; the description is always empty here (measured). */
export function listedStack(cloud: Cloud, stack: Stack): JsonObject {
  return {
    id: stack.id,
    links: stackLinks(cloud, stack),
    stack_name: stack.name,
    description: '',
    stack_status: `${stack.action}_${stack.status}`,
    stack_status_reason: stack.reason,
    creation_time: seconds(stack.created),
    updated_time: secondsOrNull(stack.updated),
    deletion_time: secondsOrNull(stack.deleted),
    stack_owner: stack.owner,
    parent: stack.parent?.stack ?? null,
    stack_user_project_id: stack.userProject,
    tags: stack.tags.length > 0 ? [...stack.tags] : null,
  };
}

export function shownStack(cloud: Cloud, stack: Stack, withOutputs: boolean): JsonObject {
  const { description } = readTemplate(stack.content.template);
  return {
    stack_name: stack.name,
    id: stack.id,
    links: stackLinks(cloud, stack),
    creation_time: seconds(stack.created),
    updated_time: secondsOrNull(stack.updated),
    deletion_time: secondsOrNull(stack.deleted),
    notification_topics: [],
    parameters: shownParameters(cloud, stack.content, stack),
    description,
    template_description: description,
    capabilities: [],
    disable_rollback: stack.disableRollback,
    timeout_mins: stack.timeoutMins,
    stack_owner: stack.owner,
    parent: stack.parent?.stack ?? null,
    stack_user_project_id: stack.userProject,
    tags: [...stack.tags],
    stack_status: `${stack.action}_${stack.status}`,
    stack_status_reason: stack.reason,
    ...(withOutputs && stack.deleted === null ? { outputs: describeOutputs(cloud, stack) } : {}),
  };
}

/** All of them, defaults included, as text; hidden ones masked. */
export function shownParameters(
  cloud: Cloud,
  content: StackContent,
  stack: Pick<Stack, 'id' | 'name' | 'project'>,
): JsonObject {
  const template = readTemplate(content.template);
  const { values, hidden } = contentParameters(cloud, content);
  const pseudo: JsonObject =
    template.dialect === 'hot'
      ? { 'OS::stack_id': stack.id, 'OS::project_id': stack.project, 'OS::stack_name': stack.name }
      : {
          'AWS::StackId': `arn:openstack:heat::${stack.project}:stacks/${stack.name}/${stack.id}`,
          'AWS::Region': 'ap-southeast-1',
          'AWS::StackName': stack.name,
        };
  const own = [...values].map(([name, value]) => [name, hidden.has(name) ? MASK : parameterText(value)]);
  return { ...pseudo, ...Object.fromEntries(own) };
}

/** Only what was given, hidden parameters masked. */
export function shownEnvironment(content: StackContent): Environment {
  const hidden = hiddenNames(readTemplate(content.template));
  const masked = (values: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, hidden.has(name) ? MASK : value]),
    );
  const { resource_registry, parameters, parameter_defaults, event_sinks } = content.environment;
  return {
    resource_registry,
    parameters: masked(parameters),
    parameter_defaults: masked(parameter_defaults),
    event_sinks,
    encrypted_param_names: [],
  };
}
