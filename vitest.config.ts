import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Some tests interrupt processes at a moment of real time, which a busy machine moves; what was tried again is named.
    retry: process.env['CI'] ? 1 : 0,
    include: ['{lib,checks,functions,bin,scripts,test}/**/*.test.ts'],
    // Many tests wait for processes that they started: one worker less than processors leaves a small machine idle.
    maxWorkers: '100%',
    // Real clients against loopback servers, and synthesis of the stack, take seconds on a small machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
