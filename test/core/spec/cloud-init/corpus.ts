/** The corpus of user data: files that are right, and files with one thing wrong each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CorpusFile {
  /** `good/users.yaml`, or `snippets/…` for those of the documentation. */
  readonly name: string;
  readonly text: string;
}

const SNIPPETS = join(import.meta.dirname, '../../../../docs/snippets');

export function corpus(kind: 'good' | 'bad'): readonly CorpusFile[] {
  const own = filesOf(join(import.meta.dirname, kind), kind);
  return kind === 'good' ? [...own, ...filesOf(SNIPPETS, 'snippets')] : own;
}

function filesOf(folder: string, kind: string): readonly CorpusFile[] {
  return readdirSync(folder)
    .sort()
    .map((file) => ({ name: `${kind}/${file}`, text: readFileSync(join(folder, file), 'utf8') }));
}

export function isCloudConfig(text: string): boolean {
  return /^#cloud-config\s/.test(text);
}

/** Bad files that cloud-init's own schema has nothing against. */
export const STRICTER: Readonly<Record<string, string>> = {
  'bad/duplicate-key.yaml': 'PyYAML takes the last of equal keys and says nothing',
  'bad/secret-encoded.yaml': 'a secret',
  'bad/secret-header.yaml': 'a secret',
  'bad/secret-in-env-file.yaml': 'a secret',
  'bad/secret-passwords.yaml': 'a secret',
  'bad/secret-private-key.yaml': 'a secret',
};
