/** An error as a state machine sees it: a name that retriers match, and a cause. */
export class StatesError extends Error {
  readonly error: string;
  readonly causeText: string;

  constructor(error: string, causeText: string) {
    super(`${error}: ${causeText}`);
    this.name = 'StatesError';
    this.error = error;
    this.causeText = causeText;
  }

  /** Whether a retrier's `ErrorEquals` names this error. */
  isNamedBy(names: readonly string[]): boolean {
    return names.some(
      (name) =>
        name === this.error ||
        name === 'States.ALL' ||
        (name === 'States.TaskFailed' && this.error !== 'States.Timeout'),
    );
  }
}
