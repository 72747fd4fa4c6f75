/** Reads what merging approved: the fingerprints in the check run on the pull request's last commit. */
import type { GitHub } from './api.ts';
import { checkName } from './checks.ts';
import { pullRequestOf } from './pulls.ts';
import type { Repository } from './runner.ts';

/** Empty when no pull request brought the commit, or none of its plans was left there: then nothing is approved. */
export async function approvedFingerprints(
  github: GitHub,
  repository: Repository,
  { sha, key }: { readonly sha: string; readonly key: string },
): Promise<readonly string[]> {
  const pull = await pullRequestOf(github, repository, sha);
  if (pull === null) return [];
  const { data } = await github.rest.checks.listForRef({
    ...repository,
    ref: pull.headSha,
    check_name: checkName(key),
    filter: 'latest',
  });
  const newest = [...data.check_runs].sort((a, b) => b.id - a.id)[0];
  return newest?.conclusion === 'success' ? fingerprintsIn(newest.output.text ?? '') : [];
}

/** The text is ours, but anybody who may write checks could have left it: only what looks like a fingerprint counts. */
function fingerprintsIn(text: string): readonly string[] {
  return [...new Set(text.match(/sha256:[0-9a-f]{64}/g) ?? [])];
}
