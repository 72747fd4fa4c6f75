/** All that Heat is told at a write; nothing is left to what it remembers. */
import type { JsonObject } from './json.ts';
import type { StackEnvironment } from './spec.ts';

export interface StackRequest {
  readonly name: string;
  readonly template: JsonObject;
  readonly files: Readonly<Record<string, string>>;
  readonly environment: StackEnvironment;
  readonly tags: readonly string[];
  readonly timeoutMinutes: number | null;
}
