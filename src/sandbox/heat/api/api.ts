// Heat's routes, and who may use them.

import type { Cloud } from '../../cloud.ts';
import { type Answer, empty, json, webobNotFound } from '../../http/answer.ts';
import type { Call } from '../../http/call.ts';
import { type Parameters, routes } from '../../http/routes.ts';
import { mayWrite, type Session, sessionOf } from '../../keystone/tokens.ts';
import { HeatProblem, InvalidValue, stackNotFound } from '../problem.ts';
import type { Stack } from '../records.ts';
import { templateVersions } from '../template/template.ts';
import { stackAction } from './actions.ts';
import { listEvents, listResourceEvents, showEvent } from './event-list.ts';
import { failureAnswer, unauthorized } from './failure-answer.ts';
import { handleSession } from './handle-token.ts';
import { previewCreate, previewPatch, previewReplace } from './previews.ts';
import {
  listResources,
  listTypes,
  markUnhealthy,
  showMetadata,
  showResource,
  showType,
  signalResource,
} from './resources.ts';
import { listStacks, listStacksDetailed } from './stack-list.ts';
import { stackUrl } from './stack-view.ts';
import {
  createStack,
  deleteStack,
  listOutputs,
  patchContent,
  replaceContent,
  showEnvironment,
  showFiles,
  showOutput,
  showStack,
  showTemplate,
  validateTemplate,
} from './stacks.ts';

type Handler = (cloud: Cloud, call: Call, session: Session, parameters: Parameters) => Answer;
type OnStack = (cloud: Cloud, call: Call, session: Session, stack: Stack, name: string) => Answer;

interface Route {
  readonly handler: Handler;
  /** The rule a reader is refused by (heat/policies); without one readers may. */
  readonly rule?: string;
}

const open = (handler: Handler): Route => ({ handler });
const guarded = (rule: string, handler: Handler): Route => ({ handler, rule });
const onStack =
  (handler: OnStack): Handler =>
  (cloud, call, session, parameters) =>
    handler(
      cloud,
      call,
      session,
      namedStack(cloud, session, parameters),
      parameters['resource'] ?? parameters['output'] ?? '',
    );

const STACK = '/:project/stacks/:name/:id';

