/** What a run brings about on the forge, whoever else is at work there and whatever breaks. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGitHub } from '../../src/adapters/github/api.ts';
import { createGitHubIssues } from '../../src/adapters/github/issues.ts';
import { type Findings, keepIssues } from '../../src/commands/keep-issues.ts';
import type { IssueVerdict } from '../../src/model/issue.ts';
import { clean, fact, found } from '../core/issues/desk.ts';
import { secondaryLimit, serverError } from '../github/faults.ts';
import { gitHub, type GitHub as StandIn } from '../github/github.ts';
import { OPTIONS } from '../stage.ts';

const REPOSITORY = { owner: 'shop', repo: 'infra' };
const A = fact('alarm-disabled cpu-low');

let server: StandIn;
let warnings: string[];

beforeEach(async () => {
  server = await gitHub();
  warnings = [];
});

afterEach(() => server.stop());

function parts(permissions: 'read' | 'write' = 'write', max = 10, forge = server) {
  const token = forge.jobToken({ issues: permissions });
  const github = openGitHub({ token, apiUrl: forge.url, sleep: async () => {} });
  const keeper = createGitHubIssues({ github, repository: REPOSITORY, sleep: async () => {} });
  return {
    issues: { keeper, max, place: 'prod' },
    clock: { now: () => new Date('2026-11-22T02:17:00Z'), sleep: async () => {} },
    log: { info: () => {}, debug: () => {}, warn: (line: string) => void warnings.push(line) },
  };
}

function night(verdicts: readonly IssueVerdict[]): Findings {
  return { by: 'drift', verdicts, groups: ['api', 'shop', 'web'], cloud: 'cloud "prod"' };
}

function open(): readonly string[] {
  return server.issues
    .filter(({ state }) => state === 'open')
    .map(({ number, title }) => `#${number} ${title}`);
}

test('two runs at once never leave two issues, nor two words', async () => {
  const verdicts = night(['api', 'shop', 'web'].map((name) => found(name, [A])));
  await Promise.all([keepIssues(parts(), OPTIONS, verdicts), keepIssues(parts(), OPTIONS, verdicts)]);
  expect(
    open()
      .map((line) => line.slice(3))
      .sort(),
  ).toEqual(['api differs', 'shop differs', 'web differs']);
  const worse = night([found('api', [A, fact('more')]), clean('shop'), found('web', [A])]);
  await Promise.all([keepIssues(parts(), OPTIONS, worse), keepIssues(parts(), OPTIONS, worse)]);
  expect(server.comments.map(({ body }) => body.split('\n')[1])).toEqual(
    expect.arrayContaining(['Clean: shop.', 'New since the last word here:']),
  );
  expect(server.comments).toHaveLength(2);
  expect(warnings).toEqual([]);
});

test('another run opens the same between our look and our writing: the older stays, whoever wrote it', async () => {
  const verdicts = night([found('web', [A])]);
  server.when('POST', /issues$/, 1, () => keepIssues(parts(), OPTIONS, verdicts));
  await keepIssues(parts(), OPTIONS, verdicts);
  expect(server.issues.map(({ state, reason }) => [state, reason])).toEqual([
    ['open', null],
    ['closed', 'duplicate'],
  ]);
  expect(server.issues[1]?.body).toContain('read on in #1');
  await keepIssues(parts(), OPTIONS, verdicts);
  expect(server.issues).toHaveLength(2);
});

test('duplicates that a killed run left behind are closed by the next one', async () => {
  const verdicts = night([found('web', [A])]);
  await keepIssues(parts(), OPTIONS, verdicts);
  const [{ login = '', title = '', body = '' } = {}] = server.issues;
  server.plantIssue({ login, title, body: body ?? '' });
  await keepIssues(parts(), OPTIONS, verdicts);
  expect(open()).toEqual(['#1 web differs']);
});

test('a marker that somebody copied into an issue is neither rewritten nor closed, and keeps nothing from being told', async () => {
  const verdicts = night([found('web', [A])]);
  await keepIssues(parts(), OPTIONS, verdicts);
  const forged = server.plantIssue({
    login: 'mallory',
    title: 'all is well',
    body: server.issues[0]?.body ?? '',
  });
  server.store.issues.delete(1);
  await keepIssues(parts(), OPTIONS, verdicts);
  expect(open()).toEqual([`#${forged.number} all is well`, `#${forged.number + 1} web differs`]);
  await keepIssues(parts(), OPTIONS, night([clean('web')]));
  expect(open()).toEqual([`#${forged.number} all is well`]);
});

test('a limit that asks for long: what is left is left to the next run, with words', async () => {
  server.fail('POST', /issues$/, secondaryLimit(3600), { after: 1, times: 1 });
  const verdicts = night(['api', 'shop', 'web'].map((name) => found(name, [A])));
  await keepIssues(parts(), OPTIONS, verdicts);
  expect(open()).toEqual(['#1 api differs']);
  expect(warnings).toEqual([
    expect.stringContaining('the other issues are left to the next run; the verdict stands'),
  ]);
  await keepIssues(parts(), OPTIONS, verdicts);
  expect(open()).toHaveLength(3);
});

test('one that fails keeps no other from being kept', async () => {
  server.fail('POST', /issues$/, serverError(500));
  await keepIssues(parts(), OPTIONS, night(['api', 'web'].map((name) => found(name, [A]))));
  expect(open()).toEqual(['#1 web differs']);
  expect(warnings).toEqual([expect.stringContaining('issue about drift of api')]);
});

test('a token without the permission is one warning', async () => {
  await keepIssues(parts('read'), OPTIONS, night(['api', 'web'].map((name) => found(name, [A]))));
  expect(warnings).toEqual([expect.stringContaining('Resource not accessible by integration')]);
  server.forgive('permission');
});

test('an issue that people have locked keeps no other from being kept', async () => {
  await keepIssues(parts(), OPTIONS, night([found('api', [A]), found('web', [A])]));
  server.fail('POST', /issues\/1\/comments$/, locked());
  await keepIssues(parts(), OPTIONS, night([clean('api'), clean('web')]));
  expect(open()).toEqual([]);
  expect(warnings).toEqual([expect.stringContaining('issue about drift of api')]);
  await keepIssues(parts(), OPTIONS, night([clean('api'), clean('web')]));
  expect(warnings).toHaveLength(1);
});

/** Opened, worse, less, worse in the same way, clean, back. */
const LIFE: readonly IssueVerdict[] = [
  found('web', [A]),
  found('web', [A, fact('more')]),
  found('web', [A]),
  found('web', [A, fact('more')]),
  clean('web'),
  found('web', [A]),
];

