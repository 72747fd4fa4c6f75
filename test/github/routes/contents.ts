/** The content of files and folders, and commits of single files. */
import { gitAddress, gitCommitShape } from '../shapes/code.ts';
import type { Shape } from '../shapes/decorated.ts';
import { moveBranch } from '../state/merging.ts';
import type { Tree } from '../state/objects.ts';
import type { Store } from '../state/store.ts';
import { type Answer, type Call, created, NOT_FOUND, ok, type Routes, refused, textOf } from './call.ts';

export const CONTENTS: Routes = {
  'repos/get-content': getContent,
  'repos/create-or-update-file-contents': writeFile,
  'repos/delete-file': deleteFile,
};

/** Up to 1 MB with its text, up to 100 MB as raw text only; a folder is a list. */
function getContent({ store, path, query, raw }: Call): Answer {
  const ref = query.get('ref') ?? store.defaultBranch;
  const sha = store.resolve(ref);
  if (sha === null) return refused(404, `No commit found for the ref ${ref}`);
  const files = store.history.files(sha);
  const wanted = (path['path'] ?? '').replace(/\/+$/, '');
  const blob = files.get(wanted);
  if (blob === undefined) return folder(store, files, wanted, ref);
  const content = store.history.objects.blobs.get(blob) ?? Buffer.alloc(0);
  if (raw) return { status: 200, text: content.toString('utf8') };
  const small = content.length <= 1_048_576;
  return ok({
    ...entry(store, wanted, { type: 'file', sha: blob, size: content.length, ref }),
    encoding: small ? 'base64' : 'none',
    content: small ? lines(content.toString('base64')) : '',
  });
}

function folder(store: Store, files: Tree, wanted: string, ref: string): Answer {
  const prefix = wanted === '' ? '' : `${wanted}/`;
  const below = [...files].filter(([path]) => path.startsWith(prefix));
  if (below.length === 0) return NOT_FOUND;
  const names = [...new Set(below.map(([path]) => path.slice(prefix.length).split('/')[0] ?? ''))].sort();
  return ok(
    names.map((name) => {
      const blob = files.get(prefix + name);
      const size = blob === undefined ? 0 : (store.history.objects.blobs.get(blob)?.length ?? 0);
      const inside = new Map(
        below.flatMap(([path, sha]) => (path.startsWith(`${prefix}${name}/`) ? [[path, sha]] : [])),
      );
      const sha = blob ?? store.history.objects.tree(inside);
      return entry(store, prefix + name, { type: blob === undefined ? 'dir' : 'file', sha, size, ref });
    }),
  );
}

interface Entry {
  readonly type: 'file' | 'dir';
  readonly sha: string;
  readonly size: number;
  readonly ref: string;
}

function entry(store: Store, path: string, { type, sha, size, ref }: Entry): Shape {
  const self = `${store.api}/repos/${store.fullName}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const git = gitAddress(store, type === 'file' ? 'blobs' : 'trees', sha);
  const html = `${store.web}/${store.fullName}/${type === 'file' ? 'blob' : 'tree'}/${ref}/${path}`;
  return {
    ...{ type, sha, size, path, name: path.split('/').at(-1) ?? '' },
    ...{ url: self, git_url: git, html_url: html, _links: { self, git, html } },
    download_url: type === 'file' ? `${store.web}/${store.fullName}/raw/${ref}/${path}` : null,
  };
}

/** Broken into lines as GitHub does. */
export function lines(base64: string): string {
  return base64.replaceAll(/(.{60})/g, '$1\n');
}

function writeFile(call: Call): Answer {
  const { body } = call;
  const text = Buffer.from(String(body['content']), 'base64').toString('utf8');
  return commitFile(call, text, textOf(body, 'sha'));
}

function deleteFile({ query, ...call }: Call): Answer {
  const merged = { ...Object.fromEntries(query), ...call.body };
  return commitFile({ ...call, query, body: merged }, null, textOf(merged, 'sha'));
}

/** The SHA of the file as the writer saw it protects what somebody else wrote meanwhile. */
function commitFile(
  { store, token, path, body }: Call,
  text: string | null,
  known: string | undefined,
): Answer {
  const name = path['path'] ?? '';
  const branch = textOf(body, 'branch') ?? store.defaultBranch;
  const head = store.refs.get(`heads/${branch}`);
  if (head === undefined) return refused(404, `Branch ${branch} not found`);
  const files = store.history.files(head);
  const present = files.get(name);
  if (present !== undefined && known === undefined)
    return refused(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
  if (known !== undefined && present !== known) return refused(409, `${name} does not match ${known}`);
  const commit = store.history.commit({
    ...{ parents: [head], files: store.history.edited(files, { [name]: text }) },
    ...{ message: String(body['message']), author: token.login },
  });
  moveBranch(store, branch, commit.sha);
  const answer = {
    content: text === null ? null : written(store, name, commit.sha, branch),
    commit: gitCommitShape(store, commit),
  };
  return present === undefined ? created(answer) : ok(answer);
}

function written(store: Store, path: string, commit: string, branch: string): Shape {
  const blob = store.history.files(commit).get(path) ?? '';
  const size = store.history.objects.blobs.get(blob)?.length ?? 0;
  return entry(store, path, { type: 'file', sha: blob, size, ref: branch });
}
