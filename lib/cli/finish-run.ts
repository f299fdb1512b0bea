import { SNSClient } from '@aws-sdk/client-sns';
import { deliverFiles, reportFiles } from '../deliver/files/report-files.ts';
import { notification } from '../deliver/mail/notification.ts';
import { publishNotification } from '../deliver/sns/publish.ts';
import { summaryTable } from '../deliver/table/summary-table.ts';
import type { Evaluation } from '../evaluate/evaluate.ts';
import type { Report } from '../model/results.ts';
import { atLeast } from '../model/severity.ts';
import { buildReport } from '../run/build-report.ts';
import { openStore } from '../run/open-store.ts';
import { clauses } from '../standard/clauses.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import type { Prepared } from './prepare-run.ts';
import type { ReportOptions } from './program.ts';
import type { Terminal } from './terminal.ts';

/** From evaluations to the files, the notification, the table on stdout and the exit code. */
export async function finishRun(
  evaluations: readonly Evaluation[],
  prepared: Prepared,
  options: ReportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const report = buildReport({ evaluations, ...prepared });
  const store = openStore(options.out);
  await deliverFiles(store, reportFiles(report, prepared.locale, clauses));
  if (options.listPassed) await store.put('passed.ndjson', passedLines(evaluations), 'application/x-ndjson');
  terminal.out(summaryTable(report, prepared.locale, { colour: terminal.colour, columns: terminal.columns }));
  terminal.error(`${{ ja: '出力先', en: 'Written to' }[prepared.locale]}: ${store.location}\n`);
  if (options.topic) await notify(report, options.topic, options.link, prepared);
  return judgeRun(report, options);
}

/** Findings weigh more than gaps: a pipeline that stops at 3 must not be told 4 instead. */
export function judgeRun(report: Report, options: Pick<ReportOptions, 'failOn' | 'allowPartial'>): ExitCode {
  const { failOn } = options;
  const standing = report.findings.filter(
    (each) => each.status === 'fail' && !['resolved', 'excepted'].includes(each.state),
  );
  if (failOn && standing.some((each) => atLeast(each.severity, failOn))) return exitCode.findings;
  if (!report.summary.complete && !options.allowPartial) return exitCode.incomplete;
  return exitCode.done;
}

function passedLines(evaluations: readonly Evaluation[]): string {
  return evaluations.flatMap((evaluation) => evaluation.passed.map((each) => `${JSON.stringify(each)}\n`)).join('');
}

async function notify(report: Report, topic: string, link: string | undefined, { locale }: Prepared): Promise<void> {
  const region = topic.split(':')[3];
  const client = new SNSClient(region ? { region } : {});
  await publishNotification(client, topic, notification(report, { locale, ...(link ? { link } : {}) }));
}
