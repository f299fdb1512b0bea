import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const root = join(import.meta.dirname, '../..');

/** What a run of the command line left behind. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run of the command line as a process of its own, in an environment that holds nothing but `environment`. */
export interface Running {
  readonly process: ChildProcess;
  readonly outcome: Promise<Outcome>;
}

/** Starts `tenken WORDS`. */
export function startTenken(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [join(root, 'bin/tenken.ts'), ...words], {
    cwd: environment['HOME'] ?? root,
    env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', AWS_EC2_METADATA_DISABLED: 'true', ...environment },
  });
  const closed = new Promise<number | null>((resolve) => void child.once('close', resolve));
  const outcome = Promise.all([closed, text(child.stdout), text(child.stderr)]);
  return { process: child, outcome: outcome.then(([code, stdout, stderr]) => ({ code, stdout, stderr })) };
}

/** Runs `tenken WORDS` to its end. */
export function tenken(words: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Outcome> {
  return startTenken(words, environment).outcome;
}
