import { defineConfig } from 'vitest/config';
import { INLINE, WITHOUT_SOURCE_MAPS } from './test/github/actions-packages.ts';

/** The long sweeps on the sandbox: kills and faults everywhere, damaged input by the thousand. */
export default defineConfig({
  plugins: [WITHOUT_SOURCE_MAPS],
  test: {
    server: INLINE,
    globalSetup: ['test/built.ts'],
    include: ['test/sweep/**/*.sweep.ts', 'test/sweep/fuzz.test.ts', 'test/sweep/any-answer.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
