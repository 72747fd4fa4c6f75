// Records by id that can also be walked newest first from any of them, without a scan.

export interface Listed {
  readonly id: string;
  /** Grows with every record made; the order of a listing. */
  readonly serial: number;
}

export class CreationOrder<T extends Listed> {
  readonly #byId = new Map<string, T>();
  #order: T[] = [];
  #holes = 0;

  constructor(records: Iterable<T> = []) {
    for (const record of records) this.add(record);
  }

  get size(): number {
    return this.#byId.size;
  }

  get(id: string): T | undefined {
    return this.#byId.get(id);
  }

  add(record: T): void {
    this.#byId.set(record.id, record);
    this.#order.push(record);
  }

  remove(id: string): void {
    if (!this.#byId.delete(id)) return;
    this.#holes += 1;
    if (this.#holes > 64 && this.#holes * 2 > this.#order.length) this.#compact();
  }

  values(): Iterable<T> {
    return this.#byId.values();
  }

  /** Newest first; with `after`, only the records made before that one. */
  *newestFirst(after?: T): Generator<T> {
    const start = after === undefined ? this.#order.length : this.#position(after.serial);
    for (let index = start - 1; index >= 0; index -= 1) {
      const record = this.#order[index];
      if (record !== undefined && this.#byId.get(record.id) === record) yield record;
    }
  }

  #position(serial: number): number {
    let low = 0;
    let high = this.#order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#order[middle]?.serial ?? 0) < serial) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #compact(): void {
    this.#order = this.#order.filter((record) => this.#byId.get(record.id) === record);
    this.#holes = 0;
  }
}
