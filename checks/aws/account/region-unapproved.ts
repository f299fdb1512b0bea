import type { RegionUse } from '../../../lib/model/aws/region-use.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Evidence, Failed, Judgement, Remediation } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { ServiceUse } from '../../../lib/model/services/service-use.ts';
import { keepOut } from '../../../lib/model/services/stop-use.ts';
import { anyUserOf, sightingEvidence } from '../../../lib/model/services/use-words.ts';
import { unitResource } from '../../../lib/model/unit-resource.ts';

export default defineCheck({
  id: 'aws-region-unapproved',
  clauses: ['12.1'],
  severity: 'medium',
  title: {
    ja: '承認されていないリージョンを使用している',
    en: 'A region is in use that nobody approved',
  },
  why: {
    ja: 'リージョンは、データがどの国の法律の下に置かれるかを決めます。監視もガードレールもないリージョンは、侵入者が最初に使う場所でもあります。基準の approved.regions にないリージョンにあるリソース、請求、API呼び出しを指摘します。使われていなくても、有効化（オプトイン）された承認外のリージョンは低い重大度で指摘します。既定で有効なリージョンは無効にできないため、使われていなければ適合です。デフォルトVPCのように初めからあるものは数えません。点検していない承認外のリージョンは、請求か呼び出しの記録に現れなければ確認不能です。基準に一覧がなければ判定しません。',
    en: 'The region decides under which law data is, and one without monitoring and guardrails is where an intruder goes first. Found are resources, bills and calls in regions that approved.regions of the standard does not name. A region that somebody opted in to is found with a low severity even where nothing is in it; those that every account has cannot be disabled, and pass while nothing is there. What comes with a region, as the default VPC does, does not count. An unapproved region that was not scanned is unknown unless bills or calls tell of it. The severity is low where calls that may have been refused are all there is. Nothing is judged where the standard has no list.',
  },
  fix: {
    ja: 'リソースを承認済みのリージョンに移してデータを削除します。オプトインしたリージョンは無効にし、SCPの aws:RequestedRegion で使用を防ぎます。',
    en: 'Move the resources to an approved region and delete the data that is left. Disable regions that were opted in to, and keep people out by a control policy with aws:RequestedRegion.',
  },
  reads: ['aws.regionsInUse'],
  find: ({ 'aws.regionsInUse': regions }, { unit, standard }) => {
    const approved = new Set<string>(standard.approved.regions);
    if (approved.size === 0) return [];
    return regions.flatMap((region): readonly Judgement[] => {
      const { account } = unitResource(unit);
      const id = `aws:${account}:region/${region.name}`;
      const resource: Resource = { ...unitResource(unit), type: 'aws-region', id, name: region.name };
      if (approved.has(region.name)) return [{ status: 'pass', resource }];
      if (region.uses.length > 0 || region.isOptedIn) return [failure(region, resource)];
      if (region.unread) return [{ status: 'unknown', resource, unread: region.unread }];
      return [{ status: 'pass', resource }];
    });
  },
});

function failure({ name, uses, isOptedIn }: RegionUse, resource: Resource): Failed {
  const services = uses
    .map((each) => each.name)
    .slice(0, 5)
    .join(', ');
  const by = anyUserOf(uses);
  const owner = uses.find((each) => each.owner !== undefined)?.owner;
  const opted: Evidence = {
    what: { ja: 'オプトインされている', en: 'Opted in to' },
    operation: 'ec2:DescribeRegions',
    ref: name,
  };
  const [first, ...rest] = [...uses.flatMap(evidenceOf), ...(isOptedIn ? [opted] : [])];
  return {
    status: 'fail',
    resource,
    ...(uses.every(isAttempt) && { severity: 'low' as const }),
    detail:
      uses.length === 0
        ? {
            ja: `承認されていないリージョン ${name} が有効化されています（使用は見つかりません）。`,
            en: `${name} is opted in to, and not approved; nothing was found in it.`,
          }
        : {
            ja: `承認されていないリージョン ${name} で ${services} を使用しています。利用者: ${by ?? '記録なし'}。責任者: ${owner ?? '不明'}。`,
            en: `${services} in ${name}, which is not approved. Used by: ${by ?? 'no record'}. Owner: ${owner ?? 'not known'}.`,
          },
    evidence: [first ?? opted, ...rest.slice(0, 11)],
    remediation: isOptedIn
      ? [...keepOut(name, resource.account), disable(name, resource.account)]
      : keepOut(name, resource.account),
  };
}

function evidenceOf({ name, sightings }: ServiceUse): readonly Evidence[] {
  return sightings.map((sighting) => sightingEvidence(name, sighting));
}

/** Refused by AWS while resources are billed there: they are deleted first. */
function disable(region: string, account: string): Remediation {
  return { kind: 'aws-cli', text: command`aws account disable-region --account-id ${account} --region-name ${region}` };
}

function isAttempt({ sightings }: ServiceUse): boolean {
  return sightings.every(({ attemptOnly }) => attemptOnly);
}
