import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsOf } from '../fixture.ts';
import type { LoopbackAws } from '../loopback-aws.ts';
import { startLoopbackAws } from '../start-loopback-aws.ts';

const account = '111122223333';
let cloud: LoopbackAws;
beforeAll(async () => {
  cloud = await startLoopbackAws({ snapshots: [], callerAccount: account });
});
afterAll(() => cloud.close());

describe('SNS', () => {
  const publish = (input: object) =>
    new SNSClient(settingsOf(cloud, account)).send(
      new PublishCommand({ TopicArn: `arn:aws:sns:us-east-1:${account}:tenken`, Message: 'x', ...input }),
    );

  it('takes messages with their attributes', async () => {
    const MessageAttributes = { severity: { DataType: 'String', StringValue: 'high' } };
    const Message = JSON.stringify({ default: '点検' });
    const { MessageId } = await publish({ Message, MessageStructure: 'json', MessageAttributes, Subject: 'Tenken' });
    expect(cloud.messages.at(-1)).toMatchObject({
      messageId: MessageId,
      Message,
      MessageAttributes,
      Subject: 'Tenken',
    });
  });

  it.each([
    { Message: 'x'.repeat(262_145) },
    { Message: '{}', MessageStructure: 'json' },
    { Subject: '点検' },
    { TopicArn: 'tenken' },
  ])('refuses what SNS refuses (%#)', async (input) => {
    await expect(publish(input)).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});
