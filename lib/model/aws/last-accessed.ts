/** A tracked action that a principal's policies allow, and when it was last tried. */
export interface ActionUse {
  /** `s3:CreateBucket`. */
  readonly action: string;
  /** Absent when it was not tried in the tracking period. */
  readonly lastUsed?: Date;
}

/** A service that a principal's policies allow, and when it was last tried. */
export interface ServiceUse {
  /** Prefix of its actions, in lower case: `s3`. */
  readonly service: string;
  /** `Amazon S3`. */
  readonly name: string;
  /** Absent when it was not tried in the tracking period. */
  readonly lastUsed?: Date;
  /** Where that was; earlier tries may have been elsewhere. */
  readonly region?: string;
  /** Actions that are tracked; empty where none is, or none was tried. What is not listed may be in use. */
  readonly actions: readonly ActionUse[];
}

/** What IAM has on record about one user or role: at least the last 400 days, up to about four hours ago. */
export interface AccessReport {
  readonly arn: string;
  readonly granularity: 'action' | 'service';
  /** When the report was made. */
  readonly made: Date;
  readonly services: readonly ServiceUse[];
}
