import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { notification } from '../mail/notification.ts';
import { sampleReport } from '../sample-report.ts';
import { publishNotification } from './publish.ts';

const bodies: string[] = [];
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    bodies.push(Buffer.concat(chunks).toString());
    response.setHeader('content-type', 'text/xml');
    response.end('<PublishResponse><PublishResult><MessageId>m-1</MessageId></PublishResult></PublishResponse>');
  });
});

beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));

it('publishes once, each protocol with its own body, over the real protocol', async () => {
  const { port } = server.address() as AddressInfo;
  const client = new SNSClient({
    region: 'ap-northeast-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  const message = notification(sampleReport(60), { locale: 'ja', link: 'https://reports.example/r' });
  const topic = 'arn:aws:sns:ap-northeast-1:111122223333:tenken';

  expect(await publishNotification(client, topic, message)).toBe('m-1');
  client.destroy();

  expect(bodies).toHaveLength(1);
  const sent = new URLSearchParams(bodies[0]);
  expect(sent.get('TopicArn')).toBe(topic);
  expect(sent.get('MessageStructure')).toBe('json');
  expect(sent.get('Subject')).toBe(message.subject);
  expect(JSON.parse(sent.get('Message') ?? '')).toEqual(message.messages);
  const names = [...sent].filter(([key]) => key.endsWith('.Name')).map(([, value]) => value);
  expect(names.toSorted()).toEqual(Object.keys(message.attributes).toSorted());
});
