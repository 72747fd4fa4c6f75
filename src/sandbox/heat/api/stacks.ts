// Creating, showing, updating and deleting stacks.

import type { Cloud } from '../../cloud.ts';
import { hexDigits } from '../../generator.ts';
import { type Answer, empty, json } from '../../http/answer.ts';
import { type Call, jsonBody } from '../../http/call.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import type { Session } from '../../keystone/tokens.ts';
import { newStack } from '../nested.ts';
import { describeOutput } from '../outputs.ts';
import { badRequest, HeatProblem, stackNotFound } from '../problem.ts';
import type { Stack, StackContent } from '../records.ts';
import { describeParameter } from '../template/parameters.ts';
import { readTemplate } from '../template/template.ts';
import { startTraversal } from '../traversal.ts';
import { remoteError } from './failure-answer.ts';
import { boolean, booleanQuery, integer } from './query.ts';
import { checkContent, patchedContent, wholeContent } from './stack-content.ts';
import { shownEnvironment, shownStack, stackLinks, stackUrl } from './stack-view.ts';

export function bodyOf(call: Call): JsonObject {
  const body = jsonBody(call);
  if (isObject(body)) return body;
  if (body === undefined && call.body.trim() !== '') {
    throw badRequest('Expecting property name enclosed in double quotes: line 1 column 2 (char 1)');
  }
  throw badRequest(
    'The server could not comply with the request since it is either malformed or otherwise incorrect.',
  );
}

export function createStack(cloud: Cloud, call: Call, session: Session): Answer {
  const body = bodyOf(call);
  const name = checkedName(body['stack_name']);
  const content = wholeContent(body);
  const options = optionsOf(body);
  if (session.viaApplicationCredential) return remoteError();
  if (cloud.stackNames.has(`${session.project.id}/${name}`)) {
    throw new HeatProblem('StackExists', `The Stack (${name}) already exists.`);
  }
  checkContent(cloud, content);
  const stack = makeStack(cloud, session, name, content, options);
  cloud.addStack(stack);
  startTraversal(cloud, stack, 'CREATE');
  const shown = { stack: { id: stack.id, links: stackLinks(cloud, stack) } };
  return json(201, shown, { location: stackUrl(cloud, stack) });
}

export function makeStack(
  cloud: Cloud,
  session: Session,
  name: string,
  content: StackContent,
  options: Options,
): Stack {
  return newStack(cloud, {
    name,
    project: session.project.id,
    user: session.user.id,
    owner: session.user.name,
    userProject: hexDigits(cloud.world, 32),
    parent: null,
    depth: 0,
    content,
    tags: options.tags ?? [],
    disableRollback: options.disableRollback ?? true,
    timeoutMins: options.timeoutMins ?? null,
  });
}

export function showStack(cloud: Cloud, call: Call, _session: Session, stack: Stack): Answer {
  const asked = call.query.get('resolve_outputs');
  return json(200, { stack: shownStack(cloud, stack, boolean('resolve_outputs', asked) ?? true) });
}

export function showTemplate(_cloud: Cloud, _call: Call, _session: Session, stack: Stack): Answer {
  return json(200, stack.content.template);
}

export function showEnvironment(_cloud: Cloud, _call: Call, _session: Session, stack: Stack): Answer {
  return json(200, shownEnvironment(stack.content));
}

export function showFiles(_cloud: Cloud, _call: Call, _session: Session, stack: Stack): Answer {
  return json(200, stack.content.files);
}

export function listOutputs(_cloud: Cloud, _call: Call, _session: Session, stack: Stack): Answer {
  const { outputs } = readTemplate(stack.content.template);
  return json(200, { outputs: outputs.map(({ name, description }) => ({ output_key: name, description })) });
}

export function showOutput(cloud: Cloud, _call: Call, _session: Session, stack: Stack, name: string): Answer {
  const output = readTemplate(stack.content.template).outputs.find((one) => one.name === name);
  if (output === undefined) throw new HeatProblem('NotFound', `Specified output key ${name} not found.`);
  return json(200, { output: describeOutput(cloud, stack, output) });
}

