/** Reads the plan that our own app left on a pull request's commits, as it stands there. */
import type { LeftPlan } from '../../model/approval.ts';
import type { GitHub } from './api.ts';
import { checkName, partName } from './checks.ts';
import { ownApp } from './identity.ts';
import type { Repository } from './runner.ts';

export interface FoundPlan {
  readonly plan: LeftPlan | null;
  /** Apps that left check runs of that name, and are not ours. */
  readonly foreign: readonly string[];
}

interface Run {
  readonly id: number;
  readonly app: string;
  readonly fingerprint: string;
  readonly conclusion: string;
  readonly title: string;
  readonly text: string;
}

/** Whose check runs count where a person's token reads them: check runs belong to apps alone. */
const USUAL_APP = 'github-actions';

/** Of the first commit that has a plan; `shas` the newest first. */
export async function findPlan(
  github: GitHub,
  repository: Repository,
  { shas, key }: { readonly shas: readonly string[]; readonly key: string },
): Promise<FoundPlan> {
  const app = (await ownApp(github)) ?? USUAL_APP;
  const foreign = new Set<string>();
  for (const sha of shas) {
    const runs = await runsOf(github, repository, sha, checkName(key));
    for (const run of runs) if (run.app !== app) foreign.add(`"${run.app}"`);
    const [newest] = runs.filter((run) => run.app === app);
    if (newest !== undefined) {
      const texts = [newest.text, ...(await moreTexts(github, repository, { sha, key, app, newest }))];
      const { conclusion, title } = newest;
      return { plan: { sha, conclusion, title, texts }, foreign: [...foreign] };
    }
  }
  return { plan: null, foreign: [...foreign] };
}

/** The texts of the further parts that belong to the same plan, as far as they are there. */
async function moreTexts(
  github: GitHub,
  repository: Repository,
  of: { readonly sha: string; readonly key: string; readonly app: string; readonly newest: Run },
): Promise<readonly string[]> {
  const parts = Math.min(Number(/, part 1 of (\d+)$/m.exec(of.newest.text)?.[1] ?? 1), MOST_PARTS);
  const texts: string[] = [];
  for (let number = 2; number <= parts; number += 1) {
    const runs = await runsOf(github, repository, of.sha, partName(checkName(of.key), number, parts));
    const [part] = runs.filter(
      ({ app, fingerprint }) => app === of.app && fingerprint === of.newest.fingerprint,
    );
    if (part !== undefined) texts.push(part.text);
  }
  return texts;
}

/** 10,000 groups with names of 200 characters need 50. */
const MOST_PARTS = 99;

/** The newest first, of all that are there: in which order GitHub lists them it does not say. */
async function runsOf(
  github: GitHub,
  repository: Repository,
  ref: string,
  name: string,
): Promise<readonly Run[]> {
  const all = await github.paginate(github.rest.checks.listForRef, {
    ...repository,
    ref,
    check_name: name,
    filter: 'all',
    per_page: 100,
  });
  return all
    .map((run) => ({
      id: run.id,
      app: run.app?.slug ?? '',
      fingerprint: run.external_id ?? '',
      conclusion: run.conclusion ?? 'none',
      title: run.output.title ?? '',
      text: run.output.text ?? '',
    }))
    .sort((a, b) => b.id - a.id);
}
