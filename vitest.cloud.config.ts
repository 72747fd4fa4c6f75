import { defineConfig } from 'vitest/config';
import { INLINE, WITHOUT_SOURCE_MAPS } from './test/github/actions-packages.ts';
import { InOrder } from './test/openstack/order.ts';

/** The suite against a real OpenStack: `npm run cloud:up` first. Two files at a time: much of it waits for alarms and servers; each names what it makes with a prefix of its own, and what tells of a whole project has one of its own. */
export default defineConfig({
  plugins: [WITHOUT_SOURCE_MAPS],
  test: {
    server: INLINE,
    globalSetup: ['test/built.ts'],
    include: ['test/openstack/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
    sequence: { sequencer: InOrder },
  },
});
