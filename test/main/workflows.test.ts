/** The example workflows ask for little, cancel no apply, and pass nothing of an event to a shell. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { INPUTS } from '../../src/adapters/github/inputs.ts';
import { COMMANDS } from '../../src/commands/table.ts';

const FOLDER = new URL('../../docs/workflows/', import.meta.url);

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions: object;
  readonly steps: readonly Step[];
  readonly concurrency?: Readonly<Record<string, unknown>>;
}

describe.each(readdirSync(FOLDER))('%s', (name) => {
  const text = readFileSync(new URL(name, FOLDER), 'utf8');
  const workflow = parse(text);
  const jobs: readonly Job[] = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  test('gives nothing by default, and each job what it names', () => {
    expect(workflow.permissions).toEqual({});
    expect(jobs.map((job) => Object.keys(job.permissions).includes('contents'))).toEqual([true]);
    expect(text).not.toMatch(/contents: write|write-all/);
  });

  test('pins every action by commit, with the tag beside it', () => {
    const lines = text.split('\n').filter((line) => line.includes('uses:'));
    expect(lines).toHaveLength(steps.length);
    for (const line of lines) expect(line).toMatch(/uses: [\w/-]+@[0-9a-f]{40} # v\d+(\.\d+)*$/);
  });

  test('runs no shell and reads no text of an event', () => {
    expect(steps.filter((step) => step.run !== undefined)).toEqual([]);
    // A condition starts or starts not, a number or an action names a queue; nothing of it reaches a program.
    const elsewhere = text.replaceAll(/^ +(?:if|group|cancel-in-progress): .*$/gm, '');
    expect(elsewhere).not.toContain('github.event');
    expect(text).not.toMatch(/^ {2}pull_request_target/m);
  });

  test('uses inputs and commands that exist', () => {
    const own = steps.find((step) => step.uses?.includes('/thermostat@'))?.with ?? {};
    expect(Object.keys(INPUTS)).toEqual(expect.arrayContaining(Object.keys(own)));
    expect([...Object.keys(COMMANDS), 'answer']).toContain(own['command']);
  });

  test('cancels nothing that writes', () => {
    const writes = steps.some((step) => step.with?.['command'] === 'apply');
    const concurrency = workflow.concurrency ?? jobs[0]?.concurrency;
    const cancels = name === 'plan.yml' ? '$' + "{{ github.event.action != 'closed' }}" : false;
    expect(concurrency['cancel-in-progress']).toBe(cancels);
    if (writes) expect(concurrency.queue).toBe('max');
  });

  test('makes no talk wait in a queue', () => {
    if (workflow.on.issue_comment !== undefined) expect(workflow.concurrency).toBeUndefined();
    else expect(workflow.concurrency).toBeDefined();
  });
});
