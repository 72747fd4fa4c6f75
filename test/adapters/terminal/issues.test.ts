/** On a terminal nothing is opened: what would be is shown, without its hidden line. */
import { expect, test } from 'vitest';
import { createIssuePreview } from '../../../src/adapters/terminal/issues.ts';
import { keepIssues } from '../../../src/commands/keep-issues.ts';
import { clean, fact, found } from '../../core/issues/desk.ts';
import { OPTIONS } from '../../stage.ts';

test('an issue that would be opened is shown as people would read it, and nothing else is said', async () => {
  const lines: string[] = [];
  const log = { info: (line: string) => void lines.push(line), warn: () => {}, debug: () => {} };
  const clock = { now: () => new Date('2026-11-22T02:17:00Z'), sleep: async () => {} };
  const issues = { keeper: createIssuePreview(log), max: 10, place: '' };
  const verdicts = [found('web', [fact('a')]), clean('api')];
  await keepIssues({ issues, clock, log }, OPTIONS, {
    by: 'drift',
    verdicts,
    groups: ['web', 'api'],
    cloud: '',
  });
  expect(lines).toEqual([
    '"web differs" (thermostat, thermostat:drift):',
    '  body: a was 2, is 3',
    'issue about drift of web: would be opened',
  ]);
});
