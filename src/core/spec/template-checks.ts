/** What can be said of a template without a cloud. */
import type { Problem } from '../../model/problem.ts';
import type { StackParts } from './stack-parts.ts';

/** Problems of the template, its parameters and its nested templates. */
export function templateProblems(_parts: StackParts): readonly Problem[] {
  return [];
}
