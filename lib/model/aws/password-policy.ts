/** The account's password policy; `configured` is false when AWS's weak default applies. */
export interface PasswordPolicy {
  readonly configured: boolean;
  readonly minimumLength: number;
  readonly requireUppercase: boolean;
  readonly requireLowercase: boolean;
  readonly requireNumbers: boolean;
  readonly requireSymbols: boolean;
  /** 0 when earlier passwords may be used again. */
  readonly reusePrevention: number;
  /** 0 when passwords do not expire. */
  readonly maxAgeDays: number;
  /** Whether an expired password can only be reset by an administrator. */
  readonly hardExpiry: boolean;
  readonly usersMayChangeOwn: boolean;
}
