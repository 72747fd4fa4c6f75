/** A commit's files are read through the API like those of a folder, and nothing beside the folder. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGitHub } from '../../../src/adapters/github/api.ts';
import { commitTree } from '../../../src/adapters/github/commit-tree.ts';
import { globMatcher } from '../../../src/adapters/terminal/glob.ts';
import type { SourceFile } from '../../../src/model/source.ts';
import { type GitHub, gitHub } from '../../github/github.ts';

const REPOSITORY = { owner: 'shop', repo: 'infra' };
const FILES = {
  '.thermostat.yaml': 'kind: Settings\n',
  'secret.txt': 'not below the folder',
  'infra/.thermostat.yaml': 'kind: Settings # infra\n',
  'infra/scaling/web.yaml': 'web: ü\n',
  'infra/scaling/deep/api.yml': 'api\n',
  'infra/README.md': '#\n',
};

let github: GitHub;

beforeEach(async () => {
  github = await gitHub({ files: FILES });
});

afterEach(() => github.stop());

function tree(folder = '', sha = github.store.branch('main'), most = 500) {
  const client = openGitHub({ token: github.jobToken({ contents: 'read' }), apiUrl: github.url });
  return commitTree(client, REPOSITORY, { sha, folder, most, matches: globMatcher });
}

const text = (file: SourceFile | undefined) =>
  file?.state === 'read' ? new TextDecoder().decode(file.bytes) : file?.state;

test('it lists what globs fit, from the root or from a folder', async () => {
  expect(await tree().list(['infra/scaling/**/*.yaml'])).toEqual(['infra/scaling/web.yaml']);
  expect(await tree('infra').list(['scaling/**/*.{yaml,yml}'])).toEqual([
    'scaling/deep/api.yml',
    'scaling/web.yaml',
  ]);
});

test('it reads files, in order, and says what there is not', async () => {
  const read = await tree('infra').read([
    'scaling/web.yaml',
    'scaling/none.yaml',
    'scaling',
    '.thermostat.yaml',
  ]);
  expect(read.map(text)).toEqual(['web: ü\n', 'absent', 'not-a-file', 'kind: Settings # infra\n']);
});

test('it reads nothing outside the folder', async () => {
  expect((await tree('infra').read(['../secret.txt', 'scaling/../../secret.txt'])).map(text)).toEqual([
    'outside',
    'outside',
  ]);
});

test('it is the commit that was asked for, whatever was pushed since', async () => {
  const first = github.store.branch('main');
  github.push({ '.thermostat.yaml': 'kind: Other\n' });
  expect((await tree('', first).read(['.thermostat.yaml'])).map(text)).toEqual(['kind: Settings\n']);
});

test('it asks once for the tree, and once for each file, however often it is read', async () => {
  const one = tree('', github.store.branch('main'), 2);
  await one.list(['**/*.yaml']);
  await one.read(['.thermostat.yaml', 'secret.txt']);
  const again = await one.read(['secret.txt', '.thermostat.yaml']);
  expect(again.map(text)).toEqual(['not below the folder', 'kind: Settings\n']);
  expect(github.requests.map((request) => request.split('/')[5])).toEqual(['trees', 'blobs', 'blobs']);
  await expect(one.read(['infra/README.md'])).rejects.toThrow('more than 2');
});
