/** Builds the bundles into a folder of their own, so that tests run what users run, from the source as it is now. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder with main.js, cli.js and schema/. */
    dist: string;
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-dist-'));
  execFileSync(process.execPath, [join(import.meta.dirname, '../scripts/build.mjs'), folder], {
    stdio: 'inherit',
  });
  project.provide('dist', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
