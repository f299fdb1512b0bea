import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { main } from '../../lib/cli/main.ts';

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
    env: environmentOf(environment),
  });
  const closed = new Promise<number | null>((resolve) => void child.once('close', resolve));
  const outcome = Promise.all([closed, text(child.stdout), text(child.stderr)]);
  return { process: child, outcome: outcome.then(([code, stdout, stderr]) => ({ code, stdout, stderr })) };
}

/**
 * Runs `tenken WORDS` to its end, in this process: reading the sources anew takes a process longer than most commands do.
 * One run at a time, for a process has one environment and one working directory.
 */
export async function tenken(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const [before, home] = [process.env, process.cwd()];
  const said = { out: '', error: '' };
  process.env = environmentOf(environment);
  process.chdir(environment['HOME'] ?? root);
  try {
    const code = await main(words, {
      out: (more) => void (said.out += more),
      error: (more) => void (said.error += more),
      live: false,
      colour: false,
      columns: 80,
      environment: process.env,
      now: () => new Date(),
      onInterrupt: () => () => undefined,
    });
    return { code, stdout: said.out, stderr: said.error };
  } finally {
    process.chdir(home);
    process.env = before;
  }
}

/** Nothing of the environment of the tests but what a process cannot do without. */
function environmentOf(environment: Readonly<Record<string, string>>): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', AWS_EC2_METADATA_DISABLED: 'true', ...environment };
}
