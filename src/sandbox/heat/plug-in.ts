// What a resource type must know: how to make, change and remove its thing, step by step.

import type { Cloud } from '../cloud.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Definition, Resource, Stack, StackContent } from './records.ts';
import type { TypeSchema } from './types/schema.ts';

/** What happens next to a resource that is being worked on; plain, so that the wait can be saved. */
export type Step =
  | { readonly kind: 'done' }
  | { readonly kind: 'replace' }
  | { readonly kind: 'wait'; readonly seconds: number; readonly phase: string }
  /** Until the nested stack settles. */
  | { readonly kind: 'nested'; readonly phase: string }
  /** Until something else wakes it. */
  | { readonly kind: 'idle'; readonly phase: string }
  | { readonly kind: 'failed'; readonly error: string; readonly message: string }
  | { readonly kind: 'nested-failed'; readonly reason: string };

export const DONE: Step = { kind: 'done' };

/** Everything a plug-in may look at and work with for one resource. */
export interface Site {
  readonly cloud: Cloud;
  readonly stack: Stack;
  readonly row: Resource;
  /** With defaults; on an update the new ones. */
  readonly properties: JsonObject;
  /** With defaults, as they were. */
  readonly before: JsonObject;
  readonly changed: ReadonlySet<string>;
  readonly definition: Definition;
  readonly nested: NestedStacks;
}

/** The stack that a resource keeps inside. */
export interface NestedStacks {
  find(site: Site): Stack | undefined;
  /** Fails with what is wrong with the content, as Heat validates it only then. */
  create(site: Site, content: StackContent, phase: string): Step;
  update(site: Site, content: StackContent, phase: string): Step;
  remove(site: Site, phase: string): Step;
}

/** What a type's own validation may ask. */
export interface ValidationSite {
  readonly cloud: Cloud;
  readonly content: StackContent;
  readonly name: string;
  readonly path: readonly string[];
  readonly depth: number;
  readonly validateNested: (content: StackContent, path: readonly string[]) => void;
}

export interface ResourceType {
  readonly schema: TypeSchema;
  /** Visited on every update, and a failure inside does not replace it (stack_resource.py _needs_update). */
  readonly nestedStack?: boolean;
  /** Made from a template file; one may become another in place. */
  readonly isTemplate?: boolean;
  /** What its own validation looks at before the properties are checked one by one. */
  validateFirst?(raw: JsonObject, path: readonly string[]): void;
  validate?(properties: JsonObject, site: ValidationSite): void;
  create?(site: Site): Step;
  /** Without it any change of a property replaces, whatever the table says. */
  update?(site: Site): Step;
  remove?(site: Site): Step;
  resume?(site: Site, phase: string): Step;
  /** What get_resource gives. */
  reference?(site: Site): Json | undefined;
  attribute?(site: Site, name: string, path: readonly string[]): Json | undefined;
  /** What the API shows as its attributes, where that is more than their list. */
  show?(site: Site): JsonObject | undefined;
  /** Null is well; a type without it does not support check. */
  check?(site: Site): { readonly error: string; readonly message: string } | null;
  /** Whether a FAILED one is replaced on update; by default yes. */
  replacedWhenFailed?(site: Site): boolean;
  /** Makes its thing anew where a state was saved before the sandbox kept such things. */
  adopt?(site: Site): void;
  /** The thing is about to be replaced by a new one. */
  beforeReplacement?(site: Site): void;
  signal?(site: Site, details: JsonObject): void;
  /** The stack inside came to rest, for whatever reason it was changed. */
  nestedSettled?(site: Site): void;
  /** Properties whose old and new value mean the same. */
  sameValue?(site: Site, name: string, before: Json | undefined, after: Json | undefined): boolean;
  suspend?(site: Site): void;
  resumeAction?(site: Site): void;
}
