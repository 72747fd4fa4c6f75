/** Reads the words of the command line. */
import { parseArgs } from 'node:util';

export type Format = 'text' | 'markdown' | 'json';

export interface Arguments {
  readonly command: string;
  readonly specs: readonly string[];
  readonly cloud: string | null;
  readonly format: Format;
  readonly out: string | null;
  readonly only: readonly string[];
  readonly approved: readonly string[] | null;
  readonly onlySchedules: boolean;
  readonly commit: string | null;
  readonly repository: string | null;
  /** Where the dashboard is. */
  readonly horizon: string | null;
  readonly waitMinutes: number;
  readonly fix: boolean;
  readonly heal: boolean;
  readonly freezeOverride: string | null;
  /** `drift` and `health`: say which issues would be opened. */
  readonly issues: boolean;
  readonly maxIssues: number;
  /** `sandbox` only. */
  readonly port: number;
  readonly state: string | null;
  readonly speed: number;
  readonly help: boolean;
}

export type ParsedArguments =
  | { readonly ok: true; readonly arguments: Arguments }
  | { readonly ok: false; readonly message: string };

export const DEFAULT_SPECS = ['scaling/**/*.yaml', 'scaling/**/*.yml'];

/** Every option with its word for help; the order is the order shown. */
export const OPTIONS = {
  specs: {
    type: 'string',
    multiple: true,
    value: 'GLOB',
    help: 'spec files; may be given again (default scaling/**/*.yaml)',
  },
  cloud: {
    type: 'string',
    multiple: false,
    value: 'NAME',
    help: 'name in clouds.yaml, `sandbox` or `sandbox:STATE.json` (default: OS_* variables)',
  },
  only: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    help: 'only the spec of this name; may be given again',
  },
  format: { type: 'string', multiple: false, value: 'FORMAT', help: 'text (default), markdown or json' },
  out: {
    type: 'string',
    multiple: false,
    value: 'FILE',
    help: 'write the report there instead of to standard output',
  },
  approved: {
    type: 'string',
    multiple: true,
    value: 'SHA256',
    help: 'apply: fingerprint of a plan or group that was approved; may be given again',
  },
  'only-schedules': {
    type: 'boolean',
    multiple: false,
    help: 'apply: set the bounds that schedules ask for now, leave everything else',
  },
  wait: {
    type: 'string',
    multiple: false,
    value: 'MINUTES',
    help: "apply: how long to wait for somebody else's update (default 10)",
  },
  fix: { type: 'boolean', help: 'drift: put right what is safe to' },
  heal: { type: 'boolean', help: 'health: put right what is wrong' },
  'override-freeze': {
    type: 'string',
    multiple: false,
    value: 'NAME',
    help: 'plan, apply, drift: who of freeze.approvers lets the change pass in spite of a freeze window',
  },
  issues: { type: 'boolean', help: 'drift, health: say which issues would be opened' },
  'max-issues': {
    type: 'string',
    multiple: false,
    value: 'N',
    help: 'how many may be open; further groups share one (default 10)',
  },
  horizon: {
    type: 'string',
    multiple: false,
    value: 'URL',
    help: "the dashboard's address: what a report names is a link to its page there (--format markdown)",
  },
  commit: { type: 'string', multiple: false, value: 'SHA', help: 'told to Heat as a tag' },
  repository: { type: 'string', multiple: false, value: 'NAME', help: 'told to Heat as a tag' },
  port: {
    type: 'string',
    multiple: false,
    value: 'PORT',
    help: 'sandbox: where to listen on 127.0.0.1 (default: any free port)',
  },
  state: {
    type: 'string',
    multiple: false,
    value: 'FILE',
    help: 'sandbox: load the cloud from there, save it at the end',
  },
  speed: {
    type: 'string',
    multiple: false,
    value: 'N',
    help: 'sandbox: seconds of its clock per real second (default 1)',
  },
  help: { type: 'boolean', short: 'h', help: 'show this' },
} as const;

export function parseArguments(words: readonly string[]): ParsedArguments {
  const parsed = tryParse(words);
  if ('message' in parsed) return { ok: false, message: parsed.message };
  const { values, positionals } = parsed;
  const [command = '', ...rest] = positionals;
  const numbers = {
    port: whole(values.port, 0),
    wait: whole(values.wait, 10),
    'max-issues': whole(values['max-issues'], 10),
    speed: whole(values.speed, 1),
  };
  const onlySchedules = values['only-schedules'] ?? false;
  if (onlySchedules && command !== 'apply') {
    return { ok: false, message: `--only-schedules goes with apply, not with ${JSON.stringify(command)}` };
  }
  if (values.fix === true && command !== 'drift') {
    return { ok: false, message: `--fix goes with drift, not with ${JSON.stringify(command)}` };
  }
  const wrong = complaint(rest, values, numbers);
  if (wrong !== null) return { ok: false, message: wrong };
  return {
    ok: true,
    arguments: {
      command,
      specs: values.specs ?? DEFAULT_SPECS,
      cloud: values.cloud ?? null,
      format: isFormat(values.format) ? values.format : 'text',
      out: values.out ?? null,
      only: values.only ?? [],
      approved: values.approved ?? null,
      onlySchedules,
      commit: values.commit ?? null,
      repository: values.repository ?? null,
      horizon: values.horizon ?? null,
      waitMinutes: numbers.wait ?? 10,
      fix: values.fix ?? false,
      heal: values.heal ?? false,
      freezeOverride: values['override-freeze'] ?? null,
      issues: values.issues ?? false,
      maxIssues: numbers['max-issues'] ?? 10,
      port: numbers.port ?? 0,
      state: values.state ?? null,
      speed: numbers.speed ?? 1,
      help: values.help ?? false,
    },
  };
}

function tryParse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    return {
      message: error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error),
    };
  }
}

function complaint(
  rest: readonly string[],
  { format, horizon }: { readonly format?: string; readonly horizon?: string },
  numbers: Readonly<Record<string, number | null>>,
): string | null {
  if (rest.length > 0) return `${JSON.stringify(rest[0])} is one word too many; a command takes options only`;
  if (format !== undefined && !isFormat(format)) {
    return `--format ${JSON.stringify(format)} is not known; it may be text, markdown or json`;
  }
  if (horizon !== undefined && !isPage(horizon)) {
    return `--horizon ${JSON.stringify(horizon)} is no address; it may be such as https://cloud.example/horizon`;
  }
  const wrong = Object.keys(numbers).find((name) => numbers[name] === null);
  return wrong === undefined ? null : `--${wrong} must be a whole number, 0 or more`;
}

function isPage(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

function isFormat(value: string | undefined): value is Format {
  return value === 'text' || value === 'markdown' || value === 'json';
}

function whole(text: string | undefined, fallback: number): number | null {
  if (text === undefined) return fallback;
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}
