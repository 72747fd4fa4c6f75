/** Stands in for actions/checkout: puts the files of a commit into the workspace. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { StepWork } from './step.ts';

const KNOWN = ['persist-credentials', 'ref', 'fetch-depth', 'path', 'clean'];

/** Throws what the real one would fail with. */
export function checkout({ store, event, permissions, workspace, inputs, log }: StepWork): void {
  const unknown = Object.keys(inputs).filter((name) => !KNOWN.includes(name));
  if (unknown.length > 0)
    throw new Error(`checkout: this runner does not know its input "${unknown.join('", "')}"`);
  if (permissions['contents'] === undefined) {
    throw new Error(`fatal: repository '${store.web}/${store.fullName}/' not found`);
  }
  const ref = inputs['ref'] || event.sha;
  const sha = store.resolve(ref);
  if (sha === null) throw new Error(`A branch or tag with the name '${ref}' could not be found`);
  refuseForeignCode(event.name, event.fork, ref);
  const folder = join(workspace, inputs['path'] ?? '');
  rmSync(folder, { recursive: true, force: true });
  for (const [path, blob] of store.history.files(sha)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, store.history.objects.blobs.get(blob) ?? '');
  }
  mkdirSync(folder, { recursive: true });
  log.add(`HEAD is now at ${sha.slice(0, 7)} ${store.history.get(sha).message.split('\n')[0]}`);
}

/** As checkout does since its version 7. */
function refuseForeignCode(event: string, fork: boolean, ref: string): void {
  const privileged = event === 'pull_request_target' || event === 'workflow_run';
  if (privileged && fork && /pull/.test(ref)) {
    throw new Error(`Checking out the code of a fork on ${event} is refused`);
  }
}
