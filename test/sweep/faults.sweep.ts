/** The long fault sweep: each kind of trouble at each kind of request of each command, once and from there on. */
import { expect, inject, test } from 'vitest';
import { FAULT_KINDS, type FaultKind, TLS_FAULTS } from './fault-kinds.ts';
import { faultSweep, oneOfEach } from './faults.ts';
import { SWEPT } from './readings.ts';
import { every, inLanes, record } from './rows.ts';
import { openSweepStage, TO_APPLY } from './stage.ts';

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

const PLAIN = { tls: false, kinds: FAULT_KINDS, lasting: LASTING, order: 0 } as const;
const TLS = { tls: true, kinds: TLS_FAULTS, lasting: ['TLS alert'], order: 50 } as const;

const SWEEPS = COMMANDS.flatMap((command) => [PLAIN, TLS].map((sweep) => ({ ...sweep, command })));

test.each(SWEEPS)(
  '$command, TLS: $tls',
  { timeout: HOURS },
  async ({ command, tls, kinds, lasting, order }) => {
    const stage = await openSweepStage(inject('dist'), TO_APPLY, { tls });
    const sweep = await faultSweep(stage, SWEPT[command]);
    const numbers = oneOfEach(sweep.passages);
    const rows = [
      ...kinds.map((fault) => ({ fault, lasting: false })),
      ...lasting.map((fault) => ({ fault, lasting: true })),
    ];
    const cases = every(numbers.flatMap((number): Case[] => rows.map((row) => ({ number, ...row }))));
    const results: (Case & { readonly outcome: string; readonly message: string })[] = [];
    await inLanes(cases, async (one) => {
      const { outcome, message } = await sweep.at(one.number, one.fault, one.lasting);
      results.push({ ...one, outcome, message });
    });
    stage.close();
    const wrong: string[] = [];
    for (const [index, row] of rows.entries()) {
      const mine = results.filter((one) => one.fault === row.fault && one.lasting === row.lasting);
      const count = (outcome: string) => mine.filter((one) => one.outcome === outcome).length;
      const bad = mine
        .filter(({ outcome }) => outcome === 'wrong')
        .map(({ number, message }) => `${number} ${nameOf(number)}: ${message}`);
      wrong.push(...bad.map((message) => `${row.fault}${row.lasting ? ', lasting' : ''}: ${message}`));
      record({
        sweep: 'fault',
        order: COMMANDS.indexOf(command) * 100 + order + index,
        what: `${command}: ${row.fault}${row.lasting ? ', from there on' : ''}`,
        swept: `${mine.length} of ${numbers.length} requests, one of each kind`,
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
  },
);
