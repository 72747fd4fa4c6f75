// The events to come, in order of virtual time; equal times in the order they were asked for.

import type { Task } from './world.ts';

/** Adds a task; the array is a binary heap. */
export function pushTask(heap: Task[], task: Task): void {
  let index = heap.length;
  heap.push(task);
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || !isBefore(task, above)) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = task;
}

/** Takes the earliest task that is due at `time`, if there is one. */
export function popDue(heap: Task[], time: number): Task | undefined {
  const first = heap[0];
  if (first === undefined || first.at > time) return undefined;
  const last = heap.pop();
  if (last !== undefined && heap.length > 0) sinkFromTop(heap, last);
  return first;
}

function sinkFromTop(heap: Task[], task: Task): void {
  let index = 0;
  for (;;) {
    const child = smallerChild(heap, index);
    const below = child === undefined ? undefined : heap[child];
    if (child === undefined || below === undefined || !isBefore(below, task)) break;
    heap[index] = below;
    index = child;
  }
  heap[index] = task;
}

function smallerChild(heap: readonly Task[], index: number): number | undefined {
  const left = index * 2 + 1;
  const right = left + 1;
  const leftTask = heap[left];
  const rightTask = heap[right];
  if (leftTask === undefined) return undefined;
  return rightTask !== undefined && isBefore(rightTask, leftTask) ? right : left;
}

function isBefore(one: Task, other: Task): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
