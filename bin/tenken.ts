#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import process from 'node:process';

// Reading the sources takes longer than a short command: what was compiled the last time is kept, and so imported after.
enableCompileCache();
const { main } = await import('../lib/cli/main.ts');
const { processTerminal } = await import('../lib/cli/terminal.ts');

process.exitCode = await main(process.argv.slice(2), processTerminal(process));
