/** A forge in this process: keeps issues as it is told, and shows them as a stranger would read them. */
import type { ForgeIssue } from '../src/model/issue.ts';
import type { IssueKeeper } from '../src/ports/forge.ts';

export interface MemoryForge {
  readonly keeper: IssueKeeper;
  readonly issues: ForgeIssue[];
  readonly comments: { readonly number: number; readonly body: string }[];
  edit(number: number, change: Partial<ForgeIssue>): void;
  /** Markdown: every issue with its labels, its body and what was said below it. */
  shown(): string;
}

export function memoryForge(): MemoryForge {
  const issues: ForgeIssue[] = [];
  const comments: { number: number; body: string }[] = [];
  const edit = (number: number, change: Partial<ForgeIssue>) => {
    const index = issues.findIndex((one) => one.number === number);
    const issue = issues[index];
    if (issue) issues[index] = { ...issue, ...change };
  };
  const keeper: IssueKeeper = {
    list: async (start) => issues.filter(({ body }) => body.startsWith(start)),
    async create({ title, body, labels }) {
      const names = labels.map(({ name }) => name);
      const issue = {
        number: issues.length + 1,
        state: 'open' as const,
        title,
        body,
        labels: names,
        url: '',
      };
      issues.push(issue);
      return issue;
    },
    async change(number, { body, state }) {
      edit(number, { ...(body === undefined ? {} : { body }), ...(state === undefined ? {} : { state }) });
    },
    async comment(number, body) {
      comments.push({ number, body });
    },
    async unlabel(number, name) {
      const labels = issues.find((one) => one.number === number)?.labels ?? [];
      edit(number, { labels: labels.filter((label) => label !== name) });
    },
  };
  const shown = () => issues.map((issue) => shownIssue(issue, comments)).join('\n---\n\n') || 'No issues.\n';
  return { keeper, issues, comments, edit, shown };
}

function shownIssue(
  { number, title, state, labels, body }: ForgeIssue,
  comments: MemoryForge['comments'],
): string {
  const said = comments.filter((one) => one.number === number).map((one) => `\n> said:\n\n${one.body}`);
  return `# #${number} ${title} (${state}: ${labels.join(', ')})\n\n${body}${said.join('')}`;
}
