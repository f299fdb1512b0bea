/** The kinds of resource that run with an IAM role, so that whoever controls one acts as its role. */
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

/** A kind of role carrier. */
export type RoleCarrierKind = (typeof roleCarrierKinds)[number];

/** A resource that runs with an IAM role. Resources of these kinds that carry no role are none. */
export interface RoleCarrier {
  readonly kind: RoleCarrierKind;
  readonly arn: string;
  readonly region: string;
  /** ARN of the role; absent when only the instance profile is known. */
  readonly roleArn?: string;
  /** Of an EC2 instance: the ARN of the instance profile that holds the role. */
  readonly instanceProfileArn?: string;
  /** Whether it runs at the moment, where the service tells; absent for what runs when it is called. */
  readonly running?: boolean;
  /** Of an EC2 instance: registered in Systems Manager, and its agent online; absent when that was not read. */
  readonly ssmManaged?: boolean;
  /** Of an ECS task: whether commands can be executed in its containers. */
  readonly execEnabled?: boolean;
  /** By key, of the services that list them with the resource. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** The role carriers of a region. */
export interface RoleCarriers {
  readonly carriers: readonly RoleCarrier[];
  /** Kinds whose operations were all read in this region. Of any other kind nothing is known here. */
  readonly read: readonly RoleCarrierKind[];
}
