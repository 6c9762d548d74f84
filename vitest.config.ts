import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['node_modules/**', 'dist/**'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // A condition is waited for, on a busy machine, too.
    expect: { poll: { timeout: 10_000 } },
    // One temporary folder for the run: what is left in it afterwards is named and removed.
    globalSetup: 'server/test/prove/left-behind.ts',
    pool: 'forks',
    // Many files wait for Redis, a clock or a browser: one worker a core less leaves half of a small machine idle.
    maxWorkers: 2,
  },
});
