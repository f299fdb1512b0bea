import { Aws, Duration } from 'aws-cdk-lib';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Standard } from '../model/standard.ts';
import { acknowledge, wildcardOf } from './acknowledge.ts';
import type { EvidenceStorage } from './evidence-storage.ts';
import { accountActions, limitedStatements, organizationActions, readsEverything } from './scan-policy.ts';
import { standardLayer, standardFolder } from './standard-layer.ts';
import { maySignIn } from './may-sign-in.ts';
import { StepLambda, type StepLambdaProps } from './step-lambda.ts';

/** The role that scans: member accounts trust it by this name, so it is the same in every deployment. */
export const scanRoleName = 'tenken-scan';

/** The role that scans tenants of Microsoft Entra: their federated credentials name it, and it does nothing else. */
export const scanEntraRoleName = 'tenken-scan-entra';

/** The role that scans Azure subscriptions, named by federated credentials likewise. */
export const scanAzureRoleName = 'tenken-scan-azure';

/** Lambda's own ceiling; a scan stops collecting in time to write what it has. */
const longest = Duration.minutes(15);

/** What the steps work with. */
export interface ScanStepsProps {
  readonly standard: Standard;
  readonly storage: EvidenceStorage;
  readonly topic: Topic;
}

/** The steps of a run: plan (which accounts), scan (one account, the subscriptions of one entry, or one tenant), conclude (files, states, notification). */
export class ScanSteps extends Construct {
  readonly plan: StepLambda;
  readonly scan: StepLambda;
  /** Only where the standard has entries of `tenants.azure`. */
  readonly scanAzure: StepLambda | undefined;
  /** Only where the standard names tenants. */
  readonly scanEntra: StepLambda | undefined;
  readonly conclude: StepLambda;
  private readonly shared: Pick<StepLambdaProps, 'layers' | 'environment'>;

  constructor(scope: Construct, id: string, props: ScanStepsProps) {
    super(scope, id);
    const { work, evidence } = props.storage;
    this.shared = {
      layers: [standardLayer(this, 'Standard', props.standard)],
      environment: {
        WORK_BUCKET: work.bucketName,
        EVIDENCE_BUCKET: evidence.bucketName,
        TOPIC_ARN: props.topic.topicArn,
        STANDARD_FOLDER: standardFolder,
      },
    };
    this.plan = this.planStep(props);
    this.scan = this.scanStep(props);
    this.scanAzure = props.standard.tenants.azure.length > 0 ? this.scanAzureStep(props) : undefined;
    this.scanEntra = props.standard.tenants.entra.length > 0 ? this.scanEntraStep(props) : undefined;
    this.conclude = this.concludeStep(props);
  }

  private planStep({ storage }: ScanStepsProps): StepLambda {
    const plan = new StepLambda(this, 'Plan', {
      ...this.shared,
      step: 'plan',
      description: 'Tenken: which accounts a run scans',
      timeout: Duration.minutes(5),
      memorySize: 512,
    });
    // Where the account may not read its organization, AWS refuses, and verdicts are upper bounds.
    plan.may(organizationActions, '*');
    plan.may(['s3:PutObject'], storage.work.arnForObjects('runs/*')).mayUse(storage.key, 'write');
    acknowledge(
      plan,
      'Reads the organization as a whole: its accounts, its policies and who is assigned where.',
      'IAM5[Resource::*]',
    );
    acknowledge(plan, 'The name of a run is known only when it starts.', wildcardOf(storage.work, '/runs/*'));
    return plan;
  }

