import { azureResource, subscriptionKindResource } from '../../../lib/model/azure/azure-resource.ts';
import { resourceGroupOf, subscriptionOf } from '../../../lib/model/azure/arm-id.ts';
import type { AzureEndpoint, PublicContainer } from '../../../lib/model/azure/endpoint.ts';
import { endpointOpenness, type EndpointOpenness } from '../../../lib/model/azure/endpoint-openness.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';
import type { Exposure } from '../../../lib/model/network/exposure.ts';
import { pathEvidence } from '../../../lib/model/network/path-evidence.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { Severity } from '../../../lib/model/severity.ts';

const containerOperation = 'Microsoft.Storage/storageAccounts/blobServices/containers';

export default defineCheck({
  id: 'azure-public-storage',
  clauses: ['11.4', '12.3'],
  severity: 'high',
  title: {
    ja: 'ストレージアカウントがBLOBの匿名読み取りを許している',
    en: 'A storage account allows blobs to be read without credentials',
  },
  why: {
    ja: 'allowBlobPublicAccess が有効なアカウントでは、コンテナーの設定ひとつで、認証なしに誰でもBLOBを読めます。設定のない古いアカウントも許可の扱いです。アクセスレベルが Blob または Container のコンテナーがあれば公開されています。ひとつもなければ、まだ何も公開されていないため重大度を「低」とし、コンテナーを読めなければ不明とします。ファイル共有に匿名アクセスはありません。静的Webサイト（$web）の公開は読み取れないため判定しません。ネットワークが閉じているアカウントと、接続元が限られるアカウントは合格です。',
    en: 'Where allowBlobPublicAccess is on, one setting of a container lets anybody read its blobs without credentials. An older account that says nothing allows it too. A container whose access level is Blob or Container is public. Where none is, nothing is public yet, and the finding is low; where the containers were not read, it is unknown. File shares know no anonymous access. Whether a static website ($web) is published no reader is told: it is not judged. Accounts whose network is closed, or open to named addresses alone, pass.',
  },
  fix: {
    ja: '匿名アクセスを無効にします。公開が目的のファイルは、専用のアカウントに分けて例外に登録します。',
    en: 'Turn anonymous access off. Files that are meant to be public belong in an account of their own, and into the exceptions.',
  },
  reads: ['azure.endpointExposures', 'azure.endpoints'],
  find: ({ 'azure.endpointExposures': { exposures, unread }, 'azure.endpoints': { endpoints } }, { unit }) => {
    const byArn = new Map(exposures.map((each) => [each.arn, each]));
    const judged = endpoints.flatMap((endpoint): readonly Judgement[] => {
      const exposure = byArn.get(endpoint.arn);
      if (endpoint.kind !== 'storage-account' || !exposure) return [];
      const { kind, arn, location } = endpoint;
      return [judge(exposure, endpoint, azureResource(unit, { type: kind, id: arn, location }))];
    });
    const lost = unread
      .filter(({ kind }) => kind === 'storage-account')
      .map(({ kind, unread: gap }): Judgement => {
        return { status: 'unknown', resource: subscriptionKindResource(unit, kind), unread: gap };
      });
    return [...judged, ...lost];
  },
});

function judge(exposure: Exposure, endpoint: AzureEndpoint, resource: Resource): Judgement {
  if (endpoint.anonymousBlobs === 'refused') return { status: 'pass', resource };
  const [gap] = exposure.unread;
  if (gap) return { status: 'unknown', resource, unread: gap };
  const severity = severityOf(endpointOpenness(exposure.reaches));
  if (!severity) return { status: 'pass', resource };
  const { publicContainers, name } = endpoint;
  if (publicContainers) return failure(exposure, endpoint, { resource, severity, containers: publicContainers });
  const message = `${containerOperation} has no answer about ${name}`;
  return { status: 'unknown', resource, unread: { operation: containerOperation, code: 'NotCollected', message } };
}

function severityOf(openness: EndpointOpenness): Severity | undefined {
  if (openness === 'internet') return 'high';
  return openness === 'any-azure' ? 'medium' : undefined;
}

interface Found {
  readonly resource: Resource;
  readonly severity: Severity;
  readonly containers: readonly PublicContainer[];
}

/** As many containers as a person reads. */
const shown = 5;

function failure({ reaches }: Exposure, endpoint: AzureEndpoint, { resource, severity, containers }: Found): Failed {
  const { name, arn, operation, anonymousBlobs } = endpoint;
  const [path = []] = reaches.map((reach) => reach.path);
  const said = anonymousBlobs === 'allowed' ? 'true' : 'null';
  const names = containers.slice(0, shown).map((each) => each.name);
  const more = containers.length > shown ? ' …' : '';
  return {
    status: 'fail',
    resource,
    severity: containers.length > 0 ? severity : 'low',
    detail:
      containers.length > 0
        ? {
            ja: `ストレージアカウント ${name} の ${containers.length} 個のコンテナーのBLOBは、インターネットから認証なしに読めます: ${names.join('、')}${more}`,
            en: `Blobs in ${containers.length} containers of the storage account ${name} can be read from the internet without credentials: ${names.join(', ')}${more}`,
          }
        : {
            ja: `ストレージアカウント ${name} は、インターネットからのBLOBの匿名読み取りを許しています。公開のコンテナーはまだありません。`,
            en: `The storage account ${name} allows blobs to be read from the internet without credentials. No container is public yet.`,
          },
    evidence: [
      { what: { ja: `allowBlobPublicAccess は ${said}`, en: `allowBlobPublicAccess is ${said}` }, operation, ref: arn },
      ...containers.slice(0, shown).map((each) => ({
        what: {
          ja: `コンテナー ${each.name} の publicAccess は ${each.access}`,
          en: `publicAccess of the container ${each.name} is ${each.access}`,
        },
        operation: containerOperation,
        ref: each.id,
      })),
      ...pathEvidence(path),
    ],
    remediation: [
      {
        kind: 'azure-cli',
        text: command`az storage account update --subscription ${subscriptionOf(arn) ?? ''} --resource-group ${resourceGroupOf(arn) ?? ''} --name ${name} --allow-blob-public-access false`,
      },
    ],
    ...(path.length > 0 && { path }),
  };
}
