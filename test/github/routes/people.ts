/** Who asks, who may do what, and the repository itself. */
import { oldPermission, ownUserShape, repositoryShape, userShape } from '../shapes/people.ts';
import type { Call, Routes } from './call.ts';
import { NOT_FOUND, ok, refused } from './call.ts';

export const PEOPLE: Routes = {
  'users/get-authenticated': ({ store, token }) =>
    token.tells === 'rest'
      ? ok(ownUserShape(store, token.login))
      : refused(403, 'Resource not accessible by integration'),
  'repos/get': ({ store }) => ok(repositoryShape(store, 'full-repository')),
  'repos/get-collaborator-permission-level': permission,
  'rate-limit/get': () => {
    const one = { limit: 1000, remaining: 999, reset: 1_900_000_000, used: 1 };
    return ok({ resources: { core: one, search: one, graphql: one }, rate: one });
  },
};

function permission({ store, path }: Call) {
  const account = store.accounts.get((path['username'] ?? '').toLowerCase());
  if (account === undefined) return NOT_FOUND;
  const { login, role } = account;
  const may = (...roles: readonly string[]) => roles.includes(role);
  const permissions = {
    admin: may('admin'),
    maintain: may('admin', 'maintain'),
    push: may('admin', 'maintain', 'write'),
    triage: may('admin', 'maintain', 'write', 'triage'),
    pull: !may('none'),
  };
  const user = { ...userShape(store, login), permissions, role_name: role };
  return ok({ permission: oldPermission(role), role_name: role, user });
}