  private scanStep({ storage, standard }: ScanStepsProps): StepLambda {
    const { accounts, role: auditRole } = standard.tenants.aws;
    const scan = new StepLambda(this, 'Scan', {
      ...this.shared,
      step: 'scan',
      roleName: scanRoleName,
      description: 'Tenken: collects and evaluates one account',
      timeout: longest,
      memorySize: 2048,
    });
    scan.may(accountActions, '*');
    for (const { actions, resources } of limitedStatements) scan.may(actions, ...resources);
    if (accounts !== 'self') scan.may(['sts:AssumeRole'], `arn:${Aws.PARTITION}:iam::*:role/${auditRole}`);
    scan.may(['s3:PutObject'], storage.work.arnForObjects('runs/*')).mayUse(storage.key, 'read and write');
    // The plan leaves the organization's unit there.
    scan.may(['s3:GetObject'], storage.work.arnForObjects('runs/*/snapshot/aws/o-*'));
    acknowledge(scan, 'Reads configuration of resources that nobody knows beforehand.', ...readsEverything);
    acknowledge(
      scan,
      'One audit role in every member account; each trusts this role by name.',
      `IAM5[Resource::arn:<AWS::Partition>:iam::*:role/${auditRole}]`,
    );
    acknowledge(
      scan,
      'The name of a run is known only when it starts.',
      wildcardOf(storage.work, '/runs/*'),
      wildcardOf(storage.work, '/runs/*/snapshot/aws/o-*'),
    );
    return scan;
  }

  private scanEntraStep({ storage, standard }: ScanStepsProps): StepLambda {
    const scan = new StepLambda(this, 'ScanEntra', {
      ...this.shared,
      step: 'scan-entra',
      roleName: scanEntraRoleName,
      description: 'Tenken: collects and evaluates one tenant of Microsoft Entra',
      timeout: longest,
      memorySize: 2048,
    });
    scan.may(['s3:PutObject'], storage.work.arnForObjects('runs/*')).mayUse(storage.key, 'read and write');
    acknowledge(scan, 'The name of a run is known only when it starts.', wildcardOf(storage.work, '/runs/*'));
    maySignIn(
      scan,
      standard.tenants.entra.map(({ signIn }) => signIn),
    );
    return scan;
  }

  private scanAzureStep({ storage, standard: { tenants } }: ScanStepsProps): StepLambda {
    const scan = new StepLambda(this, 'ScanAzure', {
      ...this.shared,
      step: 'scan-azure',
      roleName: scanAzureRoleName,
      description: 'Tenken: collects and evaluates the Azure subscriptions of one tenant',
      timeout: longest,
      memorySize: 3008,
    });
    scan.may(['s3:PutObject'], storage.work.arnForObjects('runs/*')).mayUse(storage.key, 'read and write');
    acknowledge(scan, 'The name of a run is known only when it starts.', wildcardOf(storage.work, '/runs/*'));
    // An entry without a sign-in of its own has that of the same tenant.
    const signIns = tenants.azure.map(
      ({ tenant, signIn }) => signIn ?? tenants.entra.find(({ id }) => id === tenant)?.signIn,
    );
    maySignIn(
      scan,
      signIns.filter((each) => each !== undefined),
    );
    return scan;
  }

  private concludeStep({ storage, topic }: ScanStepsProps): StepLambda {
    const { work, evidence, key } = storage;
    const conclude = new StepLambda(this, 'Conclude', {
      ...this.shared,
      step: 'conclude',
      description: 'Tenken: findings, evidence and the notification of a run',
      timeout: longest,
      memorySize: 3008,
    });
    const kept = ['runs/*', 'state/*'].map((pattern) => evidence.arnForObjects(pattern));
    conclude.may(['s3:GetObject'], work.arnForObjects('runs/*')).may(['s3:GetObject', 's3:PutObject'], ...kept);
    // To whom may not list, S3 answers 403 for an object that does not exist, and an account's first run would fail.
    conclude.may(['s3:ListBucket'], work.bucketArn, evidence.bucketArn);
    conclude.may(['sns:Publish'], topic.topicArn).mayUse(key, 'read and write');
    acknowledge(
      conclude,
      'The names of runs and accounts are known only when a run starts.',
      wildcardOf(work, '/runs/*'),
      wildcardOf(evidence, '/runs/*'),
      wildcardOf(evidence, '/state/*'),
    );
    return conclude;
  }
}
