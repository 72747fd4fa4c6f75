/** Refuses secrets in user data, but for those the spec permits by name. */
import type { Finding, Position, Problem } from '../../../model/problem.ts';
import { quote } from '../quote.ts';
import { hint } from '../suggest.ts';
import type { Checked } from './content.ts';
import type { Secret } from './secrets.ts';

export interface Permit {
  readonly name: string;
  readonly reason: string;
  readonly at: Position;
}

export function secretVerdict(secrets: readonly Secret[], permits: readonly Permit[]): Checked {
  const permitOf = (secret: Secret) => permits.find(({ name }) => name === secret.name);
  const names = [...new Set(secrets.map(({ name }) => name))];
  return {
    problems: secrets.filter((secret) => permitOf(secret) === undefined).map(refusal),
    findings: [
      ...secrets.flatMap((secret) => {
        const permit = permitOf(secret);
        return permit === undefined ? [] : [permitted(secret, permit)];
      }),
      ...permits.filter(({ name }) => !names.includes(name)).map((permit) => idle(permit, names)),
    ],
  };
}

const FETCH = 'let the server fetch it at its boot, from Barbican or Vault';

/** Whoever is on the server, and whoever may read the stack's template, can read user data. */
function refusal({ at, name, instead }: Secret): Problem {
  const message = `a secret stands here in plain text (${quote(name)}), readable with the repository, the stack or the server's metadata; ${instead ?? FETCH}, or name it in cloudInit.allowSecrets, with a reason`;
  return { ...at, message };
}

function permitted({ at, name }: Secret, { reason }: Permit): Finding {
  const message = `the user data holds a secret in plain text (${quote(name)}), permitted: ${reason}`;
  return { rule: 'user-data-secret', severity: 'warn', message, source: at };
}

function idle({ name, at }: Permit, names: readonly string[]): Finding {
  const message = `cloudInit.allowSecrets permits ${quote(name)}, which stands nowhere in the user data${hint(name, names, 'remove it')}`;
  return { rule: 'user-data-idle-permit', severity: 'warn', message, source: at };
}
