import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Notification } from '../mail/notification.ts';

/** Publishes one notification to a topic, each protocol with its own body, and returns the message's id. */
export async function publishNotification(
  client: SNSClient,
  topicArn: string,
  notification: Notification,
): Promise<string | undefined> {
  const answer = await client.send(
    new PublishCommand({
      TopicArn: topicArn,
      Subject: notification.subject,
      MessageStructure: 'json',
      Message: JSON.stringify(notification.messages),
      MessageAttributes: { ...notification.attributes },
    }),
  );
  return answer.MessageId;
}
