import { Annotations, Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { longestGapInDays } from './longest-gap.ts';

/** What is watched, and where alarms go. */
export interface RunAlarmsProps {
  readonly machine: StateMachine;
  readonly dropped: IQueue;
  readonly topic: ITopic;
  /** Log of the conclude step, which writes one line about each run. */
  readonly concludeLog: ILogGroup;
  /** Cron expression of the schedule. */
  readonly schedule: string;
}

/** A run may start late and take its time, before it counts as missing. */
const slackHours = 3;

/** CloudWatch looks back a week at most ("Evaluating an alarm", CloudWatch User Guide). */
const hoursInWeek = 7 * 24;

const fiveMinutes = { period: Duration.minutes(5), statistic: 'Sum' };

/** Tells the topic when scanning itself goes wrong: a scanner that has silently stopped looks like a clean account. */
export class RunAlarms extends Construct {
  private readonly topic: ITopic;

  constructor(scope: Construct, id: string, props: RunAlarmsProps) {
    super(scope, id);
    this.topic = props.topic;
    const { machine } = props;
    this.whenAny('RunFailed', 'A run failed; its execution says where.', machine.metricFailed(fiveMinutes));
    this.whenAny('RunAborted', 'Somebody stopped a run.', machine.metricAborted(fiveMinutes));
    this.whenAny('RunTimedOut', 'A run took longer than it may.', machine.metricTimedOut(fiveMinutes));
    this.whenAny(
      'ScheduleDropped',
      'A run could not be started; the dead-letter queue says why.',
      props.dropped.metricApproximateNumberOfMessagesVisible({ ...fiveMinutes, statistic: 'Maximum' }),
    );
    this.whenAny(
      'NotificationFailed',
      'A notification reached nobody.',
      props.topic.metricNumberOfNotificationsFailed(fiveMinutes),
    );
    this.whenAny(
      'ScanIncomplete',
      'A run could not scan every account; its manifest.json names them.',
      this.accountsNotScanned(props.concludeLog),
    );
    this.whenMissing(props);
  }

  private whenAny(id: string, description: string, metric: IMetric): void {
    this.alarm(id, description, metric, {
      threshold: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      evaluationPeriods: 1,
    });
  }

  /** Hour by hour, because a day-long period would see none of two runs that finish a little more than a day apart. */
  private whenMissing({ machine, schedule }: RunAlarmsProps): void {
    const gap = longestGapInDays(schedule);
    const hours = gap === undefined ? Number.POSITIVE_INFINITY : gap * 24 + slackHours;
    if (hours > hoursInWeek) {
      Annotations.of(this).addWarningV2(
        'tenken:run-missing',
        `No alarm watches for missing runs: "${schedule}" may leave a week or more between runs, and CloudWatch looks back a week at most.`,
      );
      return;
    }
    this.alarm(
      'RunMissing',
      `No run succeeded for ${hours} hours.`,
      machine.metricSucceeded({ period: Duration.hours(1), statistic: 'Sum' }),
      {
        threshold: 1,
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.BREACHING,
        evaluationPeriods: hours,
      },
    );
  }

  /** Counted from the line that the conclude step logs, which costs no permission and no call. */
  private accountsNotScanned(logGroup: ILogGroup): IMetric {
    const filter = new MetricFilter(this, 'AccountsNotScanned', {
      logGroup,
      filterPattern: FilterPattern.numberValue('$.message.failed', '>', 0),
      metricNamespace: 'Tenken',
      metricName: 'AccountsNotScanned',
      metricValue: '$.message.failed',
    });
    return filter.metric(fiveMinutes);
  }

  private alarm(
    id: string,
    alarmDescription: string,
    metric: IMetric,
    rule: Omit<ConstructorParameters<typeof Alarm>[2], 'metric' | 'alarmDescription'>,
  ): void {
    new Alarm(this, id, { ...rule, metric, alarmDescription }).addAlarmAction(new SnsAction(this.topic));
  }
}
