import type { Check } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';
import type { Failed } from '../model/judgement.ts';
import type { Resource } from '../model/resource.ts';
import type { Text } from '../model/text.ts';
import type { Unread } from '../model/unread.ts';
import { missingAccess } from '../model/missing-access.ts';
import { findingId } from './finding-id.ts';
import { mendAzure } from './mend-azure.ts';
import { mendGraph } from './mend-graph.ts';

/** A failed judgement as a finding that was seen for the first time. */
export function failedFinding(check: Check, judgement: Failed, seen: string): Finding {
  const { resource, detail, evidence, remediation, path, discriminator } = judgement;
  return {
    id: findingId(check.id, resource, discriminator),
    check: check.id,
    clauses: check.clauses,
    status: 'fail',
    severity: judgement.severity ?? check.severity,
    resource,
    title: check.title,
    detail,
    evidence,
    remediation,
    ...(path && { path }),
    firstSeen: seen,
    lastSeen: seen,
    state: 'new',
  };
}

/** What could not be judged, as a finding: why not, and what would mend it. */
export function unknownFinding(check: Check, resource: Resource, unread: readonly Unread[], seen: string): Finding {
  const said = unread.map((each) => ({ ...missingAccess(each), ...each }));
  return {
    id: findingId(check.id, resource, 'unknown'),
    check: check.id,
    clauses: check.clauses,
    status: 'unknown',
    severity: check.severity,
    resource,
    title: { ja: `確認不能: ${check.title.ja}`, en: `Could not be judged: ${check.title.en}` },
    detail: why(said),
    evidence: said.map((each) => ({ what: reason(each), operation: each.operation, ref: resource.id })),
    remediation: menders[resource.provider](said),
    unread: said,
    firstSeen: seen,
    lastSeen: seen,
    state: 'new',
  };
}

const menders: Readonly<Record<Resource['provider'], (unread: readonly Unread[]) => Finding['remediation']>> = {
  aws: mend,
  azure: mendAzure,
  entra: mendGraph,
};

function why(unread: readonly Unread[]): Text {
  const operations = unread.map((each) => `${each.operation} (${each.code})`).join(', ');
  return {
    ja: `次の情報を取得できなかったため判定できません: ${operations}`,
    en: `It could not be judged, because this was not read: ${operations}`,
  };
}

function reason({ operation, code, message }: Unread): Text {
  return {
    ja: `${operation} の取得に失敗しました(${code}): ${message}`,
    en: `${operation} failed (${code}): ${message}`,
  };
}

/** What to do about it. A missing permission is given as the statement to add to the scan's role. */
function mend(unread: readonly Unread[]): Finding['remediation'] {
  const permissions = [...new Set(unread.flatMap(({ permission }) => permission ?? []))].toSorted();
  if (permissions.length === 0) {
    return [
      {
        kind: 'console',
        text: {
          ja: '原因(通信、スロットリング、サービスの障害、未対応のエンドポイントなど)を取り除き、もう一度点検してください。',
          en: 'Remove the cause (network, throttling, an outage, an endpoint without the operation) and scan again.',
        },
      },
    ];
  }
  const statement = JSON.stringify({ Effect: 'Allow', Action: permissions, Resource: '*' });
  return [
    {
      kind: 'console',
      text: {
        ja: `点検に使うロールまたは利用者のIAMポリシーに次のステートメントを加え、SCPや境界で拒否されていないことを確認してください: ${statement}`,
        en: `Add this statement to the IAM policy of the role or user that scans, and see that no SCP or boundary denies it: ${statement}`,
      },
    },
  ];
}
