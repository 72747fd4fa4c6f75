/** The first line of a drift check: which groups differ, in how many places. */
import type { Drift, GroupDrift } from '../../model/drift.ts';
import type { Line } from './document.ts';
import { join, line, strong } from './document.ts';
import { count, grouped } from './words.ts';

export function driftVerdict(drift: Drift): Line {
  if (drift.problems.length > 0) return line`${count('problem', drift.problems.length)} in the specs`;
  const drifted = drift.groups.filter((group) => group.status === 'drifted');
  const unchecked = drift.groups.filter((group) => group.status === 'unchecked');
  const busy = drift.groups.filter((group) => group.status === 'in-progress');
  const deaf = drift.groups.filter(({ items }) => items.some(({ cannotScale }) => cannotScale));
  const parts = [
    ...(deaf.length > 0 ? [cannotScale(deaf)] : []),
    ...(drifted.length > 0 ? [differing(drifted, drift.groups.length)] : []),
    ...(unchecked.length > 0 ? [line`${count('group', unchecked.length)} could not be checked`] : []),
    ...(busy.length > 0
      ? [line`${count('group', busy.length)} being changed right now, so not checked`]
      : []),
    ...(drift.strays.length > 0 ? [line`${count('finding', drift.strays.length)} beside the specs`] : []),
  ];
  const fixed = drift.groups.reduce((sum, group) => sum + group.fixed.length, 0);
  const done = fixed === 0 ? [] : [line`${count('difference', fixed)} put right`];
  return join([...(parts.length > 0 ? parts : [clean(drift.groups)]), ...done], ' · ');
}

function differing(drifted: readonly GroupDrift[], total: number): Line {
  const places = drifted.reduce((sum, group) => sum + group.items.length, 0);
  const [only] = drifted;
  if (drifted.length === 1 && only !== undefined) {
    return line`${strong(only.name)} differs from ${only.source.file} in ${count('place', places)}`;
  }
  return line`${grouped(drifted.length)} of ${count('group', total)} differ from the repository in ${count('place', places)}`;
}

function cannotScale(groups: readonly GroupDrift[]): Line {
  const [only] = groups;
  if (groups.length === 1 && only !== undefined) return line`${strong(only.name)} cannot scale any more`;
  return line`${strong(count('group', groups.length))} cannot scale any more`;
}

function clean(groups: readonly GroupDrift[]): Line {
  const [only] = groups;
  if (only === undefined) return line`No drift: no specs were found`;
  if (groups.length === 1) return line`No drift: ${strong(only.name)} is as the repository says`;
  return line`No drift: ${count('group', groups.length)} are as the repository says`;
}
