import { createRequire as thermostatCreateRequire } from 'node:module';
const require = thermostatCreateRequire(import.meta.url);
import "./chunk-7VOHJOSG.js";

// src/sandbox-time.ts
function sandboxTime(sandbox) {
  const writes = /* @__PURE__ */ new Set();
  const hold = async (write) => {
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
        sandbox.advance(milliseconds / 1e3);
      }
    },
    holding: (writer) => ({
      ...writer,
      create: (request) => hold(writer.create(request)),
      update: (stack, request) => hold(writer.update(stack, request))
    })
  };
}
export {
  sandboxTime
};
