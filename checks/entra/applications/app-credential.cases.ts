import type { CheckCase } from '../../../lib/model/check-case.ts';
import { app, enterpriseApps, inTenant, refused, tenant } from '../cases/tenant.ts';

const secret = (keyId: string, startDateTime: string, endDateTime: string) => ({
  keyId,
  displayName: keyId,
  startDateTime,
  endDateTime,
});
const registration = (id: string, fields: object) => ({
  id: `${id}-registration`,
  appId: `${id}-app`,
  displayName: id,
  ...fields,
});
const given = inTenant(
  enterpriseApps(
    app('long'),
    app('old'),
    app('good'),
    app('saml', {
      preferredSingleSignOnMode: 'saml',
      keyCredentials: [{ ...secret('k9', '2025-01-01T00:00:00Z', '2028-01-01T00:00:00Z'), usage: 'Sign' }],
    }),
  ),
  {
    '/applications': {
      value: [
        registration('long', { passwordCredentials: [secret('k1', '2026-01-01T00:00:00Z', '2028-01-01T00:00:00Z')] }),
        registration('old', { keyCredentials: [secret('k2', '2024-01-01T00:00:00Z', '2025-01-01T00:00:00Z')] }),
        registration('good', { passwordCredentials: [secret('k3', '2026-05-01T00:00:00Z', '2026-10-01T00:00:00Z')] }),
      ],
    },
  },
);

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '2年のシークレット、期限切れの証明書、短い期間、SAMLの署名',
      en: 'A secret for two years, an expired certificate, a short one, a SAML signature',
    },
    given,
    expect: { long: 'fail', old: 'fail', good: 'pass' },
  },
  {
    name: { ja: 'アプリの登録を拒否された', en: 'The registrations were refused' },
    given: refused(given, '/applications'),
    expect: { [tenant]: 'unknown' },
  },
];
