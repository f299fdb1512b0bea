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
    organisation: short(report.summary.organisation),
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
      unit: short(unitPath(row.unit)),
      operation: short(row.operation),
      reason: short(row.reason ?? ''),
      ...(row.permission !== undefined && { permission: short(row.permission) }),
    })),
    link,
  });
}

function brief({ id, check, severity, state, resource, title }: Finding): Record<string, unknown> {
  const names = Object.entries(resource).map(([key, name]) => [key, short(name)] as const);
  return {
    id: short(id),
    check: short(check),
    severity,
    state,
    resource: Object.fromEntries(names),
    title: { ja: short(title.ja), en: short(title.en) },
  };
}

function short(text: string): string {
  return mailName(text, nameColumns);
}
