import type { Buckets } from './bucket.ts';
import type { StoredThing } from './stored-data.ts';

/** The buckets of an account as things that keep data: what is in them stays until somebody deletes it. */
export function storedBuckets({ buckets }: Pick<Buckets, 'buckets'>): readonly StoredThing[] {
  return buckets.map(({ name, arn, created }) => ({
    kind: 's3-bucket',
    services: ['s3'],
    arn,
    id: name,
    name,
    tags: {},
    ...(created !== undefined && { created }),
    operation: 's3:ListBuckets',
  }));
}
