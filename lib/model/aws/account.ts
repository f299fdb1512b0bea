/** An AWS account as its global services describe it. */
export interface AwsAccount {
  /** Twelve digits. */
  readonly id: string;
  readonly alias?: string;
}
