/** Where the host shows the files of a commit. */
import { posix } from 'node:path';
import type { Runner } from './runner.ts';
import { commitOf } from './trigger.ts';

/** @param folder from the repository's root to where the specs' paths begin. Null when the run is of no commit. */
export function sourceUrl({ repositoryUrl, trigger }: Runner, folder: string): string | null {
  const commit = commitOf(trigger);
  if (repositoryUrl === null || commit === null) return null;
  const below = posix.join('/', folder).split('/').map(encodeURIComponent).join('/');
  return `${repositoryUrl}/blob/${commit}${below}`.replace(/\/+$/, '');
}
