/** Workflows and their runs. */
import { runShape, workflowShape } from '../shapes/verdicts.ts';
import type { Run } from '../state/store.ts';
import { type Answer, type Call, NOT_FOUND, numberIn, ok, type Routes } from './call.ts';

export const RUNS: Routes = {
  'actions/list-workflow-runs': (call) => listRuns(call, (run) => isOf(run, call.path['workflow_id'] ?? '')),
  'actions/list-workflow-runs-for-repo': (call) => listRuns(call, () => true),
  'actions/get-workflow': ({ store, path }) => {
    const file = `.github/workflows/${path['workflow_id'] ?? ''}`;
    const there = store.history.files(store.branch(store.defaultBranch)).has(file);
    const ran = store.runs.some((run) => run.path === file);
    return there || ran ? ok(workflowShape(store, file)) : NOT_FOUND;
  },
  'actions/get-workflow-run': ({ store, path }) => {
    const run = store.runs.find(({ id }) => id === numberIn(path, 'run_id'));
    return run === undefined ? NOT_FOUND : ok(runShape(store, run));
  },
};

function listRuns({ store, query }: Call, wanted: (run: Run) => boolean): Answer {
  const [branch, event, status, sha] = ['branch', 'event', 'status', 'head_sha'].map((name) =>
    query.get(name),
  );
  const found = store.runs
    .filter(wanted)
    .filter((run) => branch === null || run.branch === branch)
    .filter((run) => event === null || run.event === event)
    .filter((run) => status === null || run.status === status || run.conclusion === status)
    .filter((run) => sha === null || run.sha === sha);
  return { list: [...found].reverse().map((run) => runShape(store, run)), within: 'workflow_runs' };
}

/** By id, or by the name of the file. */
function isOf(run: Run, workflow: string): boolean {
  return String(run.workflowId) === workflow || run.path.endsWith(`/${workflow}`);
}
