/** Makes the labels of our issues where the repository has none of that name. */
import type { IssueLabel } from '../../model/issue.ts';
import { isForgeError } from '../../ports/errors.ts';
import type { GitHub } from './api.ts';
import type { Repository } from './runner.ts';

export interface LabelShelf {
  /** Names of those that are there now; whoever may not make labels opens issues without. */
  have(labels: readonly IssueLabel[]): Promise<readonly string[]>;
}

export function openLabels(github: GitHub, repository: Repository): LabelShelf {
  const known = new Map<string, Promise<boolean>>();
  const has = (label: IssueLabel) => {
    const asked = known.get(label.name) ?? ensure(github, repository, label);
    known.set(label.name, asked);
    return asked;
  };
  return {
    async have(labels) {
      const there: string[] = [];
      for (const label of labels) if (await has(label)) there.push(label.name);
      return there;
    },
  };
}

async function ensure(github: GitHub, repository: Repository, label: IssueLabel): Promise<boolean> {
  try {
    await github.rest.issues.getLabel({ ...repository, name: label.name });
    return true;
  } catch (error) {
    return isForgeError(error, 'not-found') && make(github, repository, label);
  }
}

/** A label is an ornament: whatever goes wrong, the issue is opened without it. */
async function make(github: GitHub, repository: Repository, label: IssueLabel): Promise<boolean> {
  const { name, description, color } = label;
  try {
    await github.rest.issues.createLabel({ ...repository, name, description, color });
    return true;
  } catch (error) {
    // 422: another run was quicker
    return isForgeError(error, 'invalid');
  }
}
