/** The action's inputs: the one table that action.yml and the README repeat, and the only reader of them. */
import { getInput } from '@actions/core';

export interface InputDefinition {
  readonly description: string;
  readonly default: string;
}

export const INPUTS = {
  command: {
    description: 'What to do: validate, plan, apply, drift, health, or answer (a comment on a pull request)',
    default: '',
  },
  specs: {
    description: 'Globs of spec files, one a line, below working-directory',
    default: 'scaling/**/*.yaml\nscaling/**/*.yml',
  },
  cloud: {
    description: 'A name in clouds.yaml, or sandbox; empty takes OS_CLOUD or the OS_* variables',
    default: '',
  },
  'clouds-yaml': {
    description: 'The text of a clouds.yaml, from a secret; kept in memory, never written to a file',
    default: '',
  },
  only: {
    description: 'Names of the groups to look at, one a line; empty takes all',
    default: '',
  },
  approved: {
    description: 'Fingerprints that apply may carry out, one a line; empty takes whatever the plan is then',
    default: '',
  },
  approval: {
    description:
      'required: apply only what a plan on the merged pull request showed; none: whatever the plan is then',
    default: 'none',
  },
  'direct-push': {
    description:
      'With approval required, what becomes of a commit that no pull request brought: refuse, or apply with a note',
    default: 'refuse',
  },
  environment: {
    description:
      "Under which name an apply is recorded as a deployment; empty takes the cloud's; a job with an environment has its record already",
    default: '',
  },
  'comment-commands': {
    description: 'What people who may write can ask for by a comment, with answer: any of help, plan, apply',
    default: 'help plan',
  },
  'only-schedules': {
    description:
      'Whether apply only sets the bounds that schedules ask for now, and leaves everything else: true or false',
    default: 'false',
  },
  'wait-minutes': {
    description: "How long apply waits for somebody else's update of the same stack",
    default: '10',
  },
  fix: {
    description: 'Whether drift may put right what is safe to put right: true or false',
    default: 'false',
  },
  heal: {
    description: 'Whether health may put right what it finds: true or false',
    default: 'false',
  },
  'fail-on': {
    description: 'What fails the job besides errors: any of changes, refused, drift, unhealthy; or nothing',
    default: 'refused drift unhealthy',
  },
  key: {
    description: 'Tells apart several plans on one pull request, such as two clouds',
    default: '',
  },
  comment: {
    description: 'Whether to keep one comment with the plan on the pull request: true or false',
    default: 'true',
  },
  check: {
    description: 'Whether to leave a check run with the plan on the commit: true or false',
    default: 'true',
  },
  issues: {
    description:
      'Whether drift, health and apply keep an issue for each group that needs somebody: true or false',
    default: 'true',
  },
  'max-issues': {
    description: 'How many issues of one command may be open; further groups share one',
    default: '10',
  },
  'horizon-url': {
    description: "The dashboard's address, for links to stacks",
    default: '',
  },
  token: {
    description: 'The token for comments, check runs and issues',
    default: '$' + '{{ github.token }}',
  },
  'working-directory': {
    description: 'Folder of the repository that the specs are looked for in',
    default: '.',
  },
} as const satisfies Readonly<Record<string, InputDefinition>>;

export type InputName = keyof typeof INPUTS;

const FAIL_ON = ['changes', 'refused', 'drift', 'unhealthy', 'nothing'] as const;
export type FailOn = (typeof FAIL_ON)[number];

const COMMENT_COMMANDS = ['help', 'plan', 'apply'];

export interface Inputs {
  readonly command: string;
  readonly specs: readonly string[];
  readonly cloud: string | null;
  readonly cloudsYaml: string | null;
  readonly only: readonly string[];
  readonly approved: readonly string[] | null;
  readonly approvalRequired: boolean;
  readonly directPush: 'refuse' | 'apply';
  readonly environment: string | null;
  readonly commentCommands: readonly string[];
  readonly onlySchedules: boolean;
  readonly waitMinutes: number;
  readonly fix: boolean;
  readonly heal: boolean;
  readonly failOn: readonly FailOn[];
  readonly key: string;
  readonly comment: boolean;
  readonly check: boolean;
  readonly issues: boolean;
  readonly maxIssues: number;
  readonly horizon: string | null;
  readonly token: string | null;
  readonly workingDirectory: string;
}

