import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{lib,checks,functions,bin,scripts,test}/**/*.test.ts'],
    // Real clients against loopback servers, and synthesis of the stack, take seconds on a small machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
