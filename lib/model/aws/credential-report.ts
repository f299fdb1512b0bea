/** A password's state in the credential report. Dates are absent where the report says `N/A` or `no_information`. */
export interface ReportedPassword {
  readonly lastUsed?: Date;
  readonly lastChanged?: Date;
}

/** An access key's state in the credential report. */
export interface ReportedKey {
  /** 1 or 2: the report does not name key ids. */
  readonly slot: 1 | 2;
  readonly lastRotated?: Date;
  readonly lastUsed?: Date;
  /** Region and service of the last use, where the report knows them. */
  readonly lastUsedRegion?: string;
  readonly lastUsedService?: string;
}

/** An X.509 signing certificate's state in the credential report. */
export interface ReportedCertificate {
  readonly slot: 1 | 2;
  readonly lastRotated?: Date;
}

/** One row of the credential report: an IAM user, or the root user. */
export interface CredentialRow {
  /** `<root_account>` for the root user. */
  readonly user: string;
  readonly arn: string;
  readonly isRoot: boolean;
  readonly created: Date;
  /**
   * Present when the user can sign in with a password. For root the report may say `not_supported`; the password is
   * then present, because a root user has one unless it says `FALSE`.
   */
  readonly password?: ReportedPassword;
  readonly mfaActive: boolean;
  /** Slots that hold a key, active or not, as far as the report tells: an inactive key without any date is not seen. */
  readonly keySlots: number;
  /** Active keys only. */
  readonly keys: readonly ReportedKey[];
  /** Every recorded use of a password or key, with its column, whether or not the credential is still active. */
  readonly uses: readonly { readonly column: string; readonly at: Date }[];
  /** Active signing certificates only. AWS does not report their use. */
  readonly certificates: readonly ReportedCertificate[];
}

/** The account's credential report ("Getting credential reports for your AWS account", IAM User Guide). */
export interface CredentialReport {
  /** The report is up to four hours old. */
  readonly generated: Date;
  readonly rows: readonly CredentialRow[];
}
