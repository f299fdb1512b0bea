/** Exit codes of the command line. They are stable: scripts depend on them. */
export const exitCode = {
  done: 0,
  internalError: 1,
  /** Wrong arguments, configuration, credentials or files. */
  usage: 2,
  /** There are findings at or above `--fail-on`. */
  findings: 3,
  /** Something could not be read, and `--allow-partial` was not given. */
  incomplete: 4,
  /** Ctrl-C; what was collected is kept. */
  interrupted: 130,
} as const;

/** One of {@link exitCode}. */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
