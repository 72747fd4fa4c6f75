/** Plays cases on a cloud by our own commands: plan, Heat's preview, apply, and what then is. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import type { HealParts } from '../../src/commands/parts.ts';
import { plan } from '../../src/commands/plan.ts';
import type { StackRef } from '../../src/model/observed.ts';
import type { StackRequest } from '../../src/model/request.ts';
import { list, pick, text } from '../contract/json.ts';
import { type Around, named } from '../fields/around.ts';
import { put, putBelow } from '../fields/put.ts';
import type { Value } from '../fields/row.ts';
import type { FieldCloud } from '../fields/walk.ts';
import { OPTIONS } from '../stage.ts';
import { BASES } from './bases.ts';
import type { Case, Change, Play } from './case.ts';
import { isPredicted, planErrors, previewErrors } from './foretold.ts';
import { type Happened, happened, type Look, lastEvent, lookAt } from './happened.ts';
import { reach } from './states.ts';

const COMMAND = { ...OPTIONS, specs: ['stack.spec.yaml'], waitMinutes: 10 };

/** Of one case on one cloud. */
export interface Result {
  /** `applied`, or `refused: ` and the rules for which. */
  readonly plan: string;
  readonly confidence: 'certain' | 'predicted';
  readonly happened: Happened;
  /** Where the plan was wrong. */
  readonly wrong: readonly string[];
  /** Where Heat's preview was wrong; null: nothing was sent that could be previewed. */
  readonly previewWrong: readonly string[] | null;
}

/** Tells each result as soon as there is one. */
export async function play(
  one: Play,
  cloud: FieldCloud,
  around: Around,
  tell: (which: Case, result: Result) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-fidelity-'));
  const [first] = one.cases;
  const name = `${cloud.raw.prefix}${(first?.name ?? '').replaceAll(/[^A-Za-z0-9]+/g, '-')}`;
  const stage = new Stage(one, cloud, { around, folder, name });
  try {
    await stage.begin();
    for (const which of one.cases) tell(which, await stage.result(which));
  } finally {
    await cloud.remove(name);
    rmSync(folder, { recursive: true });
  }
}

class Stage {
  readonly #play: Play;
  readonly #cloud: FieldCloud;
  readonly #at: { readonly around: Around; readonly folder: string; readonly name: string };
  #document: Value;
  #files: Readonly<Record<string, string>>;

  constructor(
    one: Play,
    cloud: FieldCloud,
    at: { readonly around: Around; readonly folder: string; readonly name: string },
  ) {
    this.#play = one;
    this.#cloud = cloud;
    this.#at = at;
    const { document, files } = baseOf(one);
    this.#document = Object.entries(one.start).reduce(putBelow, document);
    this.#files = files;
  }

  async begin(): Promise<void> {
    await this.#commit({}, 0);
    const { policies, breaks } = baseOf(this.#play);
    await reach(this.#play.state, {
      cloud: this.#cloud,
      name: this.#at.name,
      policies,
      breaks,
      commit: (change, exitCode) => this.#commit(change, exitCode),
    });
  }

