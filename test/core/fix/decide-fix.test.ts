/** What of a group's drift may be put right: the same findings, in other circumstances. */
import { expect, test } from 'vitest';
import { driftItem } from '../../../src/core/drift/kinds.ts';
import { decideFix } from '../../../src/core/fix/decide-fix.ts';
import { sentNote } from '../../../src/core/heat/sent.ts';
import { planGroup } from '../../../src/core/plan/plan.ts';
import type { DesiredStack } from '../../../src/model/desired.ts';
import type { DriftItem, GroupDrift } from '../../../src/model/drift.ts';
import type { ObservedResource, PresentStack } from '../../../src/model/observed.ts';
import { COMPLETE, group, live } from '../live-stack.ts';

const desired = group({ size: { min: 2, max: 8, initial: 3 } });

const words = { subject: 's', repository: 'r', cloud: 'c', remedy: 'm' };
const alarm = driftItem({
  ...words,
  kind: 'alarm-disabled',
  mends: [{ kind: 'alarm', id: 'a', fields: { enabled: true } }],
});
const gone = driftItem({ ...words, kind: 'alarm-missing', mends: [{ kind: 'remake', address: 'high' }] });
const edited = driftItem({
  ...words,
  kind: 'template-edited',
  subject: 'resources.group.properties.max_size',
});

function sent(content: DesiredStack = desired): PresentStack {
  const stack = live(content);
  const note = sentNote(content, new Date('2026-01-01T00:00:00Z'));
  return { ...stack, tags: [...stack.tags, `thermostat:sent=${note}`] };
}

function decide(
  items: readonly DriftItem[],
  observed: PresentStack = sent(),
  { hold = null, ignored = [] }: { hold?: string | null; ignored?: GroupDrift['ignored'] } = {},
) {
  const found: GroupDrift = {
    name: 'web',
    stackId: observed.id,
    source: desired.source,
    status: 'drifted',
    items,
    fixed: [],
    ignored,
    notDrift: [],
    message: '',
  };
  const pair = { desired, observed, definitions: {} };
  const { reapply, mend, left } = decideFix({ group: found, pair, plan: planGroup(pair), hold });
  return {
    free: [...reapply, ...mend].map(({ kind }) => kind),
    left: left.map((item) => item.left),
  };
}

const resource = (address: string, state = COMPLETE): ObservedResource => ({
  address,
  type: 'OS::Heat::RandomString',
  physicalId: 'x',
  state,
  createdAt: '2026-01-01T00:00:00Z',
});
const raised = () => sent(group({ size: { min: 2, max: 9, initial: 3 } }));
/** As the last apply sent it, and edited by hand since. */
const byHand = (): PresentStack => ({ ...sent(), template: raised().template });

test('what has one known value is free', () => {
  expect(decide([alarm, gone])).toEqual({ free: ['alarm-disabled', 'alarm-missing'], left: [] });
});

test('nothing is while something holds it', () => {
  expect(decide([alarm], sent(), { hold: 'the freeze window is on' })).toEqual({
    free: [],
    left: ['the freeze window is on'],
  });
});

test('of a kind that is for people the reason is the same whatever holds', () => {
  const server = driftItem({ ...words, kind: 'server-missing' });
  expect(decide([server], sent(), { hold: 'frozen' }).left).toEqual([
    'that would replace a server: `health --heal` does it, within its budget',
  ]);
});

test('a finding that does not tell what to write is left', () => {
  const renamed = driftItem({ ...words, kind: 'server-renamed' });
  expect(decide([renamed]).left).toEqual(['only Heat knows the name that it gave']);
});

test('an update that stopped half-way comes first', () => {
  const state = { action: 'UPDATE', status: 'FAILED', reason: '' } as const;
  expect(decide([alarm], { ...sent(), state }).left).toEqual([
    'the stack is UPDATE_FAILED: apply finishes what stopped',
  ]);
});

test('an edited template is sent again, and what is below it goes along', () => {
  expect(decide([edited, alarm], byHand()).free).toEqual(['template-edited', 'alarm-disabled']);
});

test('not where the spec is another than the last apply sent', () => {
  const { free, left } = decide([edited, alarm], raised());
  expect(free).toEqual([]);
  expect(left[0]).toBe('what the spec says was not applied by the last apply: merge and apply it');
  expect(left[1]).toMatch(/^the stack itself is not what its spec says, and stays so: /);
});

test('nor where a rule leaves a part of the stack alone', () => {
  const ignored = [{ kind: 'template-edited', subject: 's', reason: 'r', expires: '2027-01-01' }];
  expect(decide([edited], byHand(), { ignored }).left).toEqual([
    'a rule of the settings leaves a part of the stack alone: an update of it is for people to look at, then apply',
  ]);
});

test('nor together with a file whose members would all change at once', () => {
  const file = driftItem({ ...words, kind: 'file-edited', subject: 'files.member.yaml' });
  expect(decide([edited, file], byHand()).left).toEqual([
    'an update would send more than that: files.member.yaml',
    'Heat would change every member at once',
  ]);
});

test('nothing is made anew where the update would reach something that failed', () => {
  const failed = resource('low', { action: 'CHECK', status: 'FAILED', reason: '' });
  const observed = { ...sent(), resources: [resource('high'), failed] };
  expect(decide([gone], observed).left).toEqual([
    'Heat would be asked for an update, and low is CHECK_FAILED',
  ]);
});

test('the mark of an earlier run is no such thing', () => {
  const marked = resource('high', { action: 'CHECK', status: 'FAILED', reason: '' });
  expect(decide([gone], { ...sent(), resources: [marked] }).free).toEqual(['alarm-missing']);
});

test('nor where the update would bring a size back into its bounds, or set one', () => {
  const size = driftItem({ ...words, kind: 'size-out-of-bounds', subject: 'group group' });
  expect(decide([gone, size]).left).toEqual([
    'Heat would be asked for an update, which does more here: group group',
    'sizes are never touched',
  ]);
  const text = JSON.stringify(sent().template).replace('"max_size":', '"desired_capacity":3,"max_size":');
  expect(decide([gone], { ...sent(), template: JSON.parse(text) }).left).toEqual([
    'the template gives group a desired capacity, which an update would set',
  ]);
});

test('nothing is put right by what Heat was told where a file of it was edited', () => {
  const file = driftItem({ ...words, kind: 'file-edited', subject: 'files.member.yaml' });
  expect(decide([file, alarm, gone])).toEqual({
    free: [],
    left: [
      'Heat would change every member at once',
      'Heat was told something else than the spec says: files.member.yaml',
      'Heat was told something else than the spec says: files.member.yaml',
    ],
  });
});
