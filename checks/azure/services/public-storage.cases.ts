import type { CheckCase } from '../../../lib/model/check-case.ts';
import { answering, answeringEach, idOf, inSubscription, refused, resource } from '../cases/subscription.ts';

const storage = 'Microsoft.Storage/storageAccounts';
const containers = 'Microsoft.Storage/storageAccounts/blobServices/containers';
const office = { defaultAction: 'Deny', ipRules: [{ value: '198.51.100.7' }] };

/** The containers of accounts, by their access level. */
const holding = (levels: Readonly<Record<string, readonly (string | null)[]>>) =>
  answeringEach(
    containers,
    Object.fromEntries(
      Object.entries(levels).map(([account, all]) => [
        idOf(storage, account),
        all.map((publicAccess, at) => ({
          id: `${idOf(storage, account)}/blobServices/default/containers/c${at}`,
          name: `c${at}`,
          properties: { publicAccess },
        })),
      ]),
    ),
  );

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
      holding({ allowed: ['None', 'Blob'], silent: ['Container'], office: ['Blob'] }),
    ),
    expect: { allowed: 'fail', silent: 'fail', refused: 'pass', closed: 'pass', office: 'pass', files: 'pass' },
  },
  {
    name: {
      ja: '公開のコンテナーがない、コンテナーがひとつもない、コンテナーを読めない',
      en: 'No container is public, there is none, and the containers were not read',
    },
    given: inSubscription(
      answering(
        storage,
        resource(storage, 'private', { allowBlobPublicAccess: true }),
        resource(storage, 'empty', { allowBlobPublicAccess: true }),
        resource(storage, 'unread', { allowBlobPublicAccess: true }),
      ),
      holding({ private: ['None', null], empty: [] }),
    ),
    expect: { private: 'fail', empty: 'fail', unread: 'unknown' },
  },
  {
    name: { ja: 'コンテナーの一覧を拒否された', en: 'The containers were refused' },
    given: refused(
      inSubscription(
        answering(
          storage,
          resource(storage, 'allowed', { allowBlobPublicAccess: true }),
          resource(storage, 'refused', { allowBlobPublicAccess: false }),
        ),
      ),
      containers,
    ),
    expect: { allowed: 'unknown', refused: 'pass' },
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
