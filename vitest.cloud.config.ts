import { defineConfig } from 'vitest/config';

/** The suite against a real OpenStack: `npm run cloud:up` first. Files run one after another: they share one cloud. */
export default defineConfig({
  test: {
    globalSetup: ['test/built.ts'],
    include: ['test/openstack/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
