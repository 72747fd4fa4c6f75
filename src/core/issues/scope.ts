/** Tells one way of running a check from another. */
import type { Json } from '../../model/json.ts';
import { digest } from '../heat/canonical.ts';
import type { IssueScope } from './memory.ts';

export interface RunShape {
  /** Cloud as it was named, and folder of the specs. */
  readonly place: string;
  readonly specs: readonly string[];
  readonly key: string;
}

export function scopeOf({ place, specs, key }: RunShape, cloud: string): IssueScope {
  const shape: Json = { place, specs: [...specs] };
  return { key, cloud, run: digest(shape).slice('sha256:'.length, 'sha256:'.length + 16) };
}
