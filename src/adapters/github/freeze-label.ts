/** Tells who put the label on that lets a pull request pass a freeze window. */
import { FREEZE_LABEL } from '../../model/freeze-label.ts';
import type { GitHub } from './api.ts';
import type { Repository } from './runner.ts';

/** Of several pull requests each must carry it, and by the same hand; null = nobody did. */
export async function freezeLabeller(
  github: GitHub,
  repository: Repository,
  pulls: readonly number[],
): Promise<string | null> {
  const people = await Promise.all(pulls.map((number) => labellerOf(github, repository, number)));
  const [first = null] = people;
  return people.every((one) => one === first) ? first : null;
}

/** The last word counts: whoever takes the label off takes the permission back. */
async function labellerOf(github: GitHub, repository: Repository, number: number): Promise<string | null> {
  const events = await github.paginate(github.rest.issues.listEvents, {
    ...repository,
    issue_number: number,
    per_page: 100,
  });
  const last = events.findLast(
    (one) => (one.event === 'labeled' || one.event === 'unlabeled') && labelName(one) === FREEZE_LABEL,
  );
  return last?.event === 'labeled' ? (last.actor?.login ?? null) : null;
}

function labelName(event: object): string | null {
  const label: unknown = Reflect.get(event, 'label');
  if (typeof label !== 'object' || label === null) return null;
  const name: unknown = Reflect.get(label, 'name');
  return typeof name === 'string' ? name.toLowerCase() : null;
}
