import { expect, it } from 'vitest';
import { storedBuckets } from './stored-buckets.ts';

it('names each bucket as something that keeps data', () => {
  const bucket = { name: 'logs', arn: 'arn:aws:s3:::logs', unread: [] };
  expect(storedBuckets({ buckets: [{ ...bucket, created: '2026-01-01T00:00:00.000Z' }, bucket] })).toMatchObject([
    {
      kind: 's3-bucket',
      services: ['s3'],
      id: 'logs',
      created: '2026-01-01T00:00:00.000Z',
      operation: 's3:ListBuckets',
    },
    { kind: 's3-bucket', arn: 'arn:aws:s3:::logs' },
  ]);
});
