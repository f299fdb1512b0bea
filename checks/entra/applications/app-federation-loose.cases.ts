import type { CheckCase } from '../../../lib/model/check-case.ts';
import { inTenant, keyed, refused, tenant } from '../cases/tenant.ts';

const operation = '/applications/{id}/federatedIdentityCredentials';
const issuer = 'https://token.actions.githubusercontent.com';
const credential = (name: string, subject: string) => ({ name, issuer, subject });
const registration = (id: string) => ({ id, appId: `${id}-app`, displayName: id });
const given = inTenant({
  '/applications': { value: ['preview', 'deploy', 'plain'].map(registration) },
  [operation]: keyed([
    ['preview', [credential('pr', 'repo:acme/app:pull_request')]],
    ['deploy', [credential('main', 'repo:acme/app:environment:production')]],
    ['plain', []],
  ]),
});

export const cases: readonly CheckCase[] = [
  {
    name: { ja: 'プルリクエスト、環境に限る、なし', en: 'A pull request, an environment, none' },
    given,
    expect: { preview: 'fail', deploy: 'pass' },
  },
  {
    name: { ja: '資格情報の一覧を拒否された', en: 'The credentials were refused' },
    given: refused(given, operation),
    expect: { [tenant]: 'unknown' },
  },
];
