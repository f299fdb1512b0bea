import type { Text } from './text.ts';

/**
 * A mistake that the person at the keyboard can mend: one sentence that says what is wrong, where, and what to do.
 * Thrown only at the doors (configuration, arguments, credentials, files); the command line shows the sentence without
 * a stack trace and exits with 2.
 */
export class OperatorError extends Error {
  readonly text: Text;

  constructor(text: Text, options?: ErrorOptions) {
    super(text.en, options);
    this.name = 'OperatorError';
    this.text = text;
  }
}
