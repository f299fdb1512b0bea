import type { CheckHead } from '../../model/check.ts';
import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/results.ts';
import type { Severity } from '../../model/severity.ts';
import type { Locale } from '../../model/text.ts';
import { version } from '../../model/version.ts';
import { clauseName } from '../wording/words.ts';

/** The version of the Open Cybersecurity Schema Framework that the events name. */
export const ocsfVersion = '1.8.0';

/**
 * findings.ocsf.json: a JSON array with one OCSF event of the class Compliance Finding (class_uid 2003, profile cloud)
 * per finding, one a line. Enumerated captions are OCSF's own, in English; sentences are in the locale.
 */
export function findingsOcsf(report: Pick<Report, 'findings' | 'checks'>, locale: Locale): string {
  const heads = new Map(report.checks.map((head) => [head.id, head]));
  const events = report.findings.map((finding) => toEvent(finding, heads.get(finding.check), locale));
  return events.length === 0 ? '[]\n' : `[\n${events.map((event) => JSON.stringify(event)).join(',\n')}\n]\n`;
}

const classUid = 2003;

interface Caption {
  readonly id: number;
  readonly caption: string;
}

const severity: Readonly<Record<Severity, Caption>> = {
  info: { id: 1, caption: 'Informational' },
  low: { id: 2, caption: 'Low' },
  medium: { id: 3, caption: 'Medium' },
  high: { id: 4, caption: 'High' },
  critical: { id: 5, caption: 'Critical' },
};

const activity: Readonly<Record<Finding['state'], Caption>> = {
  new: { id: 1, caption: 'Create' },
  open: { id: 2, caption: 'Update' },
  reopened: { id: 2, caption: 'Update' },
  excepted: { id: 2, caption: 'Update' },
  resolved: { id: 3, caption: 'Close' },
};

/** OCSF's "New" is "yet to be reviewed": whether somebody works on an open finding, a scan cannot know. */
const status: Readonly<Record<Finding['state'], Caption>> = {
  new: { id: 1, caption: 'New' },
  open: { id: 1, caption: 'New' },
  reopened: { id: 1, caption: 'New' },
  excepted: { id: 3, caption: 'Suppressed' },
  resolved: { id: 4, caption: 'Resolved' },
};

const verdict: Readonly<Record<Finding['status'], Caption>> = {
  fail: { id: 3, caption: 'Fail' },
  unknown: { id: 0, caption: 'Unknown' },
};

const providers: Readonly<Record<Finding['resource']['provider'], { name: string; account: Caption }>> = {
  aws: { name: 'AWS', account: { id: 10, caption: 'AWS Account' } },
  azure: { name: 'Azure', account: { id: 13, caption: 'Azure Subscription' } },
  entra: { name: 'Azure', account: { id: 99, caption: 'Entra Tenant' } },
};

function toEvent(finding: Finding, head: CheckHead | undefined, locale: Locale): Record<string, unknown> {
  const { id: activityId, caption: activityName } = activity[finding.state];
  return {
    activity_id: activityId,
    activity_name: activityName,
    category_uid: 2,
    category_name: 'Findings',
    class_uid: classUid,
    class_name: 'Compliance Finding',
    type_uid: classUid * 100 + activityId,
    type_name: `Compliance Finding: ${activityName}`,
    severity_id: severity[finding.severity].id,
    severity: severity[finding.severity].caption,
    status_id: status[finding.state].id,
    status: status[finding.state].caption,
    time: Date.parse(finding.lastSeen),
    message: finding.detail[locale],
    metadata: {
      version: ocsfVersion,
      product: { name: 'Tenken', vendor_name: 'Tenken', version, lang: locale },
      profiles: ['cloud'],
      tenant_uid: finding.resource.account,
    },
    finding_info: findingInfo(finding, head, locale),
    compliance: compliance(finding, head, locale),
    cloud: cloud(finding),
    resources: [resource(finding)],
    ...(finding.evidence.length > 0 && {
      evidences: finding.evidence.map((step) => ({
        name: step.what[locale],
        data: { operation: step.operation, ref: step.ref },
      })),
    }),
    ...remediation(finding, head, locale),
    ...(finding.exception && { comment: finding.exception.reason, unmapped: { exception: finding.exception } }),
  };
}

function findingInfo(finding: Finding, head: CheckHead | undefined, locale: Locale): Record<string, unknown> {
  const [first, last] = [Date.parse(finding.firstSeen), Date.parse(finding.lastSeen)];
  return {
    uid: finding.id,
    title: finding.title[locale],
    desc: finding.detail[locale],
    analytic: { uid: finding.check, name: head?.title[locale] ?? finding.check, type_id: 1, type: 'Rule' },
    created_time: first,
    first_seen_time: first,
    last_seen_time: last,
    modified_time: last,
  };
}

function compliance(finding: Finding, head: CheckHead | undefined, locale: Locale): Record<string, unknown> {
  return {
    control: finding.check,
    standards: [{ ja: 'セキュリティ運用基準書', en: 'Security operation standard' }[locale]],
    requirements: finding.clauses.map((number) => clauseName(number, locale)),
    ...(head && { desc: head.why[locale] }),
    status_id: verdict[finding.status].id,
    status: verdict[finding.status].caption,
    ...(finding.unread && {
      status_details: finding.unread.map(({ operation, code, message }) => `${operation}: ${code} ${message}`.trim()),
    }),
  };
}

function cloud({ resource: { provider, account, region } }: Finding): Record<string, unknown> {
  const { name, account: kind } = providers[provider];
  return { provider: name, account: { uid: account, type_id: kind.id, type: kind.caption }, region };
}

function resource({ resource: { provider, id, name, type, region } }: Finding): Record<string, unknown> {
  // arn:partition:service:… ("Amazon Resource Names", AWS General Reference)
  const partition = provider === 'aws' ? /^arn:([\w-]+):/.exec(id)?.[1] : undefined;
  return { uid: id, name, type, region, role_id: 1, role: 'Target', ...(partition && { cloud_partition: partition }) };
}

function remediation(finding: Finding, head: CheckHead | undefined, locale: Locale): Record<string, unknown> {
  const steps = finding.remediation.map((step) => (step.kind === 'console' ? step.text[locale] : step.text));
  const lines = [...(head ? [head.fix[locale]] : []), ...steps];
  return lines.length === 0 ? {} : { remediation: { desc: lines.join('\n') } };
}
