/** A template with all that goes with it, gathered from the files before any of it is judged. */
import type { JsonObject } from '../../model/json.ts';
import type { Position, Problem } from '../../model/problem.ts';
import type { StackEnvironment } from '../../model/spec.ts';
import type { HeatDocument } from './heat-document.ts';
import type { YamlValue } from './yaml-values.ts';

export interface StackParts {
  /** null when it can't be had, yet or at all. */
  readonly template: TemplatePart | null;
  readonly environment: StackEnvironment;
  /** Where each parameter that is given stands. */
  readonly given: ReadonlyMap<string, Position>;
  /** Nested files by the name under which Heat looks for them. */
  readonly files: Readonly<Record<string, string>>;
  readonly nested: readonly HeatDocument[];
  /** Paths of all files that belong to the stack beside the spec file itself. */
  readonly paths: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

export interface TemplatePart {
  readonly value: JsonObject;
  readonly yaml: YamlValue;
  /** The pointer at which it stands in its document: '' unless it is written inline. */
  readonly root: string;
}
