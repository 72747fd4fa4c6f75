/** Concurrency groups: who runs, who waits, who is cancelled. */

export interface Ticket {
  /** Told to whoever runs when a newer one wants its place. */
  readonly cancel: () => void;
}

export interface LaneRules {
  readonly cancelInProgress: boolean;
  readonly queue: 'single' | 'max';
}

interface Waiting {
  readonly ticket: Ticket;
  readonly go: (turn: boolean) => void;
}

interface Lane {
  running: Ticket | null;
  waiting: Waiting[];
}

export class Lanes {
  private readonly lanes = new Map<string, Lane>();

  /** Waits for its turn; false = a newer one came and this one is not to run. */
  async enter(group: string, rules: LaneRules, ticket: Ticket): Promise<boolean> {
    const lane = this.lane(group);
    if (lane.running === null) {
      lane.running = ticket;
      return true;
    }
    if (rules.queue === 'single' || rules.cancelInProgress) {
      for (const older of lane.waiting.splice(0)) older.go(false);
    }
    if (rules.cancelInProgress) lane.running.cancel();
    return new Promise((go) => lane.waiting.push({ ticket, go }));
  }

  leave(group: string): void {
    const lane = this.lane(group);
    const next = lane.waiting.shift();
    lane.running = next?.ticket ?? null;
    next?.go(true);
  }

  /** Their names don't tell upper from lower case. */
  private lane(group: string): Lane {
    const key = group.toLowerCase();
    const lane = this.lanes.get(key) ?? { running: null, waiting: [] };
    this.lanes.set(key, lane);
    return lane;
  }
}
