/** Which files of before an update brings along. */
import { expect, test } from 'vitest';
import { filesInUse } from '../../../src/core/heat/files-in-use.ts';
import { requestFor } from '../../../src/core/heat/request.ts';
import type { HeatState } from '../../../src/model/observed.ts';
import { group, live, WEB } from '../live-stack.ts';

const drained = (flavor: string) => group({ rollout: { ...WEB.rollout, drainSeconds: 5 } }, { flavor });
const before = drained('m1.small');
const after = drained('m1.large');
const [old = ''] = Object.keys(before.files);
const [next = ''] = Object.keys(after.files);
const state = (action: HeatState['action'], status: HeatState['status']): HeatState => ({
  action,
  status,
  reason: '',
});

test('after an update that went well: the files that the live template leads to', () => {
  const files: Readonly<Record<string, string>> = {
    ...before.files,
    'older.yaml': '{}',
    'inner.yaml': '{}',
  };
  const stack = { ...live(before), files: { ...files, [old]: `${files[old]} inner.yaml` } };
  expect(Object.keys(filesInUse(stack)).sort()).toEqual(['inner.yaml', old].sort());
});

test.each([state('UPDATE', 'FAILED'), state('CREATE', 'FAILED'), state('CHECK', 'COMPLETE')])(
  'after $action $status: all that there are, for members may be made of any',
  (now) => {
    const stack = { ...live(before), state: now, files: { ...before.files, 'older.yaml': '{}' } };
    expect(filesInUse(stack)).toEqual(stack.files);
  },
);

test('a stack without a group needs none', () => {
  expect(filesInUse({ ...live(before), groups: [] })).toEqual({});
});

test('what is sent under the same name is the new one', () => {
  const step = { kind: 'update', why: '', capacities: [] } as const;
  const provenance = { repository: null, commit: null };
  const observed = { ...live(before), files: { ...before.files, [next]: 'an old text' } };
  const { files } = requestFor({ desired: after, step, observed, provenance });
  expect(files).toEqual({ ...before.files, ...after.files });
  expect(requestFor({ desired: after, step, observed: null, provenance }).files).toEqual(after.files);
});
