import type { Block, ExposedKind, Family } from '../network/exposure.ts';
import type { Unread } from '../unread.ts';
import type { PolicyDocument } from './iam-entities.ts';

/** Kinds of things that a service lets people outside use, whatever networks the account has. */
export const endpointKinds = [
  'lambda-function',
  'rest-api',
  'http-api',
  'eks-cluster',
  'opensearch-domain',
  'apprunner-service',
  'ebs-snapshot',
  'machine-image',
] as const satisfies readonly ExposedKind[];

/** One of {@link endpointKinds}. */
export type EndpointKind = (typeof endpointKinds)[number];

/** Kinds that are copied by whoever may, and not called. */
export type CopiedKind = 'ebs-snapshot' | 'machine-image';

/** An endpoint that somebody calls. */
export type CalledEndpoint = ServiceEndpoint & { readonly kind: Exclude<EndpointKind, CopiedKind> };

/** Whether an endpoint is called, and not copied. */
export function isCalled(endpoint: ServiceEndpoint): endpoint is CalledEndpoint {
  return isCalledKind(endpoint.kind);
}

/** Whether endpoints of a kind are called, and not copied. */
export function isCalledKind(kind: string): boolean {
  return kind !== 'ebs-snapshot' && kind !== 'machine-image';
}

/** A request that somebody who says nothing of himself may make. */
export interface EndpointRequest {
  /** `es:ESHttpGet`, as it is written. */
  readonly action: string;
  /** An ARN. */
  readonly resource: string;
}

/** What a resource policy says of an endpoint. */
export interface EndpointPolicy {
  /** The operation whose answer holds it. */
  readonly operation: string;
  /** Absent where the endpoint has none. */
  readonly document?: PolicyDocument;
  /** What an endpoint without a policy does with somebody who says nothing of himself. */
  readonly without: 'admits' | 'refuses';
  /** Ways of using the endpoint: one is enough, and each needs all its requests allowed. */
  readonly ways: readonly (readonly EndpointRequest[])[];
}

/** One route of an API that asks nobody who he is. */
export interface OpenRoute {
  /** The resource's id, or the route's. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
}

/** Something that a service offers outside of the account's networks, and who may use it. */
export interface ServiceEndpoint {
  readonly kind: EndpointKind;
  /** As the service names it. */
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  /** The operation whose answer shows it. */
  readonly operation: string;
  /** Families of the addresses at which it answers; none for what is copied and not called. */
  readonly families: readonly Family[];
  /** What keeps the whole internet out, whatever policies say. */
  readonly stop?: Block;
  /** Blocks of addresses that the service lets in; absent where it lets everybody in. */
  readonly admits?: readonly string[];
  /** Whether each request must say who makes it. */
  readonly strength: 'open' | 'authenticated';
  readonly policy?: EndpointPolicy;
  /** Security groups before it; absent where it has none. */
  readonly securityGroupIds?: readonly string[];
  /** Routes that ask for no credentials, of an API that has others. */
  readonly openRoutes?: readonly OpenRoute[];
  readonly stages?: readonly string[];
  /** Present where it was stopped and answers nobody until somebody starts it. */
  readonly idle?: true;
  /** What was not read about it, and would decide. */
  readonly unread: readonly Unread[];
}

/** A kind of endpoint that was not read, and why. */
export interface UnreadKind {
  readonly kind: ExposedKind;
  readonly unread: Unread;
}

/** The endpoints of a region, each kind as far as it was read. */
export interface ServiceEndpoints {
  readonly endpoints: readonly ServiceEndpoint[];
  readonly unread: readonly UnreadKind[];
}
