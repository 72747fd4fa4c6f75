/** The long fault sweep: each kind of trouble at each kind of request of each command, once and from there on. */
import { expect, inject, test } from 'vitest';
import { FAULT_KINDS, type FaultKind } from './fault-kinds.ts';
import { faultSweep, oneOfEach } from './faults.ts';
import { SWEPT } from './readings.ts';
import { every, inLanes, record } from './rows.ts';
import { openSweepStage } from './stage.ts';

const HOURS = 12 * 3_600_000;
const COMMANDS = Object.keys(SWEPT) as readonly (keyof typeof SWEPT)[];

/** Those that can last. */
const LASTING: readonly FaultKind[] = [
  'error 500',
  'error 503, Retry-After',
  'error 401',
  'reset before',
  'HTML page',
];

interface Case {
  readonly number: number;
  readonly fault: FaultKind;
  readonly lasting: boolean;
}

test.each(COMMANDS)('%s', { timeout: HOURS }, async (command) => {
  const stage = await openSweepStage(inject('dist'));
  const sweep = await faultSweep(stage, SWEPT[command]);
  const numbers = oneOfEach(sweep.passages);
  const cases = every(
    numbers.flatMap((number): Case[] => [
      ...FAULT_KINDS.map((fault) => ({ number, fault, lasting: false })),
      ...LASTING.map((fault) => ({ number, fault, lasting: true })),
    ]),
  );
  const results: (Case & { readonly outcome: string; readonly message: string })[] = [];
  await inLanes(cases, async (one) => {
    const { outcome, message } = await sweep.at(one.number, one.fault, one.lasting);
    results.push({ ...one, outcome, message });
  });
  stage.close();
  const wrong: string[] = [];
  for (const [index, fault] of [...FAULT_KINDS, ...LASTING].entries()) {
    const lasting = index >= FAULT_KINDS.length;
    const mine = results.filter((one) => one.fault === fault && one.lasting === lasting);
    const count = (outcome: string) => mine.filter((one) => one.outcome === outcome).length;
    const bad = mine
      .filter(({ outcome }) => outcome === 'wrong')
      .map(({ number, message }) => `${number} ${nameOf(number)}: ${message}`);
    wrong.push(...bad.map((message) => `${fault}${lasting ? ', lasting' : ''}: ${message}`));
    const what = `${command}: ${fault}${lasting ? ', from there on' : ''}`;
    const order = COMMANDS.indexOf(command) * 100 + index;
    const swept = `${mine.length} of ${numbers.length} requests, one of each kind`;
    record({
      sweep: 'fault',
      order,
      what,
      swept,
      cases: mine.length,
      recovered: count('recovered'),
      told: count('told'),
      wrong: bad,
    });
  }
  expect(wrong).toEqual([]);

  function nameOf(number: number): string {
    const passage = sweep.passages[number - 1];
    return `${passage?.method} ${new URL(passage?.url ?? 'http://none').pathname}`;
  }
});
