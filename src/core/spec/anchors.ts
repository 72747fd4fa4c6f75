/** Anchors of a document, with a budget for what their aliases expand to. */
import type { Json } from '../../model/json.ts';
import { quote } from './quote.ts';

export interface Read {
  readonly value: Json;
  /** Size of what stands here when every alias is written out. */
  readonly cost: number;
}

/** A template may have 512 KiB (heat.conf max_template_size); aliases may not blow up beyond that. */
const MAX_EXPANSION = 1024 * 1024;

const TOO_MUCH =
  'the aliases up to here expand to more than 1 MiB; Heat takes 512 KiB, write less by aliases';

export class Anchors {
  /** null while the anchored value is still being read. */
  readonly #values = new Map<string, Read | null>();
  #expanded = 0;

  /** Whether the budget is spent: what follows is not worth a problem of its own. */
  get exhausted(): boolean {
    return this.#expanded > MAX_EXPANSION;
  }

  /** The anchor's value begins; the answer is what is wrong with it. */
  open(name: string): string | null {
    const again = this.#values.has(name);
    this.#values.set(name, null);
    // libyaml knows these characters only, and PyYAML refuses a second one (yaml/_yaml.pyx _compose_node)
    if (!/^[A-Za-z0-9_-]+$/.test(name)) {
      return `the anchor ${quote(`&${name}`)} may hold letters, digits, _ and - only; rename it`;
    }
    return again ? `the anchor ${quote(`&${name}`)} stands here for the second time; rename one` : null;
  }

  close(name: string, read: Read): void {
    this.#values.set(name, read);
  }

  /** What the alias stands for, or the problem with it; null = nothing new to say. */
  use(name: string): Read | string | null {
    const read = this.#values.get(name);
    const alias = quote(`*${name}`);
    if (read === undefined) return `the alias ${alias} has no anchor ${quote(`&${name}`)} above it`;
    if (read === null) return `the alias ${alias} stands inside its own anchor; it would never end`;
    return this.spend(read.cost) ?? (this.exhausted ? null : read);
  }

  /** Takes the cost off the budget; the problem comes once, when it is spent. */
  spend(cost: number): string | null {
    const before = this.exhausted;
    this.#expanded += cost;
    return this.exhausted && !before ? TOO_MUCH : null;
  }
}
