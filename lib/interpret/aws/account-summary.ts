import type { PartDefinition } from '../part.ts';
import { numberOf, required } from '../shape.ts';
import { answerOf } from './answer.ts';

/** `aws.accountSummary`: whether the root user has a password, MFA and access keys. */
export const accountSummary: PartDefinition<'aws.accountSummary'> = {
  per: 'aws-account',
  operations: ['iam:GetAccountSummary'],
  interpret: (answers) => {
    const answer = answerOf(answers, 'iam:GetAccountSummary');
    const figures = required(answer.SummaryMap, 'SummaryMap');
    const figure = (name: 'AccountMFAEnabled' | 'AccountAccessKeysPresent'): number =>
      required(numberOf(figures[name], name), name);
    const password = numberOf(figures.AccountPasswordPresent, 'AccountPasswordPresent');
    return {
      rootHasMfa: figure('AccountMFAEnabled') > 0,
      rootHasAccessKey: figure('AccountAccessKeysPresent') > 0,
      rootHasPassword: password === undefined ? undefined : password > 0,
    };
  },
};
