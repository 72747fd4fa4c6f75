/** The labels by which rules find a group: those of the spec, and those that its stack carries so far. */
import { labelsOf } from '../heat/tags.ts';
import { matches } from '../settings/pattern.ts';
import type { Judged } from './guard-plan.ts';

export type Labels = Readonly<Record<string, string>>;

/**
 * Both count: whoever takes a label off, or writes a tombstone, which has none, is judged by what the stack is until then.
 * The spec's first.
 */
export function labelSides({ spec, pair: { observed } }: Pick<Judged, 'spec' | 'pair'>): readonly Labels[] {
  const own = spec.kind === 'Deleted' ? {} : spec.labels;
  return observed.presence === 'present' ? [own, labelsOf(observed.tags)] : [own];
}

/** Whether each label that is asked for is there, with a value that fits its pattern. */
export function carries(labels: Labels, asked: Labels): boolean {
  return Object.entries(asked).every(
    ([key, pattern]) => Object.hasOwn(labels, key) && matches(pattern, labels[key] ?? ''),
  );
}
