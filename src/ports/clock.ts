/** Time, as something that can be given: the sandbox's clock moves when we sleep. */

export interface Clock {
  now(): Date;
  sleep(milliseconds: number): Promise<void>;
}