const find = routes<Route>({
  'GET /:project/stacks': open(listStacks),
  'POST /:project/stacks': guarded('stacks:create', createStack),
  'GET /:project/stacks/detail': open(listStacksDetailed),
  'POST /:project/stacks/preview': open(previewCreate),
  'GET /:project/stacks/:name': open(redirect('')),
  'DELETE /:project/stacks/:name': open(redirect('')),
  'PUT /:project/stacks/:name': open(redirect('')),
  'PATCH /:project/stacks/:name': open(redirect('')),
  'GET /:project/stacks/:name/resources': open(redirect('/resources')),
  'GET /:project/stacks/:name/events': open(redirect('/events')),
  'GET /:project/stacks/:name/template': open(redirect('/template')),
  [`GET ${STACK}`]: open(onStack(showStack)),
  [`PUT ${STACK}`]: guarded('stacks:update', onStack(replaceContent)),
  [`PATCH ${STACK}`]: guarded('stacks:update_patch', onStack(patchContent)),
  [`DELETE ${STACK}`]: guarded('stacks:delete', onStack(deleteStack)),
  [`PUT ${STACK}/preview`]: guarded('stacks:preview_update', onStack(previewReplace)),
  [`PATCH ${STACK}/preview`]: guarded('stacks:preview_update_patch', onStack(previewPatch)),
  [`GET ${STACK}/template`]: open(onStack(showTemplate)),
  [`GET ${STACK}/environment`]: open(onStack(showEnvironment)),
  [`GET ${STACK}/files`]: open(onStack(showFiles)),
  [`GET ${STACK}/outputs`]: open(onStack(listOutputs)),
  [`GET ${STACK}/outputs/:output`]: open(onStack(showOutput)),
  [`GET ${STACK}/resources`]: open(onStack(listResources)),
  [`GET ${STACK}/resources/:resource`]: open(onStack(showResource)),
  [`PATCH ${STACK}/resources/:resource`]: guarded('resource:mark_unhealthy', onStack(markUnhealthy)),
  [`GET ${STACK}/resources/:resource/metadata`]: open(onStack(showMetadata)),
  [`POST ${STACK}/resources/:resource/signal`]: open(onStack(signalResource)),
  [`GET ${STACK}/resources/:resource/events`]: open(onStack(listResourceEvents)),
  [`GET ${STACK}/resources/:resource/events/:event`]: open((cloud, _call, session, parameters) =>
    showEvent(
      cloud,
      namedStack(cloud, session, parameters),
      parameters['resource'] ?? '',
      parameters['event'] ?? '',
    ),
  ),
  [`GET ${STACK}/events`]: open(onStack(listEvents)),
  [`POST ${STACK}/actions`]: open(onStack(stackAction)),
  [`GET ${STACK}/export`]: open(() => {
    throw new HeatProblem('NotSupported', 'Stack Abandon is not supported.');
  }),
  [`DELETE ${STACK}/abandon`]: open(() => {
    throw new HeatProblem('NotSupported', 'Stack Abandon is not supported.');
  }),
  'POST /:project/validate': guarded('stacks:validate_template', (cloud, call, session) =>
    validateTemplate(cloud, call, session),
  ),
  'GET /:project/build_info': open(() =>
    json(200, { api: { revision: 'unknown' }, engine: { revision: 'unknown' } }),
  ),
  'GET /:project/template_versions': open(() => json(200, { template_versions: templateVersions() })),
  'GET /:project/resource_types': open((cloud, call) => listTypes(cloud, call)),
  'GET /:project/resource_types/:type': open((cloud, call, session, parameters) =>
    showType(cloud, call, session, parameters['type'] ?? ''),
  ),
});

/** `call.path` is below /orchestration/v1. */
export function orchestrationApi(cloud: Cloud, call: Call): Answer {
  const session = sessionOf(cloud, call) ?? handleSession(cloud, call);
  if (session === undefined) return unauthorized(cloud.base);
  const matched = find(call.method, call.path);
  if (matched === undefined) return webobNotFound();
  try {
    const { handler, rule } = matched.handler;
    checkRights(session, matched.parameters['project'], rule);
    return handler(cloud, call, session, matched.parameters);
  } catch (error) {
    if (error instanceof HeatProblem) return failureAnswer(error);
    if (error instanceof InvalidValue) return failureAnswer(error.toProblem());
    throw error;
  }
}

export function orchestrationVersions(cloud: Cloud): Answer {
  const links = [{ rel: 'self', href: `${cloud.base}/orchestration/v1/` }];
  return json(300, { versions: [{ id: 'v1.0', status: 'CURRENT', links }] });
}

function checkRights(session: Session, project: string | undefined, rule: string | undefined): void {
  if (project !== session.project.id)
    throw new HeatProblem('HTTPForbidden', 'Access was denied to this resource.');
  if (rule !== undefined && !mayWrite(session)) {
    throw new HeatProblem('Forbidden', `You are not authorized to use ${rule}.`);
  }
}

function namedStack(cloud: Cloud, session: Session, { name = '', id = '' }: Parameters): Stack {
  const stack = cloud.world.stacks.get(id);
  if (stack === undefined || stack.name !== name || stack.project !== session.project.id)
    throw stackNotFound(name);
  return stack;
}

/** A name or id alone leads to the full address. */
function redirect(rest: string): Handler {
  return (cloud, call, session, { name = '' }) => {
    const id = cloud.stackNames.get(`${session.project.id}/${name}`) ?? name;
    const stack = cloud.world.stacks.get(id);
    if (stack === undefined || stack.project !== session.project.id) throw stackNotFound(name);
    const query = call.rawQuery === '' ? '' : `?${call.rawQuery}`;
    return empty(302, { location: `${stackUrl(cloud, stack)}${rest}${query}` });
  };
}
