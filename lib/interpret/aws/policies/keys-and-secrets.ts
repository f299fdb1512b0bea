import { listOf, required } from '../../shape.ts';
import { answerOf, answersBy } from '../answer.ts';
import { gapAt } from '../endpoints/endpoint-source.ts';
import { partitionOf } from '../partition-of.ts';
import { withPolicy, type PolicySource } from './policy-source.ts';

const ofKey = 'kms:GetKeyPolicy';
const aboutKey = 'kms:DescribeKey';
const ofSecret = 'secretsmanager:GetResourcePolicy';
const listSecrets = 'secretsmanager:ListSecrets#policies';

/** Keys of AWS KMS that the customer manages: the policies of AWS's own say nothing that anybody could change. */
export const keys: PolicySource = {
  kind: 'kms-key',
  operation: 'kms:ListKeys',
  more: [aboutKey, ofKey],
  policies: (answers, { account, region }) => {
    const told = answersBy(answers, ofKey, 'KeyId', ({ Policy }) => Policy);
    const managers = answersBy(answers, aboutKey, 'KeyId', ({ KeyMetadata }) => KeyMetadata?.KeyManager);
    return listOf(answerOf(answers, 'kms:ListKeys').Keys, 'Keys').flatMap(({ KeyId, KeyArn }) => {
      const id = required(KeyId, 'KeyId');
      const arn = KeyArn ?? `arn:${partitionOf(region)}:kms:${region}:${account}:key/${id}`;
      const named = { kind: 'kms-key', id, arn, name: id, operation: ofKey } as const;
      if (!managers.has(id)) return [{ ...named, operation: aboutKey, unread: [gapAt(aboutKey, id)] }];
      return managers.get(id) === 'AWS' ? [] : [withPolicy(named, told, id)];
    });
  },
};

/** Secrets of AWS Secrets Manager. */
export const secrets: PolicySource = {
  kind: 'secret',
  operation: listSecrets,
  more: [ofSecret],
  policies: (answers) => {
    const told = answersBy(answers, ofSecret, 'SecretId', ({ ResourcePolicy }) => ResourcePolicy);
    return listOf(answerOf(answers, listSecrets).SecretList, 'SecretList').map(({ ARN, Name }) => {
      const arn = required(ARN, 'ARN');
      return withPolicy({ kind: 'secret', id: arn, arn, name: Name ?? arn, operation: ofSecret }, told, arn);
    });
  },
};
