/** A runner whose clock is wrong counts grace periods by the cloud's clock all the same, and says so. */
import { afterEach, expect, test } from 'vitest';
import type { HealParts } from '../../src/commands/parts.ts';
import { type HealingStage, openHealingStage, SPEC } from './healing-stage.ts';

let here: HealingStage;
afterEach(() => here.close());

const MINUTES = 60_000;

/** `fast` milliseconds ahead of the cloud. */
function onRunner(fast: number): HealParts {
  const parts = here.parts();
  return {
    ...parts,
    reader: async () => ({ ...here.stage.reader, clockAhead: () => -fast }),
    clock: { ...parts.clock, now: () => new Date(here.stage.sandbox.now().getTime() + fast) },
  };
}

test.each([18 * MINUTES, -18 * MINUTES])('%i ms ahead', async (fast) => {
  const probed = SPEC('{ gracePeriod: 5m, checks: [ server, { tcp: { port: 1 } } ], samples: { of: 1 } }');
  here = await openHealingStage(probed, false);
  const unreachable = async () => ({ kind: 'silent', why: 'refused' }) as const;
  const run = (parts: HealParts) =>
    here.run(false, { ...parts, probes: { ...parts.probes, ask: unreachable } });
  const now = here.stage.sandbox.now().getTime();
  const launched = Date.parse((await here.group()).members[0]?.servers[0]?.launchedAt ?? '');
  expect(now - launched).toBeGreaterThan(18 * MINUTES);
  const old = await run(onRunner(fast));
  expect(old.exitCode).toBe(2);
  expect(old.text).toContain(
    `The clock of this machine is 18 minutes ${fast > 0 ? 'ahead of' : 'behind'} the cloud's`,
  );
  await here.signal('out');
  const members = (await run(onRunner(fast))).text.match(/still starts \(grace for \d+ s more\)/g);
  expect(members).toHaveLength(2);
});
