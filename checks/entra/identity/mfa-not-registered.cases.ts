import type { CheckCase } from '../../../lib/model/check-case.ts';
import { inTenant, member, mfaPolicy, policies, refused, registered, tenant, users } from '../cases/tenant.ts';

const staff = users(member('hanako'), member('jiro'));
const report = '/reports/authenticationMethods/userRegistrationDetails';

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '要求されるが登録していない', en: 'Enforced and not registered' },
    given: inTenant(staff, registered({ hanako: ['mobilePhone'], jiro: [] }), policies(mfaPolicy('mfa'))),
    expect: { hanako: 'pass', jiro: 'fail' },
  },
  {
    name: { ja: 'フィッシング耐性を要求されるが電話だけ', en: 'A phishing-resistant strength, and only a phone' },
    given: inTenant(
      staff,
      registered({ hanako: ['fido2SecurityKey'], jiro: ['mobilePhone'] }),
      policies(
        mfaPolicy('strong', {
          grantControls: {
            operator: 'AND',
            builtInControls: [],
            authenticationStrength: {
              id: '00000000-0000-0000-0000-000000000004',
              displayName: 'Phishing-resistant MFA',
            },
          },
        }),
      ),
    ),
    expect: { hanako: 'pass', jiro: 'fail' },
  },
  {
    name: { ja: 'ポリシーを読めないテナント', en: 'A tenant whose policies were not read' },
    given: refused(
      inTenant(staff, registered({ hanako: ['mobilePhone'], jiro: [] })),
      '/identity/conditionalAccess/policies',
      'AccessDenied',
    ),
    expect: { [tenant]: 'unknown' },
  },
  {
    name: { ja: '登録状況の取得にライセンスがない', en: 'No licence for the report' },
    given: refused(
      inTenant(staff, policies(mfaPolicy('mfa'))),
      report,
      'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
    ),
    expect: { [tenant]: 'unknown' },
  },
];
