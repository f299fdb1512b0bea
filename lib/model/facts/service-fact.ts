/** One line of facts/services.ndjson: what an account or subscription uses of a provider, by type and place. */
export interface ServiceFact {
  readonly provider: 'aws' | 'azure';
  readonly account: string;
  /** Region or location; `global` for what stands nowhere. */
  readonly region: string;
  /** What the provider calls the service. */
  readonly service: string;
  /** Of Azure: the type of resource, in lower case. */
  readonly type?: string;
  readonly count: number;
  /** Ids of some of them. */
  readonly examples: readonly string[];
  /** Whether the standard approves of the service, or the type; absent where it restricts none. */
  readonly approved?: boolean;
  /** Whether it approves of the region, or location; absent where it restricts none. */
  readonly regionApproved?: boolean;
  /** Made by the cloud or by another resource, and not by a person; or of a kind that the standard lets come along. */
  readonly automatic: boolean;
}
