import type { Identities } from '../identities.ts';
import type { JsonObject } from '../json-value.ts';
import type { LoopbackAwsOptions, PublishedMessage } from '../loopback-aws.ts';
import type { AwsRequest } from '../request.ts';
import type { Units } from '../units.ts';

/** What the cloud's operations share. */
export interface Cloud {
  readonly options: LoopbackAwsOptions;
  readonly units: Units;
  readonly identities: Identities;
  readonly clock: () => Date;
  readonly messages: PublishedMessage[];
  /** Accounts whose credential report was asked for, and whether it is ready. */
  readonly reports: Map<string, 'started' | 'ready'>;
  /** Jobs about the use of permissions, by id: about what, whose they are, and whether they are done. */
  readonly jobs: Map<string, { readonly about: string; readonly caller: string; state: 'started' | 'ready' }>;
}

/** An operation that does more than read a snapshot; its output is in the SDK's shape. Throws AwsError. */
export type Handler = (request: AwsRequest, cloud: Cloud) => JsonObject;
