// The running cloud: the world, its virtual clock, and the tasks that become due when the clock moves.

import type { Stack } from './heat/records.ts';
import { popDue, pushTask } from './queue.ts';
import type { Task, TaskKind, World } from './world.ts';

export type TaskRunner = (cloud: Cloud, task: Task) => void;

export class Cloud {
  readonly world: World;
  /** Scheme, host and port that every link in an answer starts with. */
  base = 'http://127.0.0.1:0';
  /** Ids of the stacks that are not deleted, by `project/name`. */
  readonly stackNames = new Map<string, string>();
  /** Virtual seconds per real second; 0 stands still. */
  readonly #speed: number;
  readonly #run: TaskRunner;
  #realTime = Date.now();
  #busy = false;

  constructor(world: World, speed: number, run: TaskRunner) {
    this.world = world;
    this.#speed = speed;
    this.#run = run;
    for (const stack of world.stacks.values()) if (stack.deleted === null) this.#nameStack(stack);
  }

  get now(): number {
    return this.world.now;
  }

  addStack(stack: Stack): void {
    this.world.stacks.add(stack);
    this.#nameStack(stack);
  }

  /** A number larger than every one before. */
  count(): number {
    this.world.counter += 1;
    return this.world.counter;
  }

  /** Plans a task `seconds` from now, and answers with its number. */
  after(seconds: number, task: TaskKind): number {
    const order = this.count();
    pushTask(this.world.queue, { ...task, at: this.world.now + Math.round(seconds * 1000), order });
    return order;
  }

  /** Moves the clock, running what becomes due in its order. */
  advance(seconds: number): void {
    this.#runUntil(this.world.now + Math.max(0, Math.round(seconds * 1000)));
  }

  /** Runs what is due at this very moment, after the real time gone by at the chosen speed. */
  catchUp(): void {
    const real = Date.now();
    const elapsed = (real - this.#realTime) * this.#speed;
    this.#realTime = real;
    this.#runUntil(this.world.now + Math.round(elapsed));
  }

  #nameStack(stack: Stack): void {
    this.stackNames.set(`${stack.project}/${stack.name}`, stack.id);
  }

  #runUntil(target: number): void {
    if (this.#busy)
      throw new Error('moving the sandbox clock from inside one of its own tasks is not possible');
    this.#busy = true;
    try {
      for (;;) {
        const task = popDue(this.world.queue, target);
        if (task === undefined) break;
        if (task.at > this.world.now) this.world.now = task.at;
        this.#run(this, task);
      }
      this.world.now = target;
    } finally {
      this.#busy = false;
    }
  }
}
