import type { CheckCase } from '../../../lib/model/check-case.ts';
import { defaultTrust, definitions, delegated, roles } from '../cases/access.ts';
import { inSubscription, refused } from '../cases/subscription.ts';

const given = inSubscription(definitions(), delegated({ msp: roles.contributor, audit: roles.reader }));

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '共同作成者の委任と閲覧者の委任', en: 'A delegation of Contributor, and one of Reader' },
    given,
    expect: { msp: 'fail', audit: 'pass' },
  },
  {
    name: { ja: '標準で信頼するテナント', en: 'A tenant that the standard trusts' },
    given,
    standard: defaultTrust,
    expect: { msp: 'pass', audit: 'pass' },
  },
  {
    name: { ja: '委任の内容を取得できない', en: 'What is delegated was refused' },
    given: refused(given, 'Microsoft.ManagedServices/registrationDefinitions'),
    expect: { msp: 'unknown', audit: 'unknown' },
  },
];
