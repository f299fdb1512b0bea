/** Kinds of resources that run with an IAM role. */
export const roleCarrierKinds = [
  'lambda-function',
  'ec2-instance',
  'cloudformation-stack',
  'codebuild-project',
  'ecs-task',
  'glue-dev-endpoint',
  'sagemaker-notebook',
  'state-machine',
  'apprunner-service',
] as const;

/** One of {@link roleCarrierKinds}. */
export type RoleCarrierKind = (typeof roleCarrierKinds)[number];

/** A resource that runs with an IAM role: whoever controls what it runs, acts as the role. */
export interface RoleCarrier {
  readonly kind: RoleCarrierKind;
  readonly arn: string;
  readonly region: string;
  /** ARN of the role; absent when only the instance profile is known. */
  readonly roleArn?: string;
  /** EC2: ARN of the instance profile. */
  readonly instanceProfileArn?: string;
  /** Whether it runs at the moment, where the service tells. */
  readonly running?: boolean;
  /** EC2: whether Systems Manager reaches it. */
  readonly ssmManaged?: boolean;
  /** ECS: whether commands may be executed in the task. */
  readonly execEnabled?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
}

/** The role carriers of one region. */
export interface RoleCarriers {
  readonly carriers: readonly RoleCarrier[];
  /** Kinds that were read in full; others may exist unseen. */
  readonly read: readonly RoleCarrierKind[];
}
