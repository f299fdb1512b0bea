import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Standard } from '../model/standard.ts';
import { EvidenceStorage } from './evidence-storage.ts';
import { FindingsTopic } from './findings-topic.ts';
import { RunAlarms } from './run-alarms.ts';
import { RunMachine } from './run-machine.ts';
import { RunSchedule } from './run-schedule.ts';
import { ScanSteps } from './scan-steps.ts';

/** What a deployment is made from. */
export interface ScanStackProps extends StackProps {
  readonly standard: Standard;
}

/** The scheduled scan: storage, topic, the steps, the machine that runs them, its schedule, and what watches it. */
export class ScanStack extends Stack {
  constructor(scope: Construct, id: string, { standard, ...props }: ScanStackProps) {
    super(scope, id, { description: 'Tenken: scheduled scan', ...props });
    const { deployment } = standard;
    const storage = new EvidenceStorage(this, 'Storage', { evidenceDays: deployment.evidenceDays });
    const { topic } = new FindingsTopic(this, 'Findings', { key: storage.key, notify: deployment.notify });
    const steps = new ScanSteps(this, 'Steps', { standard, storage, topic });
    const { machine } = new RunMachine(this, 'Run', { steps, storage });
    const { dropped } = new RunSchedule(this, 'Schedule', { machine, key: storage.key, when: deployment });
    new RunAlarms(this, 'Alarms', {
      machine,
      dropped,
      topic,
      concludeLog: steps.conclude.logGroup,
      schedule: deployment.schedule,
    });
    new CfnOutput(this, 'EvidenceBucket', { value: storage.evidence.bucketName });
    new CfnOutput(this, 'TopicArn', { value: topic.topicArn });
    new CfnOutput(this, 'StateMachineArn', { value: machine.stateMachineArn });
    new CfnOutput(this, 'ScanRoleArn', { value: steps.scan.role.roleArn });
    if (steps.scanAzure) new CfnOutput(this, 'ScanAzureRoleArn', { value: steps.scanAzure.role.roleArn });
    if (steps.scanEntra) new CfnOutput(this, 'ScanEntraRoleArn', { value: steps.scanEntra.role.roleArn });
  }
}
