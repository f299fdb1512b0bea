import type { Snapshot } from '../model/snapshot.ts';

/** A role that may be assumed from the caller's account. */
export interface TrustedRole {
  readonly name: string;
  /** Only in this account; absent: in every account. */
  readonly account?: string;
  /** What `AssumeRole` must bring along as `ExternalId`. */
  readonly externalId?: string;
}

/** Size and refill (tokens per second) of a token bucket. */
export interface Rate {
  readonly burst: number;
  readonly rate: number;
}

/** Which requests a fault hits: every nth of them (1, when absent), and only these operations (all, when absent). */
export interface Hits {
  readonly every?: number;
  /** Patterns like those of {@link Faults.denied}. */
  readonly operations?: readonly string[];
}

/** What goes wrong, as it does with AWS. Nothing, when absent. */
export interface Faults {
  /** Every answer comes this much later. */
  readonly latencyMs?: number;
  /** `true`: the token buckets that AWS documents; or those with other rates, by operation (`ec2:DescribeVpcs`). */
  readonly throttle?: boolean | Readonly<Record<string, Rate>>;
  /** Answered with the service's own internal error. */
  readonly failures?: Hits & { readonly status?: 500 | 503 };
  /** `ec2:DescribeVpcs`, `111122223333/eu-west-1/ec2:*`, `111122223333/global/iam:*`: `*` stands for any characters. */
  readonly denied?: readonly string[];
  /** The connection is broken before the answer. */
  readonly dropped?: Hits;
  /** Connections to regional services of these regions are broken. */
  readonly unreachableRegions?: readonly string[];
}

/** What the loopback cloud is made of. */
export interface LoopbackAwsOptions {
  /** Accounts, their regions, and at most one organization. */
  readonly snapshots: readonly Snapshot[];
  /** The account whose keys are in {@link LoopbackAws.environment}. */
  readonly callerAccount: string;
  /** Default: `tenken-audit` in every account. */
  readonly roles?: readonly TrustedRole[];
  /** Accounts in which no role may be assumed. */
  readonly denyAssume?: readonly string[];
  readonly faults?: Faults;
  /** Default: the machine's. Throttling always follows the machine's clock. */
  readonly clock?: () => Date;
  /** Default: any free port. */
  readonly port?: number;
}

/** One request, as the loopback cloud saw it. `status` is 0 when the connection was broken. */
export interface Call {
  readonly service: string;
  readonly operation: string;
  readonly account: string;
  readonly region: string;
  readonly at: Date;
  readonly status: number;
}

/** An object in S3. */
export interface StoredObject {
  readonly body: Uint8Array;
  readonly etag: string;
  readonly lastModified: Date;
  /** Headers that come back with the object: content type and encoding, checksums. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A message published to an SNS topic: the input of `Publish`. */
export interface PublishedMessage {
  readonly messageId: string;
  readonly TopicArn: string;
  readonly Message: string;
  readonly Subject?: string;
  readonly MessageStructure?: string;
  readonly MessageAttributes?: Readonly<Record<string, unknown>>;
}

/** A running loopback cloud. */
export interface LoopbackAws {
  readonly url: string;
  /** Environment variables that send every SDK client here with the caller account's keys. */
  readonly environment: Readonly<Record<string, string>>;
  readonly calls: readonly Call[];
  /** By `bucket/key`. */
  readonly objects: ReadonlyMap<string, StoredObject>;
  readonly messages: readonly PublishedMessage[];
  /** Replaces all faults; counters and buckets begin anew. */
  setFaults(faults: Faults): void;
  close(): Promise<void>;
}
