/** An internet gateway. */
export interface InternetGateway {
  readonly id: string;
  readonly arn: string;
  readonly owner: string;
  /** VPCs that it is attached to at the moment. */
  readonly vpcIds: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}
