import { azureResource, subscriptionKindResource } from '../../../lib/model/azure/azure-resource.ts';
import { resourceGroupOf, subscriptionOf } from '../../../lib/model/azure/arm-id.ts';
import type { AzureEndpoint } from '../../../lib/model/azure/endpoint.ts';
import { endpointOpenness, type EndpointOpenness } from '../../../lib/model/azure/endpoint-openness.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';
import type { Exposure } from '../../../lib/model/network/exposure.ts';
import { pathEvidence } from '../../../lib/model/network/path-evidence.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { Severity } from '../../../lib/model/severity.ts';

export default defineCheck({
  id: 'azure-public-storage',
  clauses: ['11.4', '12.3'],
  severity: 'high',
  title: {
    ja: 'ストレージアカウントがBLOBの匿名読み取りを許している',
    en: 'A storage account lets blobs be read without credentials',
  },
  why: {
    ja: 'allowBlobPublicAccess が有効なアカウントでは、コンテナーの設定ひとつで、認証なしに誰でもBLOBを読めます。設定のない古いアカウントも許可の扱いです。コンテナーごとの設定は読み取っていないため、実際に公開されているとは限りません。ネットワークが閉じているアカウントと、接続元が限られるアカウントは合格です。',
    en: 'Where allowBlobPublicAccess is on, one setting of a container lets anybody read its blobs without credentials. An older account that says nothing allows it too. The settings of containers are not read, so that nothing need be public yet. Accounts whose network is closed, or open to named addresses alone, pass.',
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
  return severity ? failure(exposure, endpoint, resource, severity) : { status: 'pass', resource };
}

function severityOf(openness: EndpointOpenness): Severity | undefined {
  if (openness === 'internet') return 'high';
  return openness === 'any-azure' ? 'medium' : undefined;
}

function failure({ reaches }: Exposure, endpoint: AzureEndpoint, resource: Resource, severity: Severity): Failed {
  const { name, arn, operation, anonymousBlobs } = endpoint;
  const [path = []] = reaches.map((reach) => reach.path);
  const said = anonymousBlobs === 'allowed' ? 'true' : 'null';
  return {
    status: 'fail',
    resource,
    severity: anonymousBlobs === 'by-default' && severity === 'high' ? 'medium' : severity,
    detail: {
      ja: `ストレージアカウント ${name} は、インターネットからのBLOBの匿名読み取りを許しています。`,
      en: `The storage account ${name} lets blobs be read from the internet without credentials.`,
    },
    evidence: [
      { what: { ja: `allowBlobPublicAccess は ${said}`, en: `allowBlobPublicAccess is ${said}` }, operation, ref: arn },
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
