import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/results.ts';
import { unitPath } from '../../model/unit.ts';
import { worstFirst } from '../wording/standing.ts';
import type { DraftOptions } from './draft-options.ts';
import { mailName } from './mail-name.ts';

const nameColumns = 240;

/** The message for machines (SQS, Lambda, HTTP): the counts, and the worst findings by id. Names are shortened. */
export function eventJson(report: Report, { link, length }: DraftOptions): string {
  const { version, collectedAt, complete, units, failed, unknown, states } = report.summary;
  const worst = worstFirst(report.findings);
  const gaps = report.coverage.filter((row) => row.status === 'failed');
  return JSON.stringify({
    schema: 'tenken.notification/1',
    version,
    organisation: mailName(report.summary.organisation, nameColumns),
    collectedAt,
    complete,
    units,
    failed,
    unknown,
    states,
    standing: worst.length,
    findings: worst.slice(0, length).map(brief),
    gaps: gaps.length,
    unread: gaps.slice(0, length).map((row) => ({
      unit: unitPath(row.unit),
      operation: row.operation,
      reason: mailName(row.reason ?? '', nameColumns),
      permission: row.permission,
    })),
    link,
  });
}

function brief(finding: Finding): Record<string, unknown> {
  const { provider, account, region, type, id, name } = finding.resource;
  const short = (text: string): string => mailName(text, nameColumns);
  return {
    id: finding.id,
    check: finding.check,
    severity: finding.severity,
    state: finding.state,
    resource: {
      provider,
      account: short(account),
      region: short(region),
      type,
      id: short(id),
      name: short(name),
    },
    title: { ja: short(finding.title.ja), en: short(finding.title.en) },
  };
}
