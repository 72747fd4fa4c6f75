/** Waits until nobody is at work on a stack, its groups or their nested stacks. */
import type { HeatState, StackPulse, StackRef } from '../../src/model/observed.ts';
import type { CloudReader } from '../../src/ports/cloud.ts';

export interface Waiting {
  readonly reader: CloudReader;
  wait(): Promise<void>;
}

/** null when the stack is gone. */
export async function settle({ reader, wait }: Waiting, stack: StackRef): Promise<StackPulse | null> {
  for (let round = 0; round < 150; round += 1) {
    const pulse = await reader.pulse(stack);
    if (pulse === null || isAtRest(pulse)) return pulse;
    await wait();
  }
  throw new Error(`the stack "${stack.name}" is still at work`);
}

function isAtRest({ state, groups }: StackPulse): boolean {
  const busy = (at: HeatState | null): boolean => at?.status === 'IN_PROGRESS';
  const groupBusy = groups.some((group) => busy(group.state) || busy(group.nestedState));
  return !busy(state) && !groupBusy && groups.every(({ activity }) => !activity.scalingInProgress);
}
