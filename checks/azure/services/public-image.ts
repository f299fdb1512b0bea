import { resourceGroupOf, subscriptionOf } from '../../../lib/model/azure/arm-id.ts';
import { azureResource, subscriptionKindResource } from '../../../lib/model/azure/azure-resource.ts';
import type { AzureEndpoint } from '../../../lib/model/azure/endpoint.ts';
import { endpointOpenness } from '../../../lib/model/azure/endpoint-openness.ts';
import type { AzureSharedCopy, AzureSharedKind } from '../../../lib/model/azure/shared-copy.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';
import type { Exposure } from '../../../lib/model/network/exposure.ts';
import { pathEvidence } from '../../../lib/model/network/path-evidence.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { Text } from '../../../lib/model/text.ts';

export default defineCheck({
  id: 'azure-public-image',
  clauses: ['12.3', '11.4'],
  severity: 'high',
  title: {
    ja: 'イメージ、ディスク、スナップショットを認証なしで取得できる',
    en: 'An image, a disk or a snapshot can be taken without signing in',
  },
  why: {
    ja: 'コンテナーレジストリの匿名プルを有効にすると、誰でもイメージを取得でき、中のソースコードや認証情報を読まれます。コミュニティに共有したAzure Compute Galleryのイメージは、どのAzureの利用者からも見え、仮想マシンに復元できます。ディスクとスナップショットのエクスポート用のSAS（diskState が ActiveSAS）は、リンクを知る人なら誰でも、期限まで中身をダウンロードできます。レジストリのネットワークが閉じている場合、networkAccessPolicy や publicNetworkAccess がインターネットを止めている場合、dataAccessAuthMode がMicrosoft Entra IDでの認証を求める場合は合格です。networkAccessPolicy が AllowAll であるだけでは、リンクがない限り何も公開されないため、不合格にしません。名指しされたサブスクリプションやテナントへのギャラリーの共有は判定していません。',
    en: 'Where anonymous pull is enabled, anybody takes images from a container registry, with the code and the credentials in them. Every customer of Azure sees the images of a gallery that is shared with the community, and makes machines of them. A link for the export of a disk or a snapshot (diskState is ActiveSAS) lets whoever has it download the content until it expires. Registries whose network is closed pass, and so do disks where networkAccessPolicy or publicNetworkAccess keeps the internet out, or where dataAccessAuthMode asks for Microsoft Entra ID. AllowAll alone publishes nothing while there is no link, and does not fail. Galleries shared with subscriptions or tenants by name are not judged.',
  },
  fix: {
    ja: '匿名プルとコミュニティへの共有を無効にし、使い終わったSASを取り消します。公開されていた間に取得された可能性があるため、中の認証情報は失効させます。公開が目的のものは例外に登録します。',
    en: 'Turn anonymous pull and sharing with the community off, and revoke links that are no longer used. Revoke credentials that were in it: it may have been taken while it was open. What is meant to be public belongs into the exceptions.',
  },
  reads: ['azure.endpointExposures', 'azure.endpoints', 'azure.sharedCopies'],
  find: (parts, { unit }) => {
    const { exposures, unread } = parts['azure.endpointExposures'];
    const { copies, unread: unreadCopies } = parts['azure.sharedCopies'];
    const byArn = new Map(exposures.map((each) => [each.arn, each]));
    const registries = parts['azure.endpoints'].endpoints.flatMap((endpoint): readonly Judgement[] => {
      const { kind, arn, location } = endpoint;
      const exposure = byArn.get(arn);
      if (kind !== 'container-registry' || !exposure) return [];
      return [judgeRegistry(endpoint, exposure, azureResource(unit, { type: kind, id: arn, location }))];
    });
    const shared = copies.map((copy) => {
      const { kind, id, name, location } = copy;
      return judgeCopy(copy, azureResource(unit, { type: kind, id, name, location }));
    });
    const lost = [...unread.filter(({ kind }) => kind === 'container-registry'), ...unreadCopies].map(
      ({ kind, unread: gap }): Judgement => {
        return { status: 'unknown', resource: subscriptionKindResource(unit, kind), unread: gap };
      },
    );
    return [...registries, ...shared, ...lost];
  },
});

function judgeRegistry(endpoint: AzureEndpoint, exposure: Exposure, resource: Resource): Judgement {
  if (endpoint.strength !== 'open') return { status: 'pass', resource };
  const [gap] = exposure.unread;
  if (gap) return { status: 'unknown', resource, unread: gap };
  const openness = endpointOpenness(exposure.reaches);
  if (openness !== 'internet' && openness !== 'any-azure') return { status: 'pass', resource };
  const { name, arn, operation } = endpoint;
  const [path = []] = exposure.reaches.map((reach) => reach.path);
  return {
    status: 'fail',
    resource,
    severity: openness === 'internet' ? 'high' : 'medium',
    detail: {
      ja: `コンテナーレジストリ ${name} から、誰でも認証なしにイメージを取得できます。`,
      en: `Anybody can take images from the container registry ${name} without credentials.`,
    },
    evidence: [
      {
        what: { ja: 'anonymousPullEnabled は true', en: 'anonymousPullEnabled is true' },
        operation,
        ref: arn,
      },
      ...pathEvidence(path),
    ],
    remediation: [
      {
        kind: 'azure-cli',
        text: `az acr update ${place(arn)} ${command`--name ${name}`} --anonymous-pull-enabled false`,
      },
    ],
    ...(path.length > 0 && { path }),
  };
}

function judgeCopy(copy: AzureSharedCopy, resource: Resource): Judgement {
  if (copy.unread) return { status: 'unknown', resource, unread: copy.unread };
  return copy.openTo === 'nobody' ? { status: 'pass', resource } : failure(copy, resource);
}

const words: Readonly<Record<AzureSharedKind, Text>> = {
  'compute-gallery': { ja: 'Azure Compute Gallery', en: 'gallery' },
  'managed-disk': { ja: 'ディスク', en: 'disk' },
  'disk-snapshot': { ja: 'スナップショット', en: 'snapshot' },
};

function failure({ kind, id, name, operation, openTo, said }: AzureSharedCopy, resource: Resource): Failed {
  const { ja, en } = words[kind];
  const isLink = openTo === 'link';
  return {
    status: 'fail',
    resource,
    ...(isLink && { severity: 'medium' }),
    detail: isLink
      ? {
          ja: `${ja} ${name} には有効なSASがあり、リンクを知る人は誰でも期限まで中身をダウンロードできます。`,
          en: `The ${en} ${name} has an active SAS: whoever has the link can download its content until it expires.`,
        }
      : {
          ja: `${ja} ${name} のイメージはコミュニティに共有されており、Azureの利用者なら誰でも使えます。`,
          en: `The images of the ${en} ${name} are shared with the community: every customer of Azure can use them.`,
        },
    evidence: [{ what: { ja: `設定: ${said}`, en: `Settings: ${said}` }, operation, ref: id }],
    remediation: [{ kind: 'azure-cli', text: closing(kind, id, name) }],
  };
}

function closing(kind: AzureSharedKind, id: string, name: string): string {
  if (kind === 'compute-gallery') return `az sig share reset ${place(id)} ${command`--gallery-name ${name}`}`;
  const group = kind === 'managed-disk' ? 'disk' : 'snapshot';
  return `az ${group} revoke-access ${place(id)} ${command`--name ${name}`}`;
}

function place(id: string): string {
  return command`--subscription ${subscriptionOf(id) ?? ''} --resource-group ${resourceGroupOf(id) ?? ''}`;
}
