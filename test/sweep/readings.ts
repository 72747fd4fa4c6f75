/** The commands that faults are swept over, each with what its verdict is. */
import { list, pick, text } from '../contract/json.ts';
import type { Swept } from './faults.ts';
import type { Ended } from './process.ts';
import { APPLY } from './stage.ts';

type Of = (group: unknown) => unknown;

export const SWEPT: Readonly<Record<'plan' | 'drift' | 'health' | 'apply', Swept>> = {
  plan: {
    words: ['plan', '--format', 'json'],
    exitCode: 2,
    verdict: (ended) => verdictOf(ended, (group) => [text(group, 'action'), text(group, 'fingerprint')]),
    writes: false,
  },
  drift: {
    words: ['drift', '--format', 'json'],
    exitCode: 2,
    verdict: (ended) => verdictOf(ended, (group) => [text(group, 'status'), kinds(group)]),
    writes: false,
  },
  health: {
    words: ['health', '--format', 'json'],
    exitCode: 2,
    verdict: (ended) => verdictOf(ended, (group) => text(group, 'status')),
    writes: false,
  },
  apply: {
    words: [...APPLY, '--format', 'json'],
    exitCode: 0,
    verdict: (ended) =>
      verdictOf(ended, (group) => [
        text(group, 'status'),
        list(group, 'steps').map((step) => [text(step, 'kind'), text(step, 'status')]),
      ]),
    writes: true,
  },
};

function verdictOf({ stdout }: Ended, of: Of): string {
  const groups = list(JSON.parse(stdout), 'groups');
  return JSON.stringify(groups.map((group) => [text(group, 'name'), of(group)]));
}

function kinds(group: unknown): readonly unknown[] {
  return list(group, 'items').map((item) => [pick(item, 'kind'), pick(item, 'address')]);
}
