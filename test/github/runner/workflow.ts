/** Reads a workflow file with GitHub's own parser, and refuses what this runner does not know. */
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { parse } from 'yaml';
import { isNode } from '../contract/strict-schema.ts';

export interface Workflow {
  /** `plan.yml`. */
  readonly file: string;
  readonly name: string;
  /** Event → its filters. */
  readonly on: ReadonlyMap<string, Filters>;
  /** As written; undefined = nothing said. */
  readonly permissions: unknown;
  readonly concurrency: Concurrency | null;
  readonly env: Values;
  readonly jobs: readonly Job[];
}

export interface Filters {
  readonly types?: readonly string[];
  readonly branches?: readonly string[];
  readonly 'branches-ignore'?: readonly string[];
  readonly paths?: readonly string[];
  readonly 'paths-ignore'?: readonly string[];
  /** Of `schedule`. */
  readonly crons?: readonly string[];
}

/** Texts that may hold expressions. */
export type Values = Readonly<Record<string, string>>;

export interface Concurrency {
  readonly group: string;
  readonly cancelInProgress: string;
  readonly queue: 'single' | 'max';
}

export interface Job {
  readonly id: string;
  readonly name: string;
  /** With the `success()` that is meant when nothing is said. */
  readonly condition: string;
  readonly needs: readonly string[];
  readonly permissions: unknown;
  readonly environment: { readonly name: string; readonly deployment: boolean } | null;
  readonly concurrency: Concurrency | null;
  readonly env: Values;
  readonly outputs: Values;
  readonly continueOnError: string;
  readonly steps: readonly Step[];
}

export interface Step {
  /** '' = none given. */
  readonly id: string;
  readonly name: string;
  readonly condition: string;
  readonly uses: string;
  readonly with: Values;
  readonly env: Values;
  readonly continueOnError: string;
}

const KNOWN = {
  workflow: ['name', 'run-name', 'on', 'permissions', 'concurrency', 'env', 'jobs'],
  job: [
    ...['name', 'runs-on', 'if', 'needs', 'permissions', 'environment', 'concurrency', 'env', 'outputs'],
    ...['timeout-minutes', 'continue-on-error', 'steps'],
  ],
  step: ['id', 'name', 'if', 'uses', 'with', 'env', 'continue-on-error', 'timeout-minutes'],
  filter: ['types', 'branches', 'branches-ignore', 'paths', 'paths-ignore', 'inputs'],
};

type Node = Readonly<Record<string, unknown>>;

export async function readWorkflow(file: string, text: string): Promise<Workflow> {
  const { conditions, names } = await officialReading(file, text);
  const raw = nodeAt(parse(text), file);
  refuseUnknown(raw, KNOWN.workflow, file);
  return {
    file,
    name: typeof raw['name'] === 'string' ? raw['name'] : `.github/workflows/${file}`,
    on: events(raw['on'], file),
    permissions: raw['permissions'],
    concurrency: concurrency(raw['concurrency']),
    env: values(raw['env']),
    jobs: Object.entries(nodeAt(raw['jobs'], file)).map(([id, one]) => {
      const read = conditions.get(id);
      if (read === undefined) throw new Error(`${file}: job "${id}" is not understood by GitHub's parser`);
      return job(id, nodeAt(one, `${file}: job "${id}"`), { file, name: names.get(id) ?? id, ...read });
    }),
  };
}

interface Conditions {
  readonly job: string;
  readonly steps: readonly string[];
}

/** What GitHub says is wrong with the file; else the conditions as GitHub completes them. */
async function officialReading(file: string, text: string) {
  const { context, value } = parseWorkflow({ name: file, content: text }, new NoOperationTraceWriter());
  const template = value === undefined ? null : await convertWorkflowTemplate(context, value);
  const mistakes = context.errors.getErrors().map(({ message }) => message);
  if (template === null || mistakes.length > 0)
    throw new Error(`GitHub takes no such workflow:\n${mistakes.join('\n')}`);
  const conditions = new Map<string, Conditions>();
  const names = new Map<string, string>();
  for (const one of template.jobs) {
    const id = one.id.value;
    names.set(id, one.name?.toString() ?? id);
    const steps = 'steps' in one ? one.steps : [];
    conditions.set(id, {
      job: one.if.expression,
      steps: steps.map((step) => step.if?.expression ?? 'success()'),
    });
  }
  return { conditions, names };
}

function events(on: unknown, file: string): ReadonlyMap<string, Filters> {
  if (typeof on === 'string') return new Map([[on, {}]]);
  if (Array.isArray(on)) return new Map(on.map((name) => [String(name), {}]));
  return new Map(
    Object.entries(nodeAt(on, file)).map(([name, said]) => [name, filters(said, `${file}: on.${name}`)]),
  );
}

function filters(said: unknown, where: string): Filters {
  if (said === null) return {};
  if (Array.isArray(said)) return { crons: said.map((one) => String(nodeAt(one, where)['cron'])) };
  const node = nodeAt(said, where);
  refuseUnknown(node, KNOWN.filter, where);
  const { inputs: _, ...lists } = node;
  return Object.fromEntries(Object.entries(lists).map(([key, value]) => [key, list(value)]));
}

function job(
  id: string,
  raw: Node,
  read: Conditions & { readonly file: string; readonly name: string },
): Job {
  const where = `${read.file}: job "${id}"`;
  refuseUnknown(raw, KNOWN.job, where);
  const steps = Array.isArray(raw['steps']) ? raw['steps'] : [];
  return {
    id,
    name: read.name,
    condition: read.job,
    needs: list(raw['needs'] ?? []),
    permissions: raw['permissions'],
    environment: environment(raw['environment']),
    concurrency: concurrency(raw['concurrency']),
    env: values(raw['env']),
    outputs: values(raw['outputs']),
    continueOnError: String(raw['continue-on-error'] ?? false),
    steps: steps.map((one, at) =>
      step(nodeAt(one, where), read.steps[at] ?? 'success()', `${where}, step ${at + 1}`),
    ),
  };
}

function step(raw: Node, condition: string, where: string): Step {
  refuseUnknown(raw, KNOWN.step, where);
  const uses = String(raw['uses'] ?? '');
  return {
    ...{ id: String(raw['id'] ?? ''), name: String(raw['name'] ?? uses), condition, uses },
    with: values(raw['with']),
    env: values(raw['env']),
    continueOnError: String(raw['continue-on-error'] ?? false),
  };
}

function environment(said: unknown): Job['environment'] {
  if (said === undefined) return null;
  if (!isNode(said)) return { name: String(said), deployment: true };
  return { name: String(said['name']), deployment: said['deployment'] !== false };
}

function concurrency(said: unknown): Concurrency | null {
  if (said === undefined) return null;
  const node = isNode(said) ? said : { group: said };
  return {
    group: String(node['group']),
    cancelInProgress: String(node['cancel-in-progress'] ?? false),
    queue: node['queue'] === 'max' ? 'max' : 'single',
  };
}

function values(said: unknown): Values {
  if (!isNode(said)) return {};
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, String(value ?? '')]));
}

function list(said: unknown): readonly string[] {
  return Array.isArray(said) ? said.map(String) : [String(said)];
}

function nodeAt(value: unknown, where: string): Node {
  if (!isNode(value)) throw new Error(`${where}: want a mapping, have ${JSON.stringify(value)}`);
  return value;
}

/** Nothing is passed over in silence. */
function refuseUnknown(node: Node, known: readonly string[], where: string): void {
  const unknown = Object.keys(node).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw new Error(`${where}: this runner does not know "${unknown.join('", "')}"`);
}
