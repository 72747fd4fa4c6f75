/** Finds lines that hold a secret, by its form or by the word before it. */

export interface SecretLine {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** What it is or what it is called; never the value. */
  readonly name: string;
}

/** At most one for each line; what is longer than user data may be is refused for that. */
export function secretLines(text: string): readonly SecretLine[] {
  return text
    .slice(0, MOST_CHARACTERS)
    .split('\n')
    .flatMap((line, index) => {
      const found = line.length > LONGEST_LINE ? byForm(line.slice(0, LONGEST_LINE)) : secretOf(line);
      return found === null ? [] : [{ line: index + 1, column: found.column + 1, name: found.name }];
    });
}

const MOST_CHARACTERS = 65_536;
const LONGEST_LINE = 4_000;

interface Found {
  readonly column: number;
  readonly name: string;
}

function secretOf(line: string): Found | null {
  return byForm(line) ?? byCommand(line) ?? byWord(line);
}

const FORMS: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/, 'private key'],
  [/\bPrivateKey\s*=\s*[A-Za-z0-9+/]{43}=/, 'WireGuard private key'],
  [/\bgh[pousr]_[A-Za-z0-9]{36,}/, 'GitHub token'],
  [/\bgithub_pat_[A-Za-z0-9_]{40,}/, 'GitHub token'],
  [/\bglpat-[\w-]{20,}/, 'GitLab token'],
  [/\bhv[sbr]\.[\w-]{24,}/, 'Vault token'],
  [/\bs\.(?=[A-Za-z]*\d)[A-Za-z0-9]{24}\b/, 'Vault token'],
  [/\bxox[abeprs]-[A-Za-z0-9-]{10,}/, 'Slack token'],
  [/\bgAAAAA[\w-]{60,}/, 'Keystone token'],
  [/\bAIza[\w-]{35}/, 'Google API key'],
  [/\b[sr]k_live_[A-Za-z0-9]{20,}/, 'Stripe key'],
  [/\b(?:npm_[A-Za-z0-9]{36}|pypi-[\w-]{50,})/, 'package registry token'],
  [/\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{20,}/, 'signed token (JWT)'],
  [/\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@'"$<>{}]+:(?![$<{])[^\s/@'"]{3,}@/i, 'password in a URL'],
];

function byForm(line: string): Found | null {
  for (const [pattern, name] of FORMS) {
    const column = line.search(pattern);
    if (column >= 0) return { column, name };
  }
  return null;
}

const COMMANDS: readonly (readonly [RegExp, string])[] = [
  [/\bauthorization["']?\s*[:=]\s*["']?(?:bearer|basic|token)\s+([^\s"']{8,})/i, 'Authorization header'],
  [
    /\bx-(?:auth|vault|subject|gitlab|consul)-?[a-z-]*token["']?\s*[:=]\s*["']?([^\s"']{8,})/i,
    'token header',
  ],
  [/\bcurl\b.*\s(?:-u|--user)[= ]["']?[^\s:"']+:([^\s"']{3,})/, 'password of curl'],
  [/\becho\s+["']?[\w.-]+:([^\s"'|]{3,})["']?\s*\|\s*(?:sudo\s+)?chpasswd/, 'password for chpasswd'],
  [/\bchpasswd\b.*<<<\s*["']?[\w.-]+:([^\s"']{3,})/, 'password for chpasswd'],
  [/\bsshpass\s+-p\s*["']?([^\s"']{3,})/, 'password of sshpass'],
  [/\bmysql(?:dump|admin)?\b.*\s-p([^\s"']{3,})/, 'password of mysql'],
  [
    /\s--(?:password|passwd|secret|token|api-key|secret-key|pass)[= ]["']?([^\s"'-][^\s"']{3,})/,
    'secret on a command line',
  ],
];

function byCommand(line: string): Found | null {
  for (const [pattern, name] of COMMANDS) {
    const match = pattern.exec(line);
    if (match !== null && isLiteral(match[1] ?? '')) return { column: match.index, name };
  }
  return null;
}

/** `NAME=value`, `name: value`, `"name": "value"`; the name ends in what says secret. */
const ASSIGNMENT =
  /(?<![\w$.-])["']?([A-Za-z][\w.-]{0,60})["']?[ \t]{0,20}(?::=|=|:(?=[ \t"']))[ \t]{0,20}(?:"([^"]*)"|'([^']*)'|([^\s,;}\]"'#]+))/g;
const PASSWORD = /(?:^|[_.-])(?:password|passwd|passphrase|passwort|pwd|pgpassword)$/i;
const TOKEN =
  /(?:^|[_.-])(?:secret|token|api[_-]?key|secret[_-]?(?:access[_-]?)?key|private[_-]?key|registration[_-]?key|encryption[_-]?key|access[_-]?key|auth[_-]?key|signing[_-]?key|credential)$/i;
const CAMEL_CASE = /(?<=[a-z0-9])(?=[A-Z][a-z])/g;

function byWord(line: string): Found | null {
  const comment = /^\s*(?:#(?!!)|\/\/)/.test(line);
  for (const match of line.matchAll(ASSIGNMENT)) {
    const [, name = '', double, single, bare] = match;
    const value = double ?? single ?? bare ?? '';
    if (comment && !/\d/.test(value)) continue; // words about a secret
    if (isSecretNamed(name.replace(CAMEL_CASE, '_'), value)) return { column: match.index, name };
  }
  return null;
}

function isSecretNamed(name: string, value: string): boolean {
  if (!isLiteral(value)) return false;
  if (PASSWORD.test(name)) return value.length >= 4;
  const mixed = /\d/.test(value) && /[A-Za-z]/.test(value);
  return TOKEN.test(name) && value.length >= 8 && mixed && entropy(value) >= 2.8;
}

const NO_SECRET: readonly RegExp[] = [
  /^(?:true|false|yes|no|on|off|null|none|nil|required|optional|prompt|default|static)$/i,
  /^(?:x+|\*+|\.+|-+|changeme|change-me|change_me|example|placeholder|redacted|todo)$/i,
  // a reference: shell, template, YAML, path, another place
  /^\$[A-Za-z_{(]|\$\{|\$\(|`|\{\{|^<|%\(|^!|^&|^\*|^__\w+__$/,
  /^(?:\.{0,2}\/|~\/|[a-z][a-z0-9+.-]*:\/\/|file:|env:|vault:|ref:|arn:)/i,
  /^[|>][-+0-9]*$/,
  /^[{[(]/,
  // a hash as crypt(3) takes it
  /^\$[\w-]+\$/,
  /^\d{1,5}[smhd]?$/,
  // variables, functions and attributes of program text
  /^(?:password|passwd|pass|pwd|secret|token|user|username|name)$/i,
  /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*\(/,
  /^(?:os|self|config|settings|env|environ|process|secrets|params|args)[.[]/,
];

/** The value stands there itself, not a word for it or where to find it. */
export function isLiteral(value: string): boolean {
  return value !== '' && !PASSWORD.test(value) && !NO_SECRET.some((pattern) => pattern.test(value));
}

/** Bits a character (Shannon). */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => {
    const share = count / text.length;
    return sum - share * Math.log2(share);
  }, 0);
}
