// The token of a wait condition's handle: a user of the stack alone, who may signal and nothing else.

import type { Cloud } from '../../cloud.ts';
import { type Call, header } from '../../http/call.ts';
import type { Session } from '../../keystone/tokens.ts';
import { currentRows } from '../rows.ts';
import { handleToken } from '../types/wait-condition.ts';

/** The session of a signal to a handle with that handle's own token, or undefined. */
export function handleSession(cloud: Cloud, call: Call): Session | undefined {
  const [, id = '', name = ''] =
    /^\/[^/]+\/stacks\/[^/]+\/([^/]+)\/resources\/([^/]+)\/signal$/.exec(call.path) ?? [];
  const stack = cloud.world.stacks.get(id);
  if (stack === undefined) return undefined;
  const row = currentRows(stack).find((one) => one.name === name);
  if (row?.type !== 'OS::Heat::WaitConditionHandle') return undefined;
  if (header(call, 'x-auth-token') !== handleToken(stack, row)) return undefined;
  const { users, projects } = cloud.world.identity;
  const user = users.find((one) => one.id === stack.user);
  const project = projects.find((one) => one.id === stack.project);
  if (user === undefined || project === undefined) return undefined;
  return { user, project, roles: ['heat_stack_user'], viaApplicationCredential: false };
}