export type ReadInputs =
  | { readonly ok: true; readonly inputs: Inputs }
  | { readonly ok: false; readonly mistakes: readonly string[] };

/** Every mistake at once; a secret is never part of one. */
export function readInputs(commands: readonly string[]): ReadInputs {
  const mistakes: string[] = [];
  const mistaken = (name: InputName, value: string, right: string) =>
    mistakes.push(`reading input ${name}: "${value}" is not known; ${right}`);
  const command = read('command');
  if (!commands.includes(command)) mistaken('command', command, `it may be ${commands.join(', ')}`);
  const failOn = words('fail-on').filter(
    (word) => isFailOn(word) || void mistaken('fail-on', word, `it may hold ${FAIL_ON.join(', ')}`),
  );
  const waitMinutes = Number(read('wait-minutes'));
  if (!Number.isFinite(waitMinutes) || waitMinutes < 0) {
    mistaken('wait-minutes', read('wait-minutes'), 'give a number of minutes, such as 10');
  }
  const maxIssues = Number(read('max-issues'));
  if (!/^\d{1,4}$/.test(read('max-issues'))) {
    mistaken('max-issues', read('max-issues'), 'give a whole number, such as 10');
  }
  const flag = (name: 'fix' | 'heal' | 'issues' | 'comment' | 'check' | 'only-schedules') => {
    if (!/^(true|false)$/i.test(read(name))) mistaken(name, read(name), 'give true or false');
    return /^true$/i.test(read(name));
  };
  const approval = read('approval');
  if (approval !== 'required' && approval !== 'none') mistaken('approval', approval, 'give required or none');
  const directPush = read('direct-push') === 'apply' ? 'apply' : 'refuse';
  if (directPush !== read('direct-push'))
    mistaken('direct-push', read('direct-push'), 'give refuse or apply');
  const onlySchedules = flag('only-schedules');
  if (onlySchedules && command !== 'apply')
    mistakes.push(`reading input only-schedules: it goes with apply, not with "${command}"`);
  const fix = flag('fix');
  if (fix && command !== 'drift')
    mistakes.push(`reading input fix: it goes with drift, not with "${command}"`);
  const inputs: Inputs = {
    command,
    specs: lines('specs'),
    cloud: optional('cloud'),
    cloudsYaml: optional('clouds-yaml'),
    only: words('only'),
    approved: words('approved').length > 0 ? words('approved') : null,
    approvalRequired: approval === 'required',
    directPush,
    environment: optional('environment'),
    commentCommands: words('comment-commands').filter(
      (word) =>
        COMMENT_COMMANDS.includes(word) ||
        void mistaken('comment-commands', word, `it may hold ${COMMENT_COMMANDS.join(', ')}`),
    ),
    onlySchedules,
    waitMinutes,
    fix,
    heal: flag('heal'),
    failOn: failOn.filter(isFailOn),
    key: read('key'),
    comment: flag('comment'),
    check: flag('check'),
    issues: flag('issues'),
    maxIssues,
    horizon: optional('horizon-url'),
    token: optional('token'),
    workingDirectory: read('working-directory'),
  };
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, inputs };
}

function isFailOn(word: string): word is FailOn {
  return FAIL_ON.some((one) => one === word);
}

/** An input that a workflow passes as an empty string counts as not given. */
function read(name: InputName): string {
  const given = getInput(name).trim();
  const fallback = INPUTS[name].default;
  return given === '' && !fallback.startsWith('$') ? fallback : given;
}

function optional(name: InputName): string | null {
  const value = read(name);
  return value === '' ? null : value;
}

/** Separated by line breaks, blanks or commas. */
function words(name: InputName): readonly string[] {
  return read(name)
    .split(/[\s,]+/)
    .filter((word) => word !== '');
}

function lines(name: InputName): readonly string[] {
  return read(name)
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
