/** The repository on disk: listed by globs, read with a limit, closed towards the outside. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileSystemTree } from '../../../src/adapters/terminal/source-tree.ts';
import { readSpecs } from '../../../src/commands/read-specs.ts';
import { MAX_FILE_BYTES } from '../../../src/model/source.ts';

let folder = '';
let root = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'source-tree-'));
  root = join(folder, 'repository');
  mkdirSync(root);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

describe('listing', () => {
  it.each([
    [['scaling/**/*.yaml'], ['scaling/a.yaml', 'scaling/x/b.yaml', 'scaling/x/y/c.yaml']],
    [['./scaling/*.yaml', 'scaling/a.yaml'], ['scaling/a.yaml']],
    [['**/{b,c}.yaml'], ['scaling/x/b.yaml', 'scaling/x/y/c.yaml']],
    [['scaling/?.y*ml'], ['scaling/a.yaml', 'scaling/a.yml']],
    [['*'], ['top.yaml']],
    [['**/*.yaml'], ['scaling/a.yaml', 'scaling/x/b.yaml', 'scaling/x/y/c.yaml', 'top.yaml']],
    [['.hidden/*.yaml'], ['.hidden/d.yaml']],
    [['../**/*.yaml', '/etc/*', 'nowhere/**', 'scaling/a.yaml/*'], []],
  ])('%j gives %j', async (globs, paths) => {
    for (const path of ['scaling/a.yaml', 'scaling/a.yml', 'scaling/x/b.yaml', 'scaling/x/y/c.yaml'])
      write(path, '');
    for (const path of ['top.yaml', '.hidden/d.yaml', '.git/e.yaml', 'node_modules/f.yaml']) write(path, '');
    expect(await fileSystemTree(root).list(globs)).toEqual(paths);
  });

  it('does not follow links to folders, so a circle of them ends', async () => {
    write('scaling/a.yaml', '');
    symlinkSync('.', join(root, 'scaling/again'));
    expect(await fileSystemTree(root).list(['scaling/**/*.yaml'])).toEqual(['scaling/a.yaml']);
  });
});

describe('reading', () => {
  it('gives the bytes of a file, and a word for whatever is none', async () => {
    write('a', 'text');
    write('empty', '');
    write('large', 'x'.repeat(MAX_FILE_BYTES + 1));
    write('../secret', 'secret');
    symlinkSync('a', join(root, 'inside'));
    symlinkSync('../secret', join(root, 'outside'));
    symlinkSync('loop', join(root, 'loop'));
    symlinkSync('gone', join(root, 'dangling'));
    mkdirSync(join(root, 'folder'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    const paths = [
      'a',
      'empty',
      'inside',
      'outside',
      '../secret',
      '../gone',
      '/etc/passwd',
      'loop',
      'dangling',
      'gone',
      'a/b',
      'folder',
      'pipe',
      'large',
      'a\0b',
    ];
    const read = await fileSystemTree(root).read(paths);
    expect(read.map(({ path }) => path)).toEqual(paths);
    expect(
      read.map((file) => (file.state === 'read' ? new TextDecoder().decode(file.bytes) : file.state)),
    ).toEqual([
      'text',
      '',
      'text',
      'outside',
      'outside',
      'outside',
      'absent',
      'not-a-file',
      'absent',
      'absent',
      'absent',
      'not-a-file',
      'not-a-file',
      'too-large',
      'absent',
    ]);
  });
});

describe('the specs of a repository', () => {
  it('are read with all they name, in as many rounds as it takes', async () => {
    const hot = 'heat_template_version: 2018-08-31\n';
    write('scaling/web.yaml', `${hot}resources: {a: {type: one.yaml}}\n`);
    write('scaling/one.yaml', `${hot}resources: {a: {type: ../lib/two.yaml}}\n`);
    write('lib/two.yaml', `${hot}resources: {a: {type: "X::Y", properties: {b: {get_file: three.sh}}}}\n`);
    write('lib/three.sh', '#!/bin/sh\n');
    const { specs, problems } = await readSpecs(fileSystemTree(root), ['scaling/**/*.yaml']);
    expect(problems).toEqual([]);
    expect(specs).toMatchObject([{ name: 'web', files: { 'three.sh': '#!/bin/sh\n' } }]);
  });

  it('that match nothing are a problem that names the globs', async () => {
    const { problems } = await readSpecs(fileSystemTree(root), ['scaling/**/*.yaml']);
    expect(problems).toEqual([
      {
        file: '.',
        line: 1,
        column: 1,
        message:
          'no file matches the spec globs "scaling/**/*.yaml"; name globs relative to the repository\'s root, such as "scaling/**/*.yaml"',
      },
    ]);
  });
});

it('does not read what git keeps for itself, such as the token of a checkout', async () => {
  write('.git/config', 'extraheader = AUTHORIZATION: basic c2VjcmV0');
  symlinkSync('.git/config', join(root, 'user-data'));
  const read = await fileSystemTree(root).read(['.git/config', 'user-data', 'sub/../.git/config']);
  expect(read.map(({ state }) => state)).toEqual(['outside', 'outside', 'outside']);
});
