import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  Choice,
  Condition,
  DefinitionBody,
  DistributedMap,
  type IChainable,
  JitterType,
  LogLevel,
  QueryLanguage,
  ResultWriterV2,
  type RetryProps,
  S3JsonLItemReader,
  StateMachine,
  StateMachineType,
  TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { acknowledge, logicalId, wildcardOf } from './acknowledge.ts';
import type { EvidenceStorage } from './evidence-storage.ts';
import type { ScanSteps } from './scan-steps.ts';
import type { StepLambda } from './step-lambda.ts';

/** Accounts at once. Bounded here and not by reserved concurrency, which new accounts have too little of to deploy. */
const accountsAtOnce = 20;

/** The name of a run: the day makes a listing of runs readable, the execution's name makes a retry overwrite itself. */
const runId = "{% $substring($states.context.Execution.StartTime, 0, 10) & '-' & $states.context.Execution.Name %}";

/** Lambda has no room for another invocation right now; CDK's own retry leaves this out. */
const whenThrottled: RetryProps = {
  errors: ['Lambda.TooManyRequestsException'],
  interval: Duration.seconds(10),
  maxDelay: Duration.minutes(5),
  backoffRate: 2,
  maxAttempts: 10,
  jitterStrategy: JitterType.FULL,
};

/** Anything else gets one more chance; a second failure is reported, as an account that was not scanned or a failed run. */
const whenFailed: RetryProps = {
  errors: ['States.TaskFailed'],
  interval: Duration.seconds(30),
  maxAttempts: 1,
};

/** What the machine runs and where its intermediate files go. */
export interface RunMachineProps {
  readonly steps: ScanSteps;
  readonly storage: EvidenceStorage;
}

/**
 * A run: plan writes the accounts as a file, a distributed map scans each in an execution of its own, conclude gathers
 * the results. Only references travel in the state. A failed account does not fail the run; conclude reports it.
 */
export class RunMachine extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, props: RunMachineProps) {
    super(scope, id);
    const { plan, scan, conclude } = props.steps;
    const { work, key } = props.storage;
    const planRun = this.invoke('PlanRun', plan, { runId });
    const scanAccounts = DistributedMap.jsonata(this, 'ScanAccounts', {
      label: 'ScanAccounts',
      mapExecutionType: StateMachineType.STANDARD,
      maxConcurrency: accountsAtOnce,
      toleratedFailurePercentage: 100,
      itemReader: new S3JsonLItemReader({ bucket: work, key: '{% $states.input.accountsKey %}' }),
      resultWriterV2: new ResultWriterV2({ bucket: work, prefix: "{% 'runs/' & $states.input.runId & '/map' %}" }),
      outputs: { runId: '{% $states.input.runId %}', resultsKey: '{% $states.result.ResultWriterDetails.Key %}' },
    });
    scanAccounts.itemProcessor(this.chooseScan(this.invoke('ScanAccount', scan, '{% $states.input %}'), props.steps));
    const concludeRun = this.invoke('ConcludeRun', conclude, '{% $states.input %}');
    this.machine = new StateMachine(this, 'Machine', {
      comment: 'Tenken: one run over all accounts',
      queryLanguage: QueryLanguage.JSONATA,
      definitionBody: DefinitionBody.fromChainable(planRun.next(scanAccounts).next(concludeRun)),
      timeout: Duration.hours(6),
      tracingEnabled: true,
      logs: { destination: this.logGroup(), level: LogLevel.ALL, includeExecutionData: false },
    });
    // CDK writes the S3 half of what a distributed map needs on an encrypted bucket, and not the KMS half.
    key.grant(this.machine, 'kms:Decrypt', 'kms:GenerateDataKey');
    this.acknowledgeWildcards(props);
  }

  /** An item names an account; where the standard has others than accounts, an entry of Azure or a tenant. */
  private chooseScan(scanAccount: LambdaInvoke, { scanAzure, scanEntra }: ScanSteps): IChainable {
    if (!scanAzure && !scanEntra) return scanAccount;
    const choice = Choice.jsonata(this, 'WhichCloud');
    const when = (field: string, id: string, step: StepLambda): Choice =>
      choice.when(
        Condition.jsonata(`{% $exists($states.input.${field}) %}`),
        this.invoke(id, step, '{% $states.input %}'),
      );
    if (scanAzure) when('azure', 'ScanAzureSubscriptions', scanAzure);
    if (scanEntra) when('tenant', 'ScanEntraTenant', scanEntra);
    return choice.otherwise(scanAccount);
  }

  private invoke(id: string, step: StepLambda, payload: string | Record<string, string>): LambdaInvoke {
    const task = LambdaInvoke.jsonata(this, id, {
      lambdaFunction: step.function,
      payload: typeof payload === 'string' ? TaskInput.fromText(payload) : TaskInput.fromObject(payload),
      outputs: '{% $states.result.Payload %}',
    });
    task.addRetry(whenThrottled);
    task.addRetry(whenFailed);
    return task;
  }

  /** Under /aws/vendedlogs/, because otherwise each log group costs a piece of a resource policy that is limited in size. */
  private logGroup(): LogGroup {
    return new LogGroup(this, 'Logs', {
      logGroupName: `/aws/vendedlogs/states/${this.node.addr}`,
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }

  private acknowledgeWildcards({ steps, storage }: RunMachineProps): void {
    const own = `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:{"Fn::Select":[6,{"Fn::Split":[":",{"Ref":"${logicalId(this.machine)}"}]}]}`;
    acknowledge(this.machine, 'Log delivery and X-Ray offer no resource.', 'IAM5[Resource::*]');
    acknowledge(
      this.machine,
      'The children of its own executions, made by its own map.',
      `IAM5[Resource::${own}:*]`,
      `IAM5[Resource::${own}/ScanAccounts:*]`,
    );
    acknowledge(
      this.machine,
      'The objects of its own work bucket; runs have no name beforehand.',
      `IAM5[Resource::arn:<AWS::Partition>:s3:::<${logicalId(storage.work)}>/*]`,
    );
    acknowledge(
      this.machine,
      'The versions of its own functions.',
      ...[steps.plan, steps.scan, steps.scanAzure, steps.scanEntra, steps.conclude].flatMap((step) =>
        step ? [wildcardOf(step.function, ':*')] : [],
      ),
    );
  }
}
