/** Stands in for actions/upload-artifact: keeps the files that a step names. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { StepWork } from './step.ts';
import { matches } from './triggers.ts';

const KNOWN = ['name', 'path', 'if-no-files-found', 'retention-days', 'overwrite', 'compression-level'];

/** Throws where the real one would fail. */
export function uploadArtifact({ workspace, inputs, log, artifacts }: StepWork): void {
  const unknown = Object.keys(inputs).filter((name) => !KNOWN.includes(name));
  if (unknown.length > 0)
    throw new Error(`upload-artifact: this runner does not know its input "${unknown.join('", "')}"`);
  const name = inputs['name'] || 'artifact';
  const wanted = (inputs['path'] ?? '')
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean);
  if (wanted.length === 0) throw new Error('Input required and not supplied: path');
  const found = wanted.flatMap((one) => filesAt(resolve(workspace, one)));
  if (found.length === 0) {
    nothingFound(inputs['if-no-files-found'] || 'warn', wanted.join(', '), log);
    return;
  }
  if (artifacts.some((one) => one.name === name) && inputs['overwrite'] !== 'true') {
    throw new Error(
      `Failed to CreateArtifact: an artifact with the name ${name} already exists on the workflow run`,
    );
  }
  artifacts.push({
    name,
    files: Object.fromEntries(found.map(([path, file]) => [path, readFileSync(file, 'utf8')])),
  });
}

function nothingFound(policy: string, wanted: string, log: StepWork['log']): void {
  const message = `No files were found with the provided path: ${wanted}. No artifacts will be uploaded.`;
  if (policy === 'error') throw new Error(message);
  if (policy === 'warn') log.annotate({ level: 'warning', message });
}

/** Their paths in the artifact and on disk: a file alone lies at its top, a folder's below it. */
function filesAt(path: string): readonly (readonly [string, string])[] {
  if (/[*?[]/.test(path)) return filesMatching(path);
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [[basename(path), path]];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((file): [string, string] => [file, join(path, file)])
    .filter(([, file]) => statSync(file).isFile());
}

function filesMatching(pattern: string): readonly (readonly [string, string])[] {
  const root = pattern.slice(0, pattern.search(/[*?[]/)).replace(/[^/]*$/, '');
  return existsSync(root)
    ? filesAt(root.replace(/\/$/, ''))
        .filter(([, file]) => matches([pattern], file))
        .map(([, file]): [string, string] => [relative(root, file), file])
    : [];
}
