/** Says what a run would do about issues on a forge that had none yet. */
import type { NewIssue } from '../../model/issue.ts';
import type { IssueKeeper } from '../../ports/forge.ts';
import type { Log } from '../../ports/log.ts';

export function createIssuePreview(log: Log): IssueKeeper {
  return {
    list: async () => [],
    async create(issue) {
      for (const line of wordsOf(issue)) log.info(line);
      return null;
    },
    // nothing is there to be changed, said or unlabelled
    change: async () => {},
    comment: async () => {},
    unlabel: async () => {},
  };
}

/** The hidden first line is no news for anybody. */
function wordsOf({ title, body, labels }: NewIssue): readonly string[] {
  const [, ...rest] = body.trimEnd().split('\n');
  const named = labels.map(({ name }) => name).join(', ');
  return [`${JSON.stringify(title)} (${named}):`, ...rest.map((line) => `  ${line}`)];
}
