import { describe, expect, it } from 'vitest';
import type { AccountSummary } from '../lib/model/aws/account-summary.ts';
import { defaultStandard } from '../lib/standard/schema.ts';
import rootAccessKey from './aws/iam/root-access-key.ts';
import rootMfa from './aws/iam/root-mfa.ts';

const context = {
  standard: defaultStandard,
  asOf: new Date('2026-01-01T00:00:00.000Z'),
  unit: { provider: 'aws', account: '111122223333', region: 'global' },
} as const;

describe.each([rootAccessKey, rootMfa])('$id, where there is a key and no device', ({ find }) => {
  const remedyOf = (rootHasPassword?: boolean) => {
    const summary: AccountSummary = { rootHasMfa: false, rootHasAccessKey: true, rootHasPassword };
    const parts = { 'aws.accountSummary': summary } as Parameters<typeof find>[0];
    const [judgement] = find(parts, context);
    return judgement?.status === 'fail' ? JSON.stringify(judgement.remediation) : judgement?.status;
  };

  it.each([true, undefined])('sends the root user to the console (password: %s)', (password) => {
    expect(remedyOf(password)).toMatch(/Sign in to account 111122223333 as the root user/);
  });

  it('does not, where nobody can sign in', () => {
    const remedy = remedyOf(false);
    expect(remedy).toMatch(
      /aws sts assume-root --region us-east-1 --target-principal 111122223333 --task-policy-arn arn=/,
    );
    expect(remedy).not.toMatch(/Sign in/);
  });
});
