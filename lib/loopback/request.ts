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

/** `service:Operation`. */
export function operationName({ service, schema }: Pick<AwsRequest, 'service' | 'schema'>): string {
  return `${service.id}:${schema.name}`;
}

/** Operations that are asked two questions: the input that only the first one has, and that which both have. */
const narrower: Readonly<Record<string, { readonly only: string; readonly both: string }>> = {
  'ec2:DescribeImages': { only: 'ExecutableUsers', both: 'Owners' },
  'ec2:DescribeSnapshots': { only: 'RestorableByUserIds', both: 'OwnerIds' },
};

/** `service:Operation`, as a snapshot names it: with `#own` where everything of the account's own is asked for. */
export function operationId(request: Pick<AwsRequest, 'service' | 'schema' | 'input'>): string {
  const name = operationName(request);
  const { only = '', both = '' } = narrower[name] ?? {};
  const asksForAll = request.input[both] !== undefined && request.input[only] === undefined;
  return asksForAll ? `${name}#own` : name;
}
