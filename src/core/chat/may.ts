/** Decides whether what a comment asks for may be done, from what the forge says at this moment. */
import type { AskedPull, ChatFacts } from '../../model/chat.ts';
import type { Ask } from './ask.ts';

export type May =
  | { readonly go: true }
  /** `quiet`: only a sign, no words: strangers must not make us write. */
  | { readonly go: false; readonly quiet: boolean; readonly why: string };

/** Everything that could be merged right now, and nothing else: rules of the branch hold for an early apply, too. */
const MERGEABLE = ['clean', 'unstable', 'has_hooks'];

export function mayAnswer(
  ask: Exclude<Ask, { kind: 'none' }>,
  facts: ChatFacts,
  /** What the workflow lets people ask for. */
  enabled: readonly string[],
): May {
  const { permission, commentStands } = facts;
  if (permission !== 'admin' && permission !== 'write') {
    return { go: false, quiet: true, why: 'its author may not write to this repository' };
  }
  if (!commentStands) return { go: false, quiet: true, why: 'the comment was edited or deleted meanwhile' };
  if (ask.kind === 'help' || ask.kind === 'misread') return { go: true };
  const refusals = [
    [
      !enabled.includes(ask.kind),
      `"${ask.kind}" is not enabled here: the workflow's input comment-commands names what is`,
    ],
    ...pullRefusals(facts.pull),
    ...(ask.kind === 'apply' ? applyRefusals(ask.sha, facts.pull) : []),
  ] as const;
  const found = refusals.find(([refused]) => refused);
  return found === undefined ? { go: true } : { go: false, quiet: false, why: found[1] };
}

type Refusals = readonly (readonly [boolean, string])[];

function pullRefusals({ state, fork, merge }: AskedPull): Refusals {
  return [
    [state === 'closed', 'the pull request is closed'],
    [
      fork,
      'the pull request comes from a fork: nothing of it is run with secrets; its own plan is in the summary of its checks',
    ],
    [
      merge === null,
      'the pull request cannot be merged as it is: bring it up to date with its base branch first',
    ],
  ];
}

/** Whoever may push can make a base branch without any protection or guardrail: merging into it approves nothing. */
function applyRefusals(
  sha: string,
  { headSha, draft, mergeable, baseRef, defaultBranch }: AskedPull,
): Refusals {
  return [
    [
      baseRef !== defaultBranch,
      `the pull request goes into "${baseRef}": only what goes into "${defaultBranch}", the default branch, is applied before it is merged`,
    ],
    [
      !headSha.startsWith(sha),
      `the pull request is at ${headSha.slice(0, 7)} now, not at ${sha}: look at its plan and name that commit`,
    ],
    [draft, 'the pull request is a draft'],
    [
      !MERGEABLE.includes(mergeable),
      `GitHub says "${mergeable}": only what could be merged right now is applied`,
    ],
  ];
}
