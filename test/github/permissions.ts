/** Which permission each operation asks of a token, as GitHub's page on permissions of GitHub Apps lists them. */
import type { Level, Permissions, Store } from './state/store.ts';

/** Any one of several is enough. */
type Need = readonly (readonly [scope: string, level: Level])[];

const READ_CODE: Need = [['contents', 'read']];
const WRITE_CODE: Need = [['contents', 'write']];
const READ_PULLS: Need = [['pull-requests', 'read']];
const WRITE_PULLS: Need = [['pull-requests', 'write']];
const READ_CHECKS: Need = [['checks', 'read']];
const WRITE_CHECKS: Need = [['checks', 'write']];
const READ_STATUSES: Need = [['statuses', 'read']];
const READ_DEPLOYMENTS: Need = [['deployments', 'read']];
const WRITE_DEPLOYMENTS: Need = [['deployments', 'write']];
const READ_RUNS: Need = [['actions', 'read']];
/** A pull request is an issue: on it, either permission will do; on an issue only its own. */
const READ_TALK: Need = [
  ['issues', 'read'],
  ['pull-requests', 'read'],
];
const WRITE_TALK: Need = [
  ['issues', 'write'],
  ['pull-requests', 'write'],
];
/** Metadata, which every token may read. */
const NOTHING: Need = [];

export const NEEDS: Readonly<Record<string, Need>> = {
  'actions/get-workflow': READ_RUNS,
  'actions/get-workflow-run': READ_RUNS,
  'actions/list-workflow-runs': READ_RUNS,
  'actions/list-workflow-runs-for-repo': READ_RUNS,
  'checks/create': WRITE_CHECKS,
  'checks/get': READ_CHECKS,
  'checks/list-annotations': READ_CHECKS,
  'checks/list-for-ref': READ_CHECKS,
  'checks/update': WRITE_CHECKS,
  'git/create-blob': WRITE_CODE,
  'git/create-commit': WRITE_CODE,
  'git/create-ref': WRITE_CODE,
  'git/create-tree': WRITE_CODE,
  'git/delete-ref': WRITE_CODE,
  'git/get-blob': READ_CODE,
  'git/get-commit': READ_CODE,
  'git/get-ref': READ_CODE,
  'git/get-tree': READ_CODE,
  'git/list-matching-refs': READ_CODE,
  'git/update-ref': WRITE_CODE,
  'issues/add-labels': WRITE_TALK,
  'issues/create': [['issues', 'write']],
  'issues/create-comment': WRITE_TALK,
  'issues/create-label': WRITE_TALK,
  'issues/delete-comment': WRITE_TALK,
  'issues/get': READ_TALK,
  'issues/get-comment': READ_TALK,
  'issues/get-label': READ_TALK,
  'issues/list-comments': READ_TALK,
  'issues/list-comments-for-repo': READ_TALK,
  'issues/list-events': READ_TALK,
  'issues/list-for-repo': READ_TALK,
  'issues/list-labels-for-repo': READ_TALK,
  'issues/list-labels-on-issue': READ_TALK,
  'issues/remove-label': WRITE_TALK,
  'issues/set-labels': WRITE_TALK,
  'issues/update': WRITE_TALK,
  'issues/update-comment': WRITE_TALK,
  'issues/update-label': WRITE_TALK,
  'pulls/create': WRITE_PULLS,
  'pulls/get': READ_PULLS,
  'pulls/list': READ_PULLS,
  'pulls/list-commits': READ_PULLS,
  'pulls/list-files': READ_PULLS,
  'pulls/update': WRITE_PULLS,
  'rate-limit/get': NOTHING,
  'reactions/create-for-issue-comment': WRITE_TALK,
  'reactions/delete-for-issue-comment': WRITE_TALK,
  'reactions/list-for-issue-comment': READ_TALK,
  'repos/compare-commits-with-basehead': READ_CODE,
  'repos/create-commit-status': [['statuses', 'write']],
  'repos/create-deployment': WRITE_DEPLOYMENTS,
  'repos/create-deployment-status': WRITE_DEPLOYMENTS,
  'repos/create-or-update-file-contents': WRITE_CODE,
  'repos/delete-file': WRITE_CODE,
  'repos/get': NOTHING,
  'repos/get-all-environments': READ_RUNS,
  'repos/get-branch': READ_CODE,
  'repos/get-collaborator-permission-level': NOTHING,
  'repos/get-combined-status-for-ref': READ_STATUSES,
  'repos/get-commit': READ_CODE,
  'repos/get-content': READ_CODE,
  'repos/get-deployment': READ_DEPLOYMENTS,
  'repos/get-environment': READ_RUNS,
  'repos/list-branches': READ_CODE,
  'repos/list-commit-statuses-for-ref': READ_STATUSES,
  'repos/list-commits': READ_CODE,
  'repos/list-deployment-statuses': READ_DEPLOYMENTS,
  'repos/list-deployments': READ_DEPLOYMENTS,
  'repos/list-pull-requests-associated-with-commit': READ_PULLS,
  'users/get-authenticated': NOTHING,
};

/** What is missing, as `issues=write; pull_requests=write`; null = nothing. */
export function missingPermission(
  operation: string,
  permissions: Permissions,
  target: 'issue' | 'pull' | null,
): string | null {
  const need = (NEEDS[operation] ?? []).filter(([scope]) => target !== 'issue' || scope === 'issues');
  if (need.length === 0 || need.some(([scope, level]) => isGiven(permissions[scope], level))) return null;
  return need.map(([scope, level]) => `${scope.replace('-', '_')}=${level}`).join('; ');
}

function isGiven(given: Level | undefined, needed: Level): boolean {
  return given === 'write' || (given === 'read' && needed === 'read');
}

/** Whether the path leads to an issue or a pull request, by its number or by one of its comments. */
export function targetOf(store: Store, path: Readonly<Record<string, string>>): 'issue' | 'pull' | null {
  const comment = store.comments.find(({ id }) => id === Number(path['comment_id']));
  const number = comment?.number ?? Number(path['issue_number'] ?? Number.NaN);
  if (store.pulls.has(number)) return 'pull';
  return store.issues.has(number) ? 'issue' : null;
}
