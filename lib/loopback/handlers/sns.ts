import { AwsError } from '../aws-error.ts';
import { asText, isObject, type JsonObject } from '../json-value.ts';
import type { Handler } from './handler.ts';

/** Amazon SNS API Reference, "Publish": 256 KiB of UTF-8. */
const largestMessage = 262_144;

/** Takes a message for any topic, within the limits that SNS sets. */
export const publish: Handler = ({ input }, cloud) => {
  const { TopicArn: topic, Message: message } = input;
  if (typeof topic !== 'string' || !/^arn:aws:sns:[\w-]+:\d{12}:[\w.-]{1,256}$/.test(topic)) throw invalid('TopicArn');
  if (typeof message !== 'string' || message === '') throw invalid('Empty message');
  if (Buffer.byteLength(message) > largestMessage) throw invalid('Message too long');
  checkStructure(input, message);
  const subject = input['Subject'];
  // Subjects are ASCII, begin with a letter, digit or punctuation mark, and have fewer than 100 characters.
  if (subject !== undefined && !/^[!-~][ -~]{0,98}$/.test(asText(subject))) throw invalid('Subject');
  const messageId = `00000000-0000-4000-8000-${String(cloud.messages.length + 1).padStart(12, '0')}`;
  cloud.messages.push({ ...input, TopicArn: topic, Message: message, messageId });
  return { MessageId: messageId };
};

function checkStructure(input: JsonObject, message: string): void {
  if (input['MessageStructure'] === undefined) return;
  if (input['MessageStructure'] !== 'json') throw invalid('MessageStructure');
  const bodies = parse(message);
  if (!isObject(bodies) || typeof bodies['default'] !== 'string') {
    throw invalid('Message Structure - No default entry in JSON message body');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('Message Structure - JSON message body failed to parse');
  }
}

function invalid(what: string): AwsError {
  return new AwsError('InvalidParameter', `Invalid parameter: ${what}`);
}