test('a run that is killed after any of its writes is made up for by the next: every word once', async () => {
  const words = async (nth: number): Promise<{ killed: boolean; said: readonly unknown[] }> => {
    const forge = await gitHub();
    let [writes, dead] = [0, false];
    const run = async (verdict: IssueVerdict): Promise<void> => {
      const mortal = parts('write', 10, forge);
      const { keeper } = mortal.issues;
      const counted = new Proxy(keeper, {
        get: (target, key) =>
          key === 'list'
            ? target.list
            : async (...given: readonly unknown[]) => {
                if (dead) throw new Error('a dead run does nothing');
                const answer: unknown = await Reflect.apply(Reflect.get(target, key), target, given);
                writes += 1;
                dead = writes === nth;
                return answer;
              },
      });
      await keepIssues(
        { ...mortal, issues: { ...mortal.issues, keeper: counted } },
        OPTIONS,
        night([verdict]),
      );
      if (!dead) return;
      dead = false;
      await keepIssues(mortal, OPTIONS, night([verdict]));
    };
    for (const verdict of LIFE) await run(verdict);
    const said = [...forge.comments, ...forge.issues].map(({ body }) => body);
    await forge.stop();
    return { killed: writes >= nth, said };
  };
  const { said: wanted } = await words(Number.POSITIVE_INFINITY);
  expect(wanted).toHaveLength(4 + 1);
  for (let nth = 1; ; nth += 1) {
    const { killed, said } = await words(nth);
    expect(said, `killed after write ${nth}`).toEqual(wanted);
    if (!killed) break;
    expect(nth).toBeLessThan(40);
  }
});

test('GitHub down: one warning', async () => {
  server.fail('*', /./, serverError(503), { times: 99 });
  await keepIssues(parts(), OPTIONS, night([found('web', [A])]));
  expect(warnings).toEqual([expect.stringMatching(/^keeping issues: .*; the verdict stands$/)]);
});

test('a run for one group leaves the issues of the others, and that about the check as a whole', async () => {
  await keepIssues(parts(), OPTIONS, night([found('', [A], 'drift-unchecked'), found('api', [A])]));
  const one = {
    by: 'drift',
    verdicts: [clean('', 'drift-unchecked'), clean('web')],
    groups: ['web'],
  } as const;
  await keepIssues(parts(), { ...OPTIONS, only: ['web'] }, { ...one, cloud: 'cloud "prod"' });
  expect(open()).toHaveLength(2);
});

test('a night on which nothing changed writes nothing', async () => {
  const verdicts = night([found('web', [A]), clean('api')]);
  await keepIssues(parts(), OPTIONS, verdicts);
  server.forgetRequests();
  await keepIssues(parts(), OPTIONS, verdicts);
  expect(server.writes).toEqual([]);
  expect(server.requests.length).toBeLessThanOrEqual(4);
});

function locked() {
  const body = JSON.stringify({
    message: 'Unable to create comment because issue is locked.',
    documentation_url: 'https://docs.github.com/articles/locking-conversations/',
    status: '403',
  });
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return { kind: 'answer', status: 403, headers, body } as const;
}
