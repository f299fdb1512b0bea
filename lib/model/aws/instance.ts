/** An EC2 instance. */
export interface Instance {
  readonly id: string;
  readonly arn: string;
  /** Its `Name` tag, else its id. */
  readonly name: string;
  /** `running`, `stopped` … */
  readonly state: string;
  readonly tags: Readonly<Record<string, string>>;
}
