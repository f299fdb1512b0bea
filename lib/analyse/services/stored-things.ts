import { globalRegion } from '../../model/unit.ts';
import type { AnalysisSources } from '../analysis.ts';
import type { Stored, StoredIn } from './stored.ts';

/** What an account stores, with the services whose data each thing may hold. */
export function storedThings({ part, unread }: AnalysisSources): StoredIn {
  const gap = unread('aws.buckets');
  const buckets = (part('aws.buckets')?.buckets ?? []).map(({ arn, name, created }): Stored => {
    const operation = 's3:ListBuckets';
    const thing = { kind: 's3-bucket', id: arn, name, region: globalRegion, operation };
    return { keys: ['s3'], thing: { ...thing, ...(created !== undefined && { created }) } };
  });
  return {
    provider: 'aws',
    stored: buckets,
    unread: gap && gap.code !== 'NotSelected' ? [{ keys: ['s3'], kind: 's3-bucket', unread: gap }] : [],
  };
}
