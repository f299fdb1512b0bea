/** A service that somebody in an account tried to use: IAM does not say whether it was allowed. */
export interface AttemptedService {
  /** Prefix of its actions, in lower case: `bedrock`. */
  readonly service: string;
  /** `Amazon Bedrock`. */
  readonly name: string;
  readonly lastAttempt: Date;
  /** Where the last attempt was; earlier ones may have been elsewhere. */
  readonly region?: string;
}

/** What IAM has on record of the accounts of an organization. */
export interface OrganizationAccess {
  /** What an account tried to use in the last 400 days; undefined where its report was not read. */
  services(account: string): readonly AttemptedService[] | undefined;
}
