import type { AwsError } from '../aws-error.ts';
import type { HttpRequest } from '../http-request.ts';
import type { JsonObject } from '../json-value.ts';
import type { OperationSchema } from '../schema.ts';
import type { Service } from '../services.ts';

/** An HTTP answer. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** One of AWS's wire protocols: bytes to input, output to bytes. */
export interface Protocol {
  /** `body` is the request's, as text. */
  read(service: Service, schema: OperationSchema, body: string, http: HttpRequest): JsonObject;
  write(service: Service, schema: OperationSchema, output: JsonObject, requestId: string): Reply;
  fail(service: Pick<Service, 'namespace'>, error: AwsError, requestId: string): Reply;
}
