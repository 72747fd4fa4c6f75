/** The action's outputs: the one table that action.yml and the README repeat, and the only writer of them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setOutput } from '@actions/core';
import type { Report } from '../../model/report.ts';

export const OUTPUTS = {
  'exit-code': { description: '0 well, 1 error, 2 changes, drift or unhealthy, 3 refused' },
  verdict: { description: 'The first line of the report, in words' },
  changes: { description: 'true when something changes, was changed, or has drifted' },
  refused: { description: 'true when a change is refused' },
  fingerprint: { description: 'The fingerprint of the plan, sha256:…; empty when there is none' },
  summary: { description: 'Counts as JSON, such as {"create":1,"update":0,…}' },
  report: { description: 'Path of the whole report as JSON, a file of this job' },
  document: { description: 'Path of the whole report as Markdown, nothing shortened, a file of this job' },
} as const;

export type OutputName = keyof typeof OUTPUTS;

/** @param temp folder for the report's files; null = none is written. */
export async function setOutputs(report: Report, temp: string | null): Promise<void> {
  const { facts, title, kind } = report;
  put('verdict', title);
  put('changes', String(facts.changes));
  put('refused', String(facts.refused));
  put('fingerprint', facts.fingerprint ?? '');
  put('summary', JSON.stringify(facts.counts));
  if (temp === null) return;
  await putFile('report', join(temp, `thermostat-${kind}.json`), report.json);
  await putFile('document', join(temp, `thermostat-${kind}.md`), report.document);
}

async function putFile(name: OutputName, path: string, text: string): Promise<void> {
  await writeFile(path, text);
  put(name, path);
}

export function setExitCode(code: number): void {
  put('exit-code', String(code));
}

function put(name: OutputName, value: string): void {
  setOutput(name, value);
}
