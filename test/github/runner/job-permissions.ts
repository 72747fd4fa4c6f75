/** What the token of a job may do, as the workflow declares it. */
import type { Level, Permissions } from '../state/store.ts';

const SCOPES = [
  ...['actions', 'attestations', 'checks', 'contents', 'deployments', 'discussions', 'id-token', 'issues'],
  ...['models', 'packages', 'pages', 'pull-requests', 'repository-projects', 'security-events', 'statuses'],
];

/** What a repository gives where its workflow says nothing: the restricted setting. */
const USUAL: Permissions = { contents: 'read', packages: 'read' };

/** Whatever is not named is not given; from a fork, nothing may be written. */
export function jobPermissions(workflow: unknown, job: unknown, fork: boolean): Permissions {
  const given = declared(job ?? workflow);
  if (!fork) return given;
  return Object.fromEntries(Object.keys(given).map((scope): [string, Level] => [scope, 'read']));
}

function declared(said: unknown): Permissions {
  if (said === undefined || said === null) return USUAL;
  if (said === 'read-all' || said === 'write-all') {
    const level: Level = said === 'read-all' ? 'read' : 'write';
    return Object.fromEntries(SCOPES.map((scope) => [scope, level]));
  }
  if (typeof said !== 'object')
    throw new Error(`permissions: "${said}" is neither read-all, write-all nor a mapping`);
  return Object.fromEntries(
    Object.entries(said).flatMap(([scope, level]): [string, Level][] =>
      level === 'read' || level === 'write' ? [[scope, level]] : [],
    ),
  );
}
