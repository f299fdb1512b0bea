import { Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

/** What the findings topic is made of. */
export interface FindingsTopicProps {
  readonly key: IKey;
  /** Mail addresses; each has to confirm the subscription once. */
  readonly notify: readonly string[];
}

/** The encrypted topic that carries one message a run, and the alarms. */
export class FindingsTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: FindingsTopicProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { displayName: 'Tenken', masterKey: props.key, enforceSSL: true });
    // enforceSSL gives the topic a policy of its own, and with it the default policy that lets alarms publish is gone;
    // alarms that may not publish, or not use the key, fail without a word. grantPublish writes both policies.
    this.topic.grantPublish(
      new ServicePrincipal('cloudwatch.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    for (const address of props.notify) this.topic.addSubscription(new EmailSubscription(address));
  }
}
