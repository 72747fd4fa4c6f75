/** Lets at most so many jobs run at once; the others wait their turn. */

export type Limit = <T>(job: () => Promise<T>) => Promise<T>;

/** A limit for each lane, by its name: who waits for one service does not wait for another. */
export function limitEach(most: number): <T>(lane: string, job: () => Promise<T>) => Promise<T> {
  const lanes = new Map<string, Limit>();
  return (lane, job) => {
    const limit = lanes.get(lane) ?? limitTo(most);
    lanes.set(lane, limit);
    return limit(job);
  };
}

/** First come, first served. */
export function limitTo(most: number): Limit {
  let running = 0;
  const waiting: (() => void)[] = [];
  const enter = (): Promise<void> => {
    if (running < most) {
      running += 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return async (job) => {
    await enter();
    try {
      return await job();
    } finally {
      leave();
    }
  };
}
