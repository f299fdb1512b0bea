import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A process of this folder that prints JSON, a line at a time. */
export interface JsonProcess {
  /** What it prints next. Rejects when it ends without. */
  next(): Promise<unknown>;
  /** Writes an empty line to its stdin, and waits for what it prints then. */
  ask(): Promise<unknown>;
  /** Ends its stdin. */
  end(): void;
}

/** Starts `file` of this folder with the Node that runs the bench: each thing measured has a process of its own. */
export function startProcess(
  file: string,
  words: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): JsonProcess {
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, file), ...words], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('unreachable: stdout is a pipe');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const { done, value } = await lines.next();
    if (done) throw new Error(`${file} ended without an answer`);
    return JSON.parse(value);
  };
  return {
    next,
    ask() {
      child.stdin?.write('\n');
      return next();
    },
    end: () => child.stdin?.end(),
  };
}
