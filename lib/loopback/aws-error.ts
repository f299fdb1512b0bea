/** An error as AWS answers it: its code on the wire and its HTTP status. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = 'AwsError';
    this.code = code;
    this.status = status;
  }
}

/** The connection breaks instead of an answer. */
export class BrokenConnection extends Error {}
