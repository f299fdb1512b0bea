/** What a finding is about. Names and ids are chosen by whoever made the resource: every output must escape them. */
export interface Resource {
  readonly provider: 'aws' | 'azure' | 'entra';
  /** AWS account, Azure subscription or Entra tenant. */
  readonly account: string;
  /** A region, or `global`. */
  readonly region: string;
  /** `iam-user`, `security-group` … */
  readonly type: string;
  /** ARN, ARM id or object id. */
  readonly id: string;
  readonly name: string;
}
