import type { PartDefinition } from '../part.ts';
import { listOf } from '../shape.ts';
import { answerOf } from './answer.ts';

/** `aws.account`: the account and the alias people know it by. */
export const account: PartDefinition<'aws.account'> = {
  per: 'aws-account',
  operations: ['iam:ListAccountAliases'],
  interpret: (answers, unit) => {
    const answer = answerOf(answers, 'iam:ListAccountAliases');
    const [alias] = listOf(answer.AccountAliases, 'AccountAliases');
    return { id: unit.account, alias };
  },
};
