/** The account-wide figures of `iam:GetAccountSummary` that checks ask for. */
export interface AccountSummary {
  readonly rootHasMfa: boolean;
  readonly rootHasAccessKey: boolean;
  /** False in a member account whose root credentials were removed by central root access. */
  readonly rootHasPassword?: boolean;
  readonly users: number;
}