  async result({ change }: Case): Promise<Result> {
    const { reader, raw } = this.#cloud;
    const before = await lookAt(reader, this.#at.name);
    const since = await lastEvent(raw, before);
    this.#write(change);
    const planned = await plan(this.#parts(), COMMAND);
    const shown: unknown = pick(JSON.parse(planned.report.json), 'groups', 0);
    const { previewed, exitCode } = await this.#apply(planned.exitCode, shown, planned.report.text);
    const after = await lookAt(reader, this.#at.name);
    const reality = { before, after, ...(await happened(raw, { before, after, since })) };
    const refused = planned.exitCode === 3;
    return {
      plan: refused ? `refused: ${rulesOf(shown).join(', ')}` : 'applied',
      confidence: isPredicted(shown) ? 'predicted' : 'certain',
      happened: reality.happened,
      wrong: [
        ...(refused ? stirred(reality.happened) : planErrors(shown, reality)),
        ...(exitCode === (refused ? 3 : 0) ? [] : [`apply ended with exit code ${exitCode}`]),
      ],
      previewWrong: previewed && previewVerdict(previewed, after),
    };
  }

  /** Applies what was planned, and asks Heat for its preview right before the update itself. */
  async #apply(
    planned: number,
    shown: unknown,
    words: string,
  ): Promise<{ readonly previewed: Previewed | null; readonly exitCode: number }> {
    expect([0, 2, 3], words).toContain(planned);
    const parts = this.#parts();
    const kinds = list(shown, 'steps').map((step) => text(step, 'kind'));
    let previewed: Previewed | null = null;
    let step = 0;
    const spied: HealParts = {
      ...parts,
      writer: async () => {
        const writer = await parts.writer();
        return {
          ...writer,
          update: async (ref, request) => {
            if (kinds[step] === 'update') previewed = await this.#preview(ref, request);
            step += 1;
            await writer.update(ref, request);
          },
        };
      },
    };
    const { exitCode, report } = await apply(spied, COMMAND);
    // a cloud that does not answer proves nothing
    if (/try again later/.test(report.text)) throw new Error(`the cloud did not answer:\n${report.text}`);
    if (process.env['FIDELITY'] && exitCode === 1) console.log(words, report.text);
    return { previewed, exitCode };
  }

  async #preview(ref: StackRef, { template, files, environment }: StackRequest): Promise<Previewed> {
    const before = await lookAt(this.#cloud.reader, ref.name);
    const path = `/stacks/${ref.name}/${ref.id}/preview?show_nested=true`;
    const body = { template, files, environment };
    const { status, json } = await this.#cloud.raw.call('orchestration', 'PUT', path, body);
    return { before, status, answer: json };
  }

  #parts(): HealParts {
    return this.#cloud.parts(this.#at.folder);
  }

  async #commit(change: Change, exitCode: 0 | 1): Promise<void> {
    this.#write(change);
    const applied = await apply(this.#parts(), COMMAND);
    expect(applied.exitCode, applied.report.text).toBe(exitCode);
  }

  #write({ put: paths = {}, files = {}, rename }: Change): void {
    this.#document = Object.entries(paths).reduce(putBelow, this.#document);
    for (const [file, replacements] of Object.entries(files)) {
      for (const [from, to] of replacements) {
        const old = this.#files[file] ?? '';
        expect(old, file).toContain(from);
        this.#files = { ...this.#files, [file]: old.replaceAll(from, to) };
      }
    }
    if (rename) this.#files = renamed(this.#files, rename);
    const { folder, name, around } = this.#at;
    const document = named(put(this.#document, ['metadata/name', name]), around);
    writeFileSync(join(folder, 'stack.spec.yaml'), JSON.stringify(document));
    for (const [file, content] of Object.entries(this.#files))
      writeFileSync(
        join(folder, file),
        content.replaceAll(/\$\w+/g, (word) => around[word.slice(1)] ?? word),
      );
  }
}

interface Previewed {
  readonly before: Look;
  readonly status: number;
  readonly answer: unknown;
}

function previewVerdict({ before, status, answer }: Previewed, after: Look): readonly string[] {
  return status === 200 ? previewErrors(answer, { before, after }) : [`it answers ${status}`];
}

function baseOf({ base }: Play) {
  const found = BASES[base];
  if (found === undefined) throw new Error(`no base "${base}"`);
  return found;
}

function renamed(files: Readonly<Record<string, string>>, [from, to]: readonly [string, string]) {
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name === from ? to : name, content.replaceAll(from, to)]),
  );
}

function rulesOf(shown: unknown): readonly string[] {
  return list(shown, 'findings')
    .filter((one) => pick(one, 'severity') === 'error')
    .map((one) => text(one, 'rule'));
}

/** What was refused must not have happened. */
function stirred({ servers, resources, size }: Happened): readonly string[] {
  const still = Object.keys(servers).every((fate) => fate === 'keep') && Object.keys(resources).length === 0;
  return still && size[0] === size[1] ? [] : ['refused, and yet something happened'];
}
