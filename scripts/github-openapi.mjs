// Makes test/github/openapi/api.github.com.json from GitHub's OpenAPI description: the operations in use, structure only.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Unpacked it is 385 MB, so it is fetched here and is no dependency of the project. */
const PACKAGE = '@octokit/openapi';
const VERSION = '23.0.2';
const TARGET = fileURLToPath(new URL('../test/github/openapi/', import.meta.url));

const OPERATIONS = new Set([
  ...['actions/get-workflow', 'actions/get-workflow-run', 'actions/list-workflow-runs'],
  'actions/list-workflow-runs-for-repo',
  ...['checks/create', 'checks/get', 'checks/list-annotations', 'checks/list-for-ref', 'checks/update'],
  ...['git/create-blob', 'git/create-commit', 'git/create-ref', 'git/create-tree', 'git/delete-ref'],
  ...['git/get-blob', 'git/get-commit', 'git/get-ref', 'git/get-tree', 'git/list-matching-refs'],
  ...['git/update-ref', 'issues/add-labels', 'issues/create', 'issues/create-comment', 'issues/create-label'],
  ...[
    'issues/delete-comment',
    'issues/get',
    'issues/get-comment',
    'issues/get-label',
    'issues/list-comments',
  ],
  ...['issues/list-comments-for-repo', 'issues/list-events', 'issues/list-for-repo'],
  'issues/list-labels-for-repo',
  ...['issues/list-labels-on-issue', 'issues/remove-label', 'issues/set-labels', 'issues/update'],
  ...['issues/update-comment', 'issues/update-label', 'pulls/create', 'pulls/get', 'pulls/list'],
  ...['pulls/list-commits', 'pulls/list-files', 'pulls/update', 'rate-limit/get'],
  ...['reactions/create-for-issue-comment', 'reactions/delete-for-issue-comment'],
  ...['reactions/list-for-issue-comment', 'repos/compare-commits-with-basehead'],
  ...['repos/create-commit-status', 'repos/create-deployment', 'repos/create-deployment-status'],
  ...['repos/create-or-update-file-contents', 'repos/delete-file', 'repos/get', 'repos/get-all-environments'],
  ...['repos/get-branch', 'repos/get-collaborator-permission-level', 'repos/get-combined-status-for-ref'],
  ...['repos/get-commit', 'repos/get-content', 'repos/get-deployment', 'repos/get-environment'],
  ...['repos/list-branches', 'repos/list-commit-statuses-for-ref', 'repos/list-commits'],
  ...['repos/list-deployment-statuses', 'repos/list-deployments'],
  ...['repos/list-pull-requests-associated-with-commit', 'users/get-authenticated'],
]);

/** The payloads of the events that workflows get; a schedule has none. */
const WEBHOOKS = [
  ...['issue-comment-created', 'issue-comment-edited', 'merge-group-checks-requested', 'pull-request-closed'],
  ...[
    'pull-request-opened',
    'pull-request-reopened',
    'pull-request-synchronize',
    'push',
    'workflow-dispatch',
  ],
];

/** Words for people, and what says nothing about the structure. */
const DROPPED = new Set([
  ...['deprecated', 'description', 'discriminator', 'example', 'examples', 'externalDocs', 'summary'],
  ...['tags', 'title'],
]);
/** Keywords whose keys are names of the user's, not keywords. */
const NAMED = new Set(['content', 'headers', 'parameters', 'properties', 'responses', 'schemas']);
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

main();

function main() {
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-openapi-'));
  try {
    const source = download(folder);
    const whole = JSON.parse(readFileSync(join(source, 'generated/api.github.com.json'), 'utf8'));
    const pruned = prune(whole);
    mkdirSync(TARGET, { recursive: true });
    writeFileSync(join(TARGET, 'api.github.com.json'), lines(pruned));
    copyFileSync(join(source, 'LICENSE'), join(TARGET, 'LICENSE'));
    console.log(`wrote ${OPERATIONS.size} operations of ${PACKAGE} ${VERSION}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function download(folder) {
  execFileSync('npm', ['pack', '--silent', `${PACKAGE}@${VERSION}`], { cwd: folder });
  const archive = `${PACKAGE.replace('@', '').replace('/', '-')}-${VERSION}.tgz`;
  const wanted = ['package/generated/api.github.com.json', 'package/LICENSE'];
  execFileSync('tar', ['-xzf', archive, ...wanted], { cwd: folder });
  return join(folder, 'package');
}

function prune(whole) {
  const paths = inUse(whole.paths);
  const webhooks = payloads(whole['x-webhooks']);
  const { openapi, info } = whole;
  return {
    openapi,
    info: { title: `${PACKAGE}, pruned`, version: info.version, license: info.license },
    paths,
    webhooks,
    components: reachable([paths, webhooks], whole),
  };
}

/** Each by its name, as what its body looks like. */
function payloads(webhooks) {
  const body = (name) => webhooks[name].post.requestBody.content['application/json'].schema;
  return Object.fromEntries(WEBHOOKS.map((name) => [name, structure(body(name))]));
}

function inUse(paths) {
  const missing = new Set(OPERATIONS);
  const kept = {};
  for (const [path, item] of Object.entries(paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (!operation || !missing.delete(operation.operationId)) continue;
      kept[path] ??= {};
      kept[path][method] = structure(operation);
    }
  }
  if (missing.size > 0) throw new Error(`GitHub describes no operation ${[...missing].join(', ')}`);
  return kept;
}

/** What they refer to, and what that refers to. */
function reachable(waiting, whole) {
  const components = {};
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const reference of referencesIn(node)) {
      const [kind, name] = reference.replace('#/components/', '').split('/');
      components[kind] ??= {};
      if (Object.hasOwn(components[kind], name)) continue;
      components[kind][name] = structure(whole.components[kind][name]);
      waiting.push(components[kind][name]);
    }
  }
  return sorted(components);
}

function referencesIn(node) {
  return [...JSON.stringify(node).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference);
}

function structure(node, names = false) {
  if (Array.isArray(node)) return node.map((one) => structure(one));
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => names || !(DROPPED.has(key) || key.startsWith('x-')));
  return Object.fromEntries(kept.map(([key, value]) => [key, structure(value, !names && NAMED.has(key))]));
}

function sorted(components) {
  const byName = ([one], [other]) => (one < other ? -1 : 1);
  return Object.fromEntries(
    Object.entries(components)
      .sort(byName)
      .map(([kind, all]) => [kind, Object.fromEntries(Object.entries(all).sort(byName))]),
  );
}

/** A line for each path and component: a new version shows what changed. */
function lines({ paths, webhooks, components, ...rest }) {
  const block = (all) =>
    `{\n${Object.entries(all)
      .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(',\n')}\n}`;
  const kinds = Object.entries(components).map(([kind, all]) => `${JSON.stringify(kind)}: ${block(all)}`);
  const head = Object.entries(rest).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{\n${[...head, `"paths": ${block(paths)}`, `"webhooks": ${block(webhooks)}`, `"components": {\n${kinds.join(',\n')}\n}`].join(',\n')}\n}\n`;
}
