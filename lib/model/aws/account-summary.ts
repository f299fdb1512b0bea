/** The account-wide figures of `iam:GetAccountSummary` that checks ask for. */
export interface AccountSummary {
  readonly rootHasMfa: boolean;
  readonly rootHasAccessKey: boolean;
  /**
   * False in a member account without root credentials ("Centrally manage root access for member accounts", IAM User
   * Guide); absent when the service does not say.
   */
  readonly rootHasPassword?: boolean;
}
