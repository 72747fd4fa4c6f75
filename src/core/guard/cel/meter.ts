/** Counts the work of an evaluation and ends it when there is too much of it: steps, never a clock. */
import { type CelValue, isCelList, isCelMap } from './library.ts';

/** One node of an expression evaluated once. A group of 10,000 servers seen by a rule of fifty nodes takes 500,000. */
export const MAX_STEPS = 2_000_000;
/** Longer texts and lists are made by nobody who means well. */
const MAX_MADE = 20_000;

export class Meter {
  #left: number;
  #exhausted = false;

  constructor(steps = MAX_STEPS) {
    this.#left = steps;
  }

  get left(): number {
    return this.#left;
  }

  /** Stays true: an `||` in the expression may swallow the error, not this. */
  get exhausted(): boolean {
    return this.#exhausted;
  }

  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left >= 0 && !this.#exhausted) return;
    this.#exhausted = true;
    throw new Error('too much work');
  }

  /** Comparing and joining walk through whole values, however often one of their parts is in them. */
  weigh(value: CelValue): void {
    const open: CelValue[] = [value];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      this.spend(1 + (typeof next === 'string' ? Math.ceil(next.length / 16) : 0));
      if (isCelList(next)) for (const item of next) open.push(item);
      else if (isCelMap(next)) for (const item of next.values()) open.push(item);
    }
  }

  /** For what `+` has made: without this, thirty doublings make a billion characters. */
  made(value: CelValue): void {
    const size = typeof value === 'string' ? value.length : isCelList(value) ? value.size : 0;
    if (size > MAX_MADE) this.spend(Number.POSITIVE_INFINITY);
    this.spend(1 + Math.ceil(size / 16));
  }
}
