/** Passes the embedded cloud's time while commands wait, but never while a request that writes is on its way. */
import type { Clock } from './ports/clock.ts';
import type { CloudWriter } from './ports/cloud.ts';
import type { Sandbox } from './sandbox/embedded.ts';

export interface SandboxTime {
  readonly clock: Clock;
  /** The same writer, whose requests take no time: other groups' waiting would make hours of them. */
  holding(writer: CloudWriter): CloudWriter;
}

export function sandboxTime(sandbox: Sandbox): SandboxTime {
  const writes = new Set<Promise<unknown>>();
  const hold = async <Result>(write: Promise<Result>): Promise<Result> => {
    writes.add(write);
    try {
      return await write;
    } finally {
      writes.delete(write);
    }
  };
  return {
    clock: {
      now: () => sandbox.now(),
      sleep: async (milliseconds) => {
        await Promise.allSettled(writes);
        sandbox.advance(milliseconds / 1000);
      },
    },
    holding: (writer) => ({
      ...writer,
      create: (request) => hold(writer.create(request)),
      update: (stack, request) => hold(writer.update(stack, request)),
    }),
  };
}
