import { AwsError } from '../aws-error.ts';

/** A request's body; an empty one says nothing. Throws AwsError when it is not JSON. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body || '{}');
  } catch (cause) {
    throw new AwsError('SerializationException', `The request is not JSON: ${String(cause)}`);
  }
}
