/** What is generated from the schema is as new as the schema, and the schema agrees with the defaults. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { DEFAULTS } from '../../../src/core/spec/defaults.ts';
import { durationSeconds } from '../../../src/core/spec/durations.ts';
import schema from '../../../src/core/spec/schema/spec.schema.json' with { type: 'json' };

it('the generated validators and types are fresh', () => {
  const script = fileURLToPath(new URL('../../../scripts/generate.mjs', import.meta.url));
  expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
});

it('the schema tells editors the defaults that are filled in', () => {
  const { Metadata, Scaling, Rollout, Octavia, Schedule, CloudKitty } = schema.$defs;
  const { pool, monitor } = Octavia.properties;
  expect({
    protect: Metadata.properties.protect.default,
    cooldownSeconds: durationSeconds(Scaling.properties.cooldown.default),
    maxBatch: Rollout.properties.maxBatch.default,
    minInService: Rollout.properties.minInService.default,
    pauseSeconds: durationSeconds(Rollout.properties.pause.default),
    imageChange: Rollout.properties.imageChange.default,
    flavorChange: Rollout.properties.flavorChange.default,
    readyTimeoutSeconds: durationSeconds(Rollout.properties.ready.properties.timeout.default),
    balancing: pool.properties.algorithm.default,
    monitorDelaySeconds: durationSeconds(monitor.properties.delay.default),
    monitorTimeoutSeconds: durationSeconds(monitor.properties.timeout.default),
    monitorRetries: monitor.properties.retries.default,
    timezone: Schedule.properties.timezone.default,
    ratingPeriodSeconds: durationSeconds(CloudKitty.properties.period.default),
  }).toEqual(DEFAULTS);
});
