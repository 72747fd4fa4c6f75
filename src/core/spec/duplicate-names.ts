/** Two specs of one stack name: the second would undo the first. */
import type { Problem } from '../../model/problem.ts';
import type { Spec } from '../../model/spec.ts';
import { positionOf } from './positions.ts';
import { quote } from './quote.ts';

/** One problem at each spec after the first of a name, in the order of files and lines. */
export function duplicateNames(specs: readonly Spec[]): readonly Problem[] {
  const first = new Map<string, Spec>();
  const inOrder = [...specs].sort(bySource);
  return inOrder.flatMap((spec) => {
    const other = first.get(spec.name);
    if (other === undefined) {
      first.set(spec.name, spec);
      return [];
    }
    const at = nameAt(other);
    const message = `the stack name ${quote(spec.name)} stands at ${at.file}:${at.line}:${at.column} already; give each spec its own name, or remove one`;
    return [{ ...nameAt(spec), message }];
  });
}

function nameAt(spec: Spec) {
  return spec.kind === 'Deleted'
    ? spec.source
    : positionOf(spec, spec.positions['/metadata/name'] ? '/metadata/name' : '');
}

function bySource(a: Spec, b: Spec): number {
  if (a.source.file !== b.source.file) return a.source.file < b.source.file ? -1 : 1;
  return a.source.line - b.source.line;
}
