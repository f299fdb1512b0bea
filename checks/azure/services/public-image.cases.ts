import type { CheckCase } from '../../../lib/model/check-case.ts';
import { answering, inSubscription, refused, resource } from '../cases/subscription.ts';

const registries = 'Microsoft.ContainerRegistry/registries';
const galleries = 'Microsoft.Compute/galleries';
const disks = 'Microsoft.Compute/disks';
const snapshots = 'Microsoft.Compute/snapshots';
const community = (communityGalleryEnabled?: boolean): object => ({
  sharingProfile: { permissions: 'Community', communityGalleryInfo: { communityGalleryEnabled } },
});
const linked = { diskState: 'ActiveSAS', networkAccessPolicy: 'AllowAll', publicNetworkAccess: 'Enabled' };

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'レジストリ: 匿名プル、認証あり、設定なし、ネットワークが閉じている',
      en: 'Registries: anonymous pull, with credentials, nothing said, and behind a closed network',
    },
    given: inSubscription(
      answering(
        registries,
        resource(registries, 'open', { anonymousPullEnabled: true }),
        resource(registries, 'closed', { anonymousPullEnabled: true, publicNetworkAccess: 'Disabled' }),
        resource(registries, 'asked', { anonymousPullEnabled: false }),
        resource(registries, 'silent', {}),
        resource(registries, 'future', { anonymousPullEnabled: true, publicNetworkAccess: 'Sometimes' }),
      ),
    ),
    expect: { open: 'fail', closed: 'pass', asked: 'pass', silent: 'pass', future: 'unknown' },
  },
  {
    name: {
      ja: 'ギャラリー: コミュニティに共有、まだ有効でない、名指しの共有、非公開、分からない',
      en: 'Galleries: shared with the community, not yet so, with some by name, private, and nobody can tell',
    },
    given: inSubscription(
      answering(
        galleries,
        resource(galleries, 'community', community(true)),
        resource(galleries, 'prepared', community(false)),
        resource(galleries, 'groups', { sharingProfile: { permissions: 'Groups' } }),
        resource(galleries, 'private', { sharingProfile: null }),
        resource(galleries, 'silent', community()),
      ),
    ),
    expect: { community: 'fail', prepared: 'pass', groups: 'pass', private: 'pass', silent: 'unknown' },
  },
  {
    name: {
      ja: 'ディスク: 有効なSAS、リンクなし、ネットワークかEntra IDが止めている',
      en: 'Disks: an active SAS, no link, and what the network or Entra ID keeps closed',
    },
    given: inSubscription(
      answering(
        disks,
        resource(disks, 'linked', linked),
        resource(disks, 'frozen', { ...linked, diskState: 'ActiveSASFrozen' }),
        resource(disks, 'attached', { ...linked, diskState: 'Attached' }),
        resource(disks, 'private', { ...linked, networkAccessPolicy: 'AllowPrivate' }),
        resource(disks, 'disabled', { ...linked, publicNetworkAccess: 'Disabled' }),
        resource(disks, 'entra', { ...linked, dataAccessAuthMode: 'AzureActiveDirectory' }),
        resource(disks, 'silent', {}),
      ),
      answering(snapshots, resource(snapshots, 'copy', { diskState: 'ActiveSAS' })),
    ),
    expect: {
      linked: 'fail',
      frozen: 'fail',
      attached: 'pass',
      private: 'pass',
      disabled: 'pass',
      entra: 'pass',
      silent: 'unknown',
      copy: 'fail',
    },
  },
  {
    name: { ja: 'スナップショットの取得を拒否された', en: 'The snapshots were refused' },
    given: refused(inSubscription(answering(disks, resource(disks, 'linked', linked))), snapshots),
    expect: { linked: 'fail', 'disk-snapshot': 'unknown' },
  },
  {
    name: { ja: 'レジストリの取得を拒否された', en: 'The registries were refused' },
    given: refused(inSubscription(), registries),
    expect: { 'container-registry': 'unknown' },
  },
];