/** PUT: what is not sent is gone; only rollback and time-out stay (measured). */
export function replaceContent(cloud: Cloud, call: Call, _session: Session, stack: Stack): Answer {
  const body = bodyOf(call);
  return update(cloud, stack, body, wholeContent(body), optionsOf(body).tags ?? []);
}

/** PATCH: what is not sent stays. */
export function patchContent(cloud: Cloud, call: Call, _session: Session, stack: Stack): Answer {
  const body = call.body.trim() === '' ? {} : bodyOf(call);
  return update(cloud, stack, body, patchedContent(body, stack.content), optionsOf(body).tags ?? stack.tags);
}

function update(
  cloud: Cloud,
  stack: Stack,
  body: JsonObject,
  content: StackContent,
  tags: readonly string[],
): Answer {
  const options = optionsOf(body);
  if (stack.deleted !== null) throw stackNotFound(stack.name);
  checkContent(cloud, content);
  stack.tags = tags;
  stack.disableRollback = options.disableRollback ?? stack.disableRollback;
  stack.timeoutMins = options.timeoutMins ?? stack.timeoutMins;
  startTraversal(cloud, stack, 'UPDATE', content);
  return json(202, {
    message: 'The request is accepted for processing.<br /><br />\n\n\n',
    code: '202 Accepted',
    title: 'Accepted',
  });
}

export function deleteStack(cloud: Cloud, _call: Call, _session: Session, stack: Stack): Answer {
  if (stack.deleted !== null) throw stackNotFound(stack.name);
  if (stack.action !== 'DELETE' || stack.status !== 'IN_PROGRESS') startTraversal(cloud, stack, 'DELETE');
  return empty(204);
}

/** POST /validate looks at the template's form and parameters only. */
export function validateTemplate(cloud: Cloud, call: Call, _session: Session): Answer {
  const body = bodyOf(call);
  const content = wholeContent(body);
  const template = readTemplate(content.template);
  const parameters = Object.entries(template.parameters).map(([name, raw]) => [
    name,
    describeParameter(name, raw, template.dialect),
  ]);
  const { resource_registry, event_sinks, parameter_defaults } = content.environment;
  const given = content.environment.parameters;
  checkNames(cloud, content);
  return json(200, {
    Description: template.description,
    Parameters: Object.fromEntries(parameters),
    Environment: { resource_registry, parameters: given, parameter_defaults, event_sinks },
    ...(booleanQuery(call, 'show_nested') ? { NestedParameters: {} } : {}),
  });
}

/** An unknown property is told here with one colon less, and as HTTPBadRequest (measured). */
function checkNames(cloud: Cloud, content: StackContent): void {
  try {
    checkContent(cloud, content);
  } catch (error) {
    if (!(error instanceof HeatProblem)) throw error;
    if (/Unknown Property|could not be found/.test(error.message))
      throw badRequest(error.message.replaceAll(': : ', ': '));
  }
}

export interface Options {
  readonly tags: readonly string[] | undefined;
  readonly disableRollback: boolean | undefined;
  readonly timeoutMins: number | undefined;
}

export function optionsOf(body: JsonObject): Options {
  return {
    tags: tagsOf(body['tags']),
    disableRollback: boolean('disable_rollback', body['disable_rollback']),
    timeoutMins: integer('timeout_mins', body['timeout_mins']),
  };
}

function tagsOf(value: Json | undefined): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  const tags = (Array.isArray(value) ? value.map(String) : String(value).split(',')).filter(
    (tag) => tag !== '',
  );
  const long = tags.find((tag) => tag.length > 80);
  if (long !== undefined) throw badRequest(`Invalid tag, "${long}" is longer than 80 characters`);
  return tags;
}

export function checkedName(value: Json | undefined): string {
  if (typeof value !== 'string') {
    throw new HeatProblem(
      'StackValidationFailed',
      `Invalid stack name ${value === null || value === undefined ? 'None' : String(value)}, must be a string`,
    );
  }
  if (/^[a-zA-Z][a-zA-Z0-9_.-]{0,254}$/.test(value)) return value;
  const message = `Invalid stack name ${value} must contain only alphanumeric or "_-." characters, must start with alpha and must be 255 characters or less.`;
  throw new HeatProblem('StackValidationFailed', message);
}
