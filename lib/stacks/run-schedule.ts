import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Deployment } from '../model/standard.ts';
import { acknowledge } from './acknowledge.ts';

/** When which machine is started. */
export interface RunScheduleProps {
  readonly machine: IStateMachine;
  readonly key: IKey;
  readonly when: Pick<Deployment, 'schedule' | 'timeZone'>;
}

/** Starts a run as the standard says. A start that stays impossible lands in the dead-letter queue, which is watched. */
export class RunSchedule extends Construct {
  readonly dropped: Queue;

  constructor(scope: Construct, id: string, props: RunScheduleProps) {
    super(scope, id);
    this.dropped = new Queue(this, 'Dropped', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: props.key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const role = new Role(this, 'Role', {
      description: 'Tenken: starts a run',
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    // CDK lets the role send to the dead-letter queue, but not use the key that the queue is encrypted with.
    props.key.grant(role, 'kms:Decrypt', 'kms:GenerateDataKey');
    new Schedule(this, 'Schedule', {
      description: 'Tenken: starts a run',
      schedule: ScheduleExpression.expression(`cron(${props.when.schedule})`, TimeZone.of(props.when.timeZone)),
      target: new StepFunctionsStartExecution(props.machine, {
        role,
        deadLetterQueue: this.dropped,
        retryAttempts: 3,
        maxEventAge: Duration.hours(2),
      }),
    });
    acknowledge(
      this.dropped,
      'It is a dead-letter queue itself, of a schedule, which the rule does not look at.',
      'SQS3',
    );
  }
}
