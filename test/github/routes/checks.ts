/** Check runs and commit statuses. */
import { annotationShape, checkShape, combinedShape, statusShape } from '../shapes/verdicts.ts';
import type { CheckAnnotation, CheckRun, Status } from '../state/store.ts';
import {
  type Answer,
  type Call,
  created,
  invalid,
  NOT_FOUND,
  numberIn,
  ok,
  type Routes,
  refused,
  textOf,
} from './call.ts';

export const CHECKS: Routes = {
  'checks/create': createCheck,
  'checks/update': (call) => withCheck(call, (check) => updateCheck(call, check)),
  'checks/get': (call) => withCheck(call, (check) => ok(checkShape(call.store, check))),
  'checks/list-annotations': (call) =>
    withCheck(call, (check) => ({ list: annotationShape(call.store, check) })),
  'checks/list-for-ref': listChecks,
  'repos/create-commit-status': createStatus,
  'repos/list-commit-statuses-for-ref': (call) =>
    withCommit(call, 'ref', (sha) => ({
      list: statusesOf(call, sha)
        .reverse()
        .map((one) => statusShape(call.store, one)),
    })),
  'repos/get-combined-status-for-ref': (call) =>
    withCommit(call, 'ref', (sha) => ok(combinedShape(call.store, sha, statusesOf(call, sha)))),
};

function withCheck(call: Call, act: (check: CheckRun) => Answer): Answer {
  const check = call.store.checks.find(({ id }) => id === numberIn(call.path, 'check_run_id'));
  return check === undefined ? NOT_FOUND : act(check);
}

function withCommit(call: Call, name: string, act: (sha: string) => Answer): Answer {
  const sha = call.store.resolve(call.path[name] ?? '');
  return sha === null ? refused(422, `No commit found for SHA: ${call.path[name]}`) : act(sha);
}

function createCheck(call: Call): Answer {
  const { store, token, body } = call;
  if (token.app === null) return refused(403, 'You must authenticate via a GitHub App.');
  const sha = store.resolve(String(body['head_sha']));
  if (sha === null) return refused(422, `No commit found for SHA: ${body['head_sha']}`);
  const check: CheckRun = {
    ...{ id: store.id(), app: token.app, name: String(body['name']), headSha: sha },
    ...{ status: 'queued', conclusion: null, detailsUrl: null, externalId: '' },
    ...{ startedAt: store.now(), completedAt: null, title: null, summary: null, text: null, annotations: [] },
  };
  const wrong = writeCheck(call, check);
  if (wrong !== null) return wrong;
  store.checks.push(check);
  return created(checkShape(store, check));
}

function updateCheck(call: Call, check: CheckRun): Answer {
  const { store, token } = call;
  if (token.app === null) return refused(403, 'You must authenticate via a GitHub App.');
  if (token.app.id !== check.app.id) {
    return refused(
      403,
      `Invalid app_id \`${token.app.id}\` - check run can only be modified by the GitHub App that created it.`,
    );
  }
  const wrong = writeCheck(call, check);
  return wrong ?? ok(checkShape(store, check));
}

/** The answer to what can't be written; null = written. */
function writeCheck({ store, body }: Call, check: CheckRun): Answer | null {
  const conclusion = textOf(body, 'conclusion');
  const status = conclusion === undefined ? textOf(body, 'status') : 'completed';
  if (status === 'completed' && conclusion === undefined && check.conclusion === null) {
    return invalid({ resource: 'CheckRun', field: 'conclusion', code: 'missing_field' }, true);
  }
  const output = body['output'] as CheckOutput | undefined;
  const long = output === undefined ? null : longOutput(output);
  if (long !== null) return long;
  check.name = textOf(body, 'name') ?? check.name;
  check.status = status ?? check.status;
  check.conclusion = conclusion ?? (check.status === 'completed' ? check.conclusion : null);
  if (check.status === 'completed') check.completedAt = textOf(body, 'completed_at') ?? store.now();
  check.startedAt = textOf(body, 'started_at') ?? check.startedAt;
  check.detailsUrl = textOf(body, 'details_url') ?? check.detailsUrl;
  check.externalId = textOf(body, 'external_id') ?? check.externalId;
  if (output !== undefined) writeOutput(check, output);
  return null;
}

interface CheckOutput {
  readonly title?: string;
  readonly summary: string;
  readonly text?: string;
  readonly annotations?: readonly CheckAnnotation[];
}

/** Texts are replaced, annotations are added to those there are. */
function writeOutput(check: CheckRun, { title, summary, text, annotations }: CheckOutput): void {
  check.title = title ?? check.title;
  check.summary = summary;
  check.text = text ?? check.text;
  check.annotations.push(...(annotations ?? []));
}

/** 65,535, which the description says of the texts in words only. */
const MAX_CHECK_TEXT = 65_535;
const MAX_ANNOTATION_BYTES = 65_536;

function longOutput({ title, summary, text, annotations }: CheckOutput): Answer | null {
  for (const [field, value] of Object.entries({ summary, text: text ?? '' })) {
    if (Buffer.byteLength(value) > MAX_CHECK_TEXT) return longField(field, MAX_CHECK_TEXT);
  }
  if ((title ?? '').length > 255) return longField('title', 255);
  for (const { title: name, message } of annotations ?? []) {
    if ((name ?? '').length > 255) return longField('annotations.title', 255);
    if (Buffer.byteLength(message) > MAX_ANNOTATION_BYTES)
      return longField('annotations.message', MAX_ANNOTATION_BYTES);
    if (message === '')
      return invalid({ resource: 'CheckRun', field: 'annotations.message', code: 'missing_field' }, true);
  }
  return null;
}

function longField(field: string, limit: number): Answer {
  const message = `Only ${limit} characters are allowed`;
  return invalid({ resource: 'CheckRun', field, code: 'custom', message }, true);
}

/** `latest` (the usual filter): the newest of each name of each App. */
function listChecks(call: Call): Answer {
  const { store, query } = call;
  return withCommit(call, 'ref', (sha) => {
    const [name, status, app] = [query.get('check_name'), query.get('status'), query.get('app_id')];
    const found = store.checks
      .filter((one) => one.headSha === sha)
      .filter((one) => name === null || one.name === name)
      .filter((one) => status === null || one.status === status)
      .filter((one) => app === null || one.app.id === Number(app));
    const shown = query.get('filter') === 'all' ? found : newestOfEach(found);
    return { list: [...shown].reverse().map((one) => checkShape(store, one)), within: 'check_runs' };
  });
}

export function newestOfEach(checks: readonly CheckRun[]): readonly CheckRun[] {
  return [...new Map(checks.map((one) => [`${one.app.id} ${one.name}`, one])).values()];
}

function createStatus(call: Call): Answer {
  const { store, token, body } = call;
  return withCommit(call, 'sha', (sha) => {
    const description = textOf(body, 'description') ?? null;
    if ((description ?? '').length > 140) {
      const message = 'description is too long (maximum is 140 characters)';
      return invalid({ resource: 'Status', field: 'description', code: 'custom', message }, true);
    }
    const status: Status = {
      ...{ id: store.id(), sha, login: token.login, state: body['state'] as Status['state'] },
      context: textOf(body, 'context') ?? 'default',
      description,
      targetUrl: textOf(body, 'target_url') ?? null,
      at: store.now(),
    };
    store.statuses.push(status);
    return created(statusShape(store, status));
  });
}

function statusesOf({ store }: Call, sha: string): Status[] {
  return store.statuses.filter((one) => one.sha === sha);
}
