import type { Identity } from './identities.ts';
import type { JsonObject } from './json-value.ts';
import type { OperationSchema } from './schema.ts';
import type { Service } from './services.ts';

/** A request that has been read and whose caller is known. */
export interface AwsRequest {
  readonly service: Service;
  readonly schema: OperationSchema;
  readonly identity: Identity;
  /** The region that the request is signed for. */
  readonly region: string;
  readonly input: JsonObject;
}

/** `service:Operation`, as a snapshot names it. */
export function operationId(request: Pick<AwsRequest, 'service' | 'schema'>): string {
  return `${request.service.id}:${request.schema.name}`;
}
