#!/usr/bin/env node
import process from 'node:process';
import { main } from '../lib/cli/main.ts';
import { processTerminal } from '../lib/cli/terminal.ts';

process.exitCode = await main(process.argv.slice(2), processTerminal(process));
