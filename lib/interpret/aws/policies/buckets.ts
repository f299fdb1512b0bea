import { listOf, required } from '../../shape.ts';
import { answerOf, answersBy } from '../answer.ts';
import { gapAt } from '../endpoints/endpoint-source.ts';
import { partitionOf } from '../partition-of.ts';
import { withPolicy, type PolicySource } from './policy-source.ts';

const operation = 's3:GetBucketPolicy';
const status = 's3:GetBucketPolicyStatus';

/** Buckets. A policy is asked for only where S3 has something to say of one. */
export const buckets: PolicySource = {
  kind: 's3-bucket',
  operation: 's3:ListBuckets',
  more: [status, operation],
  policies: (answers, { region }) => {
    const told = answersBy(answers, operation, 'Bucket', ({ Policy }) => Policy);
    const statuses = answersBy(answers, status, 'Bucket', ({ PolicyStatus }) => PolicyStatus?.IsPublic !== undefined);
    return listOf(answerOf(answers, 's3:ListBuckets').Buckets, 'Buckets').map(({ Name }) => {
      const id = required(Name, 'Name');
      const arn = `arn:${partitionOf(region)}:s3:::${id}`;
      const named = { kind: 's3-bucket', id, arn, name: id, operation } as const;
      if (told.has(id)) return withPolicy(named, told, id);
      if (!statuses.has(id)) return { ...named, operation: status, unread: [gapAt(status, id)] };
      return statuses.get(id) ? withPolicy(named, told, id) : { ...named, unread: [] };
    });
  },
};
