import { defineConfig } from 'vitest/config';

/** The long walks on a real OpenStack, too long for every landing: the services, every field of a group, every template of the corpus. */
export default defineConfig({
  test: {
    globalSetup: ['test/built.ts'],
    include: ['test/openstack/**/*.walk.ts', 'test/capacity/*.walk.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    maxConcurrency: 4,
  },
});
