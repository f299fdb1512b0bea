import type { CheckCase } from '../../../lib/model/check-case.ts';
import { answering, inSubscription, refused, resource } from '../cases/subscription.ts';

const storage = 'Microsoft.Storage/storageAccounts';
const office = { defaultAction: 'Deny', ipRules: [{ value: '198.51.100.7' }] };

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '匿名アクセスの許可、設定なし、禁止、ネットワークが閉じている、接続元を限定、BLOBのないアカウント',
      en: 'Anonymous access allowed, nothing said, refused, behind a closed network, for one office, without blobs',
    },
    given: inSubscription(
      answering(
        storage,
        resource(storage, 'allowed', { allowBlobPublicAccess: true }),
        resource(storage, 'silent', { allowBlobPublicAccess: null }),
        resource(storage, 'refused', { allowBlobPublicAccess: false }),
        resource(storage, 'closed', { allowBlobPublicAccess: true, publicNetworkAccess: 'Disabled' }),
        resource(storage, 'office', { allowBlobPublicAccess: true, networkAcls: office }),
        resource(storage, 'files', {}, { kind: 'FileStorage' }),
      ),
    ),
    expect: { allowed: 'fail', silent: 'fail', refused: 'pass', closed: 'pass', office: 'pass', files: 'pass' },
  },
  {
    name: { ja: 'ネットワークの設定に将来の値がある', en: 'A word from the future about the network' },
    given: inSubscription(
      answering(
        storage,
        resource(storage, 'future', { allowBlobPublicAccess: true, networkAcls: { defaultAction: 'Audit' } }),
      ),
    ),
    expect: { future: 'unknown' },
  },
  {
    name: { ja: 'ストレージアカウントの一覧が読めない', en: 'The storage accounts were refused' },
    given: refused(inSubscription(), storage),
    expect: { 'storage-account': 'unknown' },
  },
];
