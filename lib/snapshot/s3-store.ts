import { GetObjectCommand, ListObjectsV2Command, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { ObjectStore } from '../model/object-store.ts';

/** An S3 bucket, or the part of it below `prefix`, as a store. Errors are the SDK's own. */
export function s3Store(options: {
  readonly client: S3Client;
  readonly bucket: string;
  readonly prefix?: string;
}): ObjectStore {
  const { client, bucket } = options;
  const base = options.prefix ? `${options.prefix.replace(/\/$/, '')}/` : '';
  return {
    location: `s3://${bucket}/${base}`,
    async put(key, body, contentType = 'application/json') {
      // As bytes, because the SDK warns of a stream of unknown length when a text is empty.
      const Body = typeof body === 'string' ? new TextEncoder().encode(body) : body;
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: base + key, Body, ContentType: contentType }));
    },
    async get(key) {
      try {
        const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: base + key }));
        return await answer.Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async *list(prefix) {
      let token: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket: bucket, Prefix: base + prefix, ContinuationToken: token }),
        );
        // S3 lists in ascending order of UTF-8 bytes, which for the ASCII keys written here is the same.
        for (const { Key } of page.Contents ?? []) if (Key) yield Key.slice(base.length);
        token = page.NextContinuationToken;
      } while (token);
    },
  };
}
