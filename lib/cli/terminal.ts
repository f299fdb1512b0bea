/** What the command line sees of the world around it; a test hands in its own. */
export interface Terminal {
  /** Results only. */
  out(text: string): void;
  /** Progress and messages. */
  error(text: string): void;
  /** Whether progress may redraw a line. */
  readonly live: boolean;
  readonly colour: boolean;
  /** Width of the terminal in columns. */
  readonly columns: number;
  readonly environment: Record<string, string | undefined>;
  now(): Date;
  /** Calls `listener` at the first Ctrl-C; a second one ends the process at once. Returns how to stop listening. */
  onInterrupt(listener: () => void): () => void;
}

/** The terminal of this process. Honours `NO_COLOR` (no-color.org). */
export function processTerminal(process: NodeJS.Process): Terminal {
  // A reader that has seen enough (`| head`) closes the pipe: that is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const { env } = process;
  return {
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    live: process.stderr.isTTY && !env['CI'] && env['TERM'] !== 'dumb',
    colour: process.stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    columns: process.stdout.columns ?? 80,
    environment: env,
    now: () => new Date(),
    onInterrupt(listener) {
      process.once('SIGINT', listener);
      process.once('SIGTERM', listener);
      return () => {
        process.off('SIGINT', listener);
        process.off('SIGTERM', listener);
      };
    },
  };
}
