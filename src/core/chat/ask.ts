/** Reads what a comment on a pull request asks for: a closed grammar, nothing of it is passed on. */

export type Ask =
  /** Talk that is not meant for us. */
  | { readonly kind: 'none' }
  | { readonly kind: 'help' }
  | { readonly kind: 'plan' }
  /** Bound to the commit that its author has seen. */
  | { readonly kind: 'apply'; readonly sha: string }
  | { readonly kind: 'misread'; readonly why: string };

/** Seven digits are what GitHub itself shows of a commit. */
const SHA = /^[0-9a-f]{7,40}$/;
/** Longer comments are talk, whatever they begin with. */
const LONGEST = 200;

/** A request is a comment of one line; in a longer text, or quoted, it is talk about one. */
export function readAsk(comment: string): Ask {
  const text = comment.trim();
  if (text.length > LONGEST || /[\r\n]/.test(text)) return { kind: 'none' };
  const [name, ask = 'help', ...rest] = text.split(/[ \t]+/);
  if (name !== '/thermostat') return { kind: 'none' };
  switch (ask) {
    case 'help':
    case 'plan':
      return rest.length === 0 ? { kind: ask } : { kind: 'misread', why: `${ask} takes no more words` };
    case 'apply':
      return readApply(rest);
    default:
      return { kind: 'misread', why: 'there are help, plan and apply' };
  }
}

function readApply([sha, ...rest]: readonly string[]): Ask {
  if (sha === undefined) return { kind: 'misread', why: 'apply names the commit that you have seen' };
  if (rest.length > 0) return { kind: 'misread', why: 'apply takes one commit and no more words' };
  if (!SHA.test(sha)) return { kind: 'misread', why: 'a commit is 7 to 40 digits of 0-9 and a-f' };
  return { kind: 'apply', sha };
}
