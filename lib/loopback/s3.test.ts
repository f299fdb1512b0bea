import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsOf } from './fixture.ts';
import type { LoopbackAws } from './loopback-aws.ts';
import { startLoopbackAws } from './start-loopback-aws.ts';

const account = '111122223333';
const Bucket = 'evidence';

describe('S3', () => {
  let cloud: LoopbackAws;
  let s3: S3Client;
  beforeAll(async () => {
    cloud = await startLoopbackAws({ snapshots: [], callerAccount: account });
    s3 = new S3Client(settingsOf(cloud, account));
  });
  afterAll(() => cloud.close());

  it('gives back what was put, byte for byte, whatever the key', async () => {
    const Body = Buffer.from([0, 255, 13, 10, 128]);
    const Key = 'aws/監査 & +%?.json';
    await s3.send(
      new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/json', ContentEncoding: 'gzip' }),
    );
    const output = await s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(Buffer.from((await output.Body?.transformToByteArray()) ?? [])).toEqual(Body);
    expect(output).toMatchObject({ ContentType: 'application/json', ContentEncoding: 'gzip', ContentLength: 5 });
    expect(cloud.objects.get(`${Bucket}/${Key}`)?.body).toEqual(Body);
    expect(await s3.send(new HeadObjectCommand({ Bucket, Key }))).toMatchObject({
      ContentLength: 5,
      ETag: output.ETag,
    });
  });

  it('takes a stream, which the SDK sends in chunks with its checksum behind', async () => {
    const text = 'x'.repeat(200_000);
    const Body = Readable.from([Buffer.from(text)]);
    await s3.send(new PutObjectCommand({ Bucket, Key: 'stream', Body, ContentLength: text.length }));
    const stored = cloud.objects.get(`${Bucket}/stream`);
    expect(Buffer.from(stored?.body ?? []).toString()).toBe(text);
    expect(stored?.headers).toHaveProperty('x-amz-checksum-crc32');
    expect(stored?.headers).not.toHaveProperty('content-encoding');
    const output = await s3.send(new GetObjectCommand({ Bucket, Key: 'stream', ChecksumMode: 'ENABLED' }));
    expect(await output.Body?.transformToString()).toBe(text);
  });

  it('lists by prefix, in the order of bytes, page by page', async () => {
    for (const Key of ['list/b', 'list/a<', 'list/\u{1f512}', 'list/\uff21', 'other']) {
      await s3.send(new PutObjectCommand({ Bucket: 'lists', Key, Body: 'x' }));
    }
    const pages: (string | undefined)[][] = [];
    for await (const { Contents } of paginateListObjectsV2(
      { client: s3, pageSize: 3 },
      { Bucket: 'lists', Prefix: 'list/' },
    )) {
      pages.push((Contents ?? []).map(({ Key }) => Key));
    }
    expect(pages).toEqual([['list/a<', 'list/b', 'list/\uff21'], ['list/\u{1f512}']]);
  });

  it('writes the keys of a list as addresses when asked to', async () => {
    await s3.send(new PutObjectCommand({ Bucket: 'encoded', Key: 'a/b 点', Body: 'x' }));
    const output = await s3.send(new ListObjectsV2Command({ Bucket: 'encoded', EncodingType: 'url' }));
    expect(output).toMatchObject({ EncodingType: 'url', Contents: [{ Key: 'a/b%20%E7%82%B9' }] });
  });

  it('says that there is no such key', async () => {
    await expect(s3.send(new GetObjectCommand({ Bucket, Key: 'none' }))).rejects.toMatchObject({
      name: 'NoSuchKey',
      $metadata: { httpStatusCode: 404 },
    });
    await expect(s3.send(new HeadObjectCommand({ Bucket, Key: 'none' }))).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('overwrites nothing where it must not', async () => {
    const once = { Bucket, Key: 'once', Body: '1', IfNoneMatch: '*' };
    await s3.send(new PutObjectCommand(once));
    await expect(s3.send(new PutObjectCommand(once))).rejects.toMatchObject({ name: 'PreconditionFailed' });
  });

  it('refuses what it does not know instead of ignoring it', async () => {
    await expect(s3.send(new DeleteObjectCommand({ Bucket, Key: 'stream' }))).rejects.toMatchObject({
      name: 'NotImplemented',
    });
    await expect(s3.send(new ListObjectsV2Command({ Bucket, Delimiter: '/' }))).rejects.toMatchObject({
      name: 'NotImplemented',
    });
  });

  it('is denied and throttled like any service', async () => {
    cloud.setFaults({ denied: ['s3:PutObject'] });
    const put = s3.send(new PutObjectCommand({ Bucket, Key: 'denied', Body: 'x' }));
    await expect(put).rejects.toMatchObject({ name: 'AccessDenied', $metadata: { httpStatusCode: 403 } });
    cloud.setFaults({});
    expect(cloud.objects.has(`${Bucket}/denied`)).toBe(false);
  });
});
