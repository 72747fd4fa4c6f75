/** Whether an event sets a workflow off, by the filters of its `on:`. */
import type { Event } from '../events.ts';
import type { Filters, Workflow } from './workflow.ts';

/** The activities that are meant when no `types` are given. */
const USUAL_TYPES: Readonly<Record<string, readonly string[]>> = {
  pull_request: ['opened', 'synchronize', 'reopened'],
  pull_request_target: ['opened', 'synchronize', 'reopened'],
};

/** Why the event leaves the workflow alone; null = it sets it off. */
export function whyNot(workflow: Workflow, event: Event): string | null {
  const filters = workflow.on.get(event.name);
  if (filters === undefined) return `it is not on ${event.name}`;
  if (event.name === 'schedule')
    return filters.crons?.includes(event.cron ?? '') ? null : `cron "${event.cron}"`;
  const types = filters.types ?? USUAL_TYPES[event.name];
  if (event.action !== null && types !== undefined && !types.includes(event.action))
    return `type ${event.action}`;
  // A pull request whose branches conflict has no merge to run on; only closing and comments need none.
  if (event.conflict) return 'the branches conflict';
  return whyNotBranch(filters, event) ?? whyNotPaths(filters, event);
}

/** Of a pull request, the branch that it goes to. */
function whyNotBranch({ branches, 'branches-ignore': ignored }: Filters, event: Event): string | null {
  const branch = event.baseRef || event.ref.replace('refs/heads/', '');
  if (branches !== undefined && !matches(branches, branch)) return `branch ${branch}`;
  return ignored !== undefined && matches(ignored, branch) ? `branch ${branch} is ignored` : null;
}

function whyNotPaths({ paths, 'paths-ignore': ignored }: Filters, { changed }: Event): string | null {
  if (changed === null) return null;
  if (paths !== undefined && !changed.some((path) => matches(paths, path)))
    return `paths ${changed.join(', ')}`;
  const allIgnored = ignored !== undefined && changed.every((path) => matches(ignored, path));
  return allIgnored ? 'all paths are ignored' : null;
}

/** Later patterns win; `!` takes back. */
export function matches(patterns: readonly string[], name: string): boolean {
  return patterns.reduce((so, pattern) => {
    const negative = pattern.startsWith('!');
    return patternOf(negative ? pattern.slice(1) : pattern).test(name) ? !negative : so;
  }, false);
}

const SPECIAL: Readonly<Record<string, string>> = { '*': '[^/]*', '?': '?', '+': '+' };

/** GitHub's filter patterns: `**` any path, `*` within a folder, `?` and `+` as in regular expressions, `[]` a set. */
function patternOf(pattern: string): RegExp {
  const source = pattern.replaceAll(/\*\*\/|\*\*|[*?+]|\[[^\]]*\]|\\.|[.^$(){}|\\]/g, (found) => {
    if (found === '**/') return '(?:.*/)?';
    if (found === '**') return '.*';
    if (found.startsWith('[') || (found.startsWith('\\') && found.length > 1)) return found;
    return SPECIAL[found] ?? `\\${found}`;
  });
  return new RegExp(`^${source}$`);
}
