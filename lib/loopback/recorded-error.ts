import { AwsError, BrokenConnection } from './aws-error.ts';
import type { ErrorCodes } from './error-codes.ts';
import { isObject } from './json-value.ts';
import type { Service } from './services.ts';
import type { CollectError } from '../model/snapshot.ts';

const errorTuple = -3;

/**
 * An error that a snapshot recorded, as the service answered it. The SDK may have named it after its class
 * (`NoSuchEntityException`) instead of the code on the wire (`NoSuchEntity`): the schemas know both, and the status.
 * What was no answer at all (`ECONNRESET`, a time-out) breaks the connection again.
 */
export function recordedError(service: Service, { code, message }: CollectError): AwsError | BrokenConnection {
  if (/^E[A-Z_]+$|^TimeoutError$|^UnknownEndpoint$|^DeadlineExceeded$|^Aborted$/.test(code))
    return new BrokenConnection();
  const [wireCode, status] = fromSchema(service, code) ?? [code, statusOf(service.codes, code)];
  return new AwsError(wireCode, message, status);
}

function fromSchema({ schemas }: Service, code: string): readonly [string, number] | undefined {
  const schema: unknown = Object.hasOwn(schemas, `${code}$`) ? schemas[`${code}$`] : undefined;
  if (!Array.isArray(schema) || schema[0] !== errorTuple) return undefined;
  const traits: unknown = schema[3];
  if (!isObject(traits)) return undefined;
  const { awsQueryError, httpError } = traits;
  if (Array.isArray(awsQueryError)) return [String(awsQueryError[0]), Number(awsQueryError[1])];
  return typeof httpError === 'number' ? [code, httpError] : undefined;
}

function statusOf(codes: ErrorCodes, code: string): number {
  const known = Object.values(codes).find((entry: unknown) => Array.isArray(entry) && entry[0] === code);
  if (Array.isArray(known)) return Number(known[1]);
  if (/^NoSuch|NotFound$/.test(code)) return 404;
  if (/Unavailable/.test(code)) return 503;
  return code.startsWith('Internal') ? 500 : 400;
}
