// Remembers what was asked of the sandbox: the newest requests, and counts of all.

export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

const MOST = 5000;

export class RequestLog {
  #entries: LoggedRequest[] = [];
  #count = 0;
  readonly #byKind = new Map<string, number>();

  add(entry: LoggedRequest): void {
    this.#count += 1;
    const [, service = ''] = entry.path.split('/');
    const kind = `${entry.method} ${service}`;
    this.#byKind.set(kind, (this.#byKind.get(kind) ?? 0) + 1);
    this.#entries.push(entry);
    if (this.#entries.length > MOST * 2) this.#entries = this.#entries.slice(-MOST);
  }

  get count(): number {
    return this.#count;
  }

  entries(): readonly LoggedRequest[] {
    return this.#entries.slice(-MOST);
  }

  /** By method and service: `GET orchestration` → 3. */
  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#byKind].sort(([one], [other]) => (one < other ? -1 : 1)));
  }
}
