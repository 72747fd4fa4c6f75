// The signed address of a scaling policy, which needs no token (heat/api/cfn/v1/signal.py).

import type { Cloud } from '../../cloud.ts';
import { type Answer, empty } from '../../http/answer.ts';
import { type Call, objectBody } from '../../http/call.ts';
import { HeatProblem } from '../problem.ts';
import { siteOf } from '../site.ts';
import { resourceType } from '../types/registry.ts';
import { alarmSignature } from '../types/scaling-policy.ts';
import { failureAnswer } from './failure-answer.ts';
import { findRow } from './resources.ts';

/** Below /signal: /{arn}/{stack name}/{stack id}/resources/{name}. */
export function cloudFormationSignal(cloud: Cloud, call: Call): Answer {
  const [, , id = '', , name = ''] = call.path.split('/').filter((part) => part !== '');
  const stack = cloud.world.stacks.get(id);
  const resource = decodeURIComponent(name);
  if (
    call.method !== 'POST' ||
    stack === undefined ||
    call.query.get('Signature') !== alarmSignature(id, resource)
  ) {
    return failureAnswer(new HeatProblem('Forbidden', 'Access was denied to this resource.'));
  }
  try {
    const row = findRow(stack, resource);
    resourceType(stack.content, row.type)?.signal?.(siteOf(cloud, stack, row), objectBody(call) ?? {});
    return empty(200);
  } catch (error) {
    if (error instanceof HeatProblem) return failureAnswer(error);
    throw error;
  }
}
