/** A report on the terminal: its format, its colours, nothing that steers. */
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { createTerminalLog } from '../../../src/adapters/terminal/log.ts';
import { createTerminalPublisher } from '../../../src/adapters/terminal/publisher.ts';
import { planReport } from '../../../src/core/report/plan-report.ts';
import { grows, planOf, replaces } from '../../core/report/samples.ts';

const report = planReport(planOf([grows, replaces]), { cloud: 'sandbox' });

function terminal(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, write: (text: string) => written.push(text), text: () => written.join('') };
}

test.each(['text', 'json'] as const)('%s is printed as it is', async (format) => {
  const stream = terminal(false);
  await createTerminalPublisher({ format, stream, env: {} }).publish(report);
  expect(stream.text()).toBe(report[format]);
});

test('markdown is the long form, for a file or a pipe', async () => {
  const stream = terminal(false);
  await createTerminalPublisher({ format: 'markdown', stream, env: {} }).publish(report);
  expect(stream.text()).toBe(report.summary);
});

test('with a file, the file gets the report and the terminal nothing', async () => {
  const stream = terminal(false);
  const files: string[] = [];
  const write = async (text: string) => void files.push(text);
  await createTerminalPublisher({ format: 'json', write, stream, env: {} }).publish(report);
  expect([files, stream.text()]).toEqual([[report.json], '']);
});

test('colours come on a terminal, and change no word', async () => {
  const stream = terminal(true);
  await createTerminalPublisher({ stream, env: {} }).publish(report);
  expect(stream.text()).not.toBe(report.text);
  expect(stripVTControlCharacters(stream.text())).toBe(report.text);
});

test('NO_COLOR is heard', async () => {
  const stream = terminal(true);
  await createTerminalPublisher({ stream, env: { NO_COLOR: '1' } }).publish(report);
  expect(stream.text()).toBe(report.text);
});

test('a log line can not steer the terminal', () => {
  const stream = terminal(false);
  createTerminalLog({ stream, env: {} }).info('name \u001B]0;owned\u0007');
  expect(stream.text()).toBe('name <U+001B>]0;owned<U+0007>\n');
});

test('debug lines are for those who asked', () => {
  const stream = terminal(false);
  createTerminalLog({ stream, env: {} }).debug('quiet');
  createTerminalLog({ stream, env: { THERMOSTAT_DEBUG: '1' } }).debug('loud');
  expect(stream.text()).toBe('loud\n');
});
