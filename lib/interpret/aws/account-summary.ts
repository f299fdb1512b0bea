import type { PartDefinition } from '../part.ts';
import { required } from '../shape.ts';
import { answerOf } from './answer.ts';

/** `aws.accountSummary`: whether the root user has a password, MFA and access keys. */
export const accountSummary: PartDefinition<'aws.accountSummary'> = {
  per: 'aws-account',
  operations: ['iam:GetAccountSummary'],
  interpret: (answers) => {
    const answer = answerOf(answers, 'iam:GetAccountSummary');
    const figures = required(answer.SummaryMap, 'SummaryMap');
    const password = figures.AccountPasswordPresent;
    return {
      rootHasMfa: required(figures.AccountMFAEnabled, 'AccountMFAEnabled') > 0,
      rootHasAccessKey: required(figures.AccountAccessKeysPresent, 'AccountAccessKeysPresent') > 0,
      rootHasPassword: password === undefined ? undefined : password > 0,
    };
  },
};
