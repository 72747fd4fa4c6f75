/** A hundred checks in a row on the embedded cloud while alarms scale: none finds anything. */
import { expect, test } from 'vitest';
import { openStage } from '../stage.ts';
import { checkWhileScaling } from './quiet.ts';

test('what the autoscaler does is never drift', { timeout: 900_000 }, async () => {
  const stage = await openStage();
  let loaded = false;
  let number = 0;
  const sizes = await checkWhileScaling(async () => {
    return {
      name: 'web',
      parts: (folder) => stage.parts(folder),
      between: async () => {
        if (!loaded) {
          const cpu = { kind: 'sine', mean: 1.6, amplitude: 1.5, period: 400, shift: 0 } as const;
          stage.sandbox.load({ stack: 'web', cpu, interval: 10, archivePolicy: 'autoscale-10s' });
          loaded = true;
        }
        // steps that fit into nothing, so that each check meets another moment of the work
        number += 1;
        stage.sandbox.advance(3 + ((number * 7) % 11) / 2);
      },
    };
  }, 100);
  await stage.close();
  expect(new Set(sizes).size).toBeGreaterThan(2);
});
