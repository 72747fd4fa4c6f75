/** Spec files in memory, for tests: paths to text or to whatever else a tree may answer. */
import { parseSpecs } from '../../../src/core/spec/parse.ts';
import type { SourceFile } from '../../../src/model/source.ts';

export type TestFile = string | Uint8Array | Exclude<SourceFile['state'], 'read' | 'too-large'>[];

/** Parses with every needed file at hand; what is not listed is absent. `specs` match the globs, the rest is there to be named. */
export function parse(
  specs: Readonly<Record<string, TestFile>>,
  others: Readonly<Record<string, TestFile>> = {},
) {
  const files = new Map(
    Object.entries({ ...specs, ...others }).map(([path, file]) => [path, sourceFile(path, file)]),
  );
  for (;;) {
    const parsed = parseSpecs(Object.keys(specs), files);
    const missing = parsed.needs.filter((path) => !files.has(path));
    if (missing.length === 0) return parsed;
    for (const path of missing) files.set(path, { path, state: 'absent' });
  }
}

/** `file:line:column: message` of each problem. */
export function problemsOf(
  specs: Readonly<Record<string, TestFile>>,
  others: Readonly<Record<string, TestFile>> = {},
) {
  return parse(specs, others).problems.map(
    ({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`,
  );
}

/** A valid group of the name, with `changes` put over its spec. */
export function group(
  changes: Readonly<Record<string, unknown>> = {},
  metadata: Readonly<Record<string, unknown>> = { name: 'web' },
) {
  const spec = {
    size: { min: 2, max: 6 },
    server: { image: 'ubuntu-20.04', flavor: 'm1.small', networks: ['private-network'] },
    ...changes,
  };
  return JSON.stringify({ apiVersion: 'thermostat/v1', kind: 'AutoScalingGroup', metadata, spec });
}

function sourceFile(path: string, file: TestFile): SourceFile {
  if (typeof file === 'string') return { path, state: 'read', bytes: new TextEncoder().encode(file) };
  if (file instanceof Uint8Array) return { path, state: 'read', bytes: file };
  return { path, state: file[0] ?? 'absent' };
}
