import { judgesUnitsOf, type Check } from '../../model/check.ts';
import type { CoverageRow } from '../../model/results.ts';
import type { Locale } from '../../model/text.ts';
import type { Finding } from '../../model/finding.ts';
import { missingName, type MissingAccess } from '../../model/missing-access.ts';
import { unitPath, type Unit } from '../../model/unit.ts';
import { scanEverything } from '../../run/scan-everything.ts';
import { memoryStore } from '../../snapshot/memory-store.ts';
import { chooseScope } from '../choose-tenants.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { prepareRun } from '../prepare-run.ts';
import type { ScanOptions } from '../program.ts';
import { progressReporter } from '../progress-reporter.ts';
import type { Terminal } from '../terminal.ts';

/**
 * `tenken doctor`: calls what a scan calls, in the named regions or the home region only, keeps nothing, and says for
 * every check whether it can judge, and if not, which permission is missing. Exit code 4 when something is.
 */
export async function doctor(options: ScanOptions, terminal: Terminal, argv: readonly string[]): Promise<ExitCode> {
  const { standard, checks, locale } = await prepareRun(options, argv, terminal.environment);
  const interruption = new AbortController();
  const stopListening = terminal.onInterrupt(() => interruption.abort());
  const progress = progressReporter(terminal, locale);
  const { aws, azure, entra } = chooseScope(options, standard, terminal.environment);
  const region = terminal.environment['AWS_REGION'] ?? terminal.environment['AWS_DEFAULT_REGION'] ?? 'us-east-1';
  try {
    const evaluations = await scanEverything({
      aws: aws && { ...aws, regions: options.regions ?? [region] },
      azure,
      entra,
      graphEndpoint: terminal.environment['TENKEN_GRAPH_ENDPOINT'],
      armEndpoint: terminal.environment['TENKEN_ARM_ENDPOINT'],
      checks,
      standard,
      store: memoryStore(),
      readEmptyRegions: true,
      // Nobody pays for a diagnosis.
      billing: false,
      clock: terminal.now,
      signal: interruption.signal,
      onProgress: progress.onProgress,
    });
    progress.finish();
    const gaps = evaluations.flatMap(({ coverage }) => coverage.filter(({ status }) => status === 'failed'));
    const blinded = evaluations.flatMap(({ findings }) => findings.filter(({ status }) => status === 'unknown'));
    terminal.out(
      diagnosis(
        checksOf(checks, { aws: aws !== undefined, azure: azure.length > 0, entra: entra.length > 0 }),
        gaps,
        locale,
        blinded,
      ),
    );
    if (interruption.signal.aborted) return exitCode.interrupted;
    return gaps.length > 0 ? exitCode.incomplete : exitCode.done;
  } finally {
    stopListening();
  }
}

/** Checks of what was looked at: of anything else there is nothing to say. */
function checksOf(checks: readonly Check[], looked: Readonly<Record<Unit['provider'], boolean>>): readonly Check[] {
  const providers = (['aws', 'azure', 'entra'] as const).filter((provider) => looked[provider]);
  return checks.filter((check) => providers.some((provider) => judgesUnitsOf(check, provider)));
}

/** One line a check: `ok`, or what keeps it from judging; then what no check rests on yet. */
export function diagnosis(
  checks: readonly Check[],
  gaps: readonly CoverageRow[],
  locale: Locale,
  blinded: readonly Finding[] = [],
): string {
  const lines = checks.map(({ id }) => {
    const reasons = [
      ...gaps.filter((gap) => gap.checks?.includes(id)).map((gap) => reason(gap, locale)),
      ...blinded.filter(({ check }) => check === id).flatMap((finding) => missingTo(finding, locale)),
    ];
    return [reasons.length === 0 ? 'ok' : 'NG', id, ...new Set(reasons)].join('\t');
  });
  const others = gaps.filter((gap) => !gap.checks).map((gap) => ['--', gap.operation, reason(gap, locale)].join('\t'));
  return `${[...lines, ...new Set(others)].join('\n')}\n`;
}

/** What a check itself misses: it may rest on more than it cannot do without. */
function missingTo({ resource, unread = [] }: Finding, locale: Locale): readonly string[] {
  const where = [resource.provider, resource.account, ...(resource.provider === 'aws' ? [resource.region] : [])].join(
    '/',
  );
  return unread.flatMap((each) => (missingName(each) === undefined ? [] : `${where}: ${missingText(each, locale)}`));
}

function reason(row: CoverageRow, locale: Locale): string {
  const said = missingName(row) === undefined ? `${row.operation} ${row.reason}` : missingText(row, locale);
  return `${unitPath(row.unit)}: ${said}`;
}

function missingText(missing: MissingAccess, locale: Locale): string {
  const name = missingName(missing);
  return missing.licence
    ? { ja: `ライセンス ${name} がありません`, en: `the licence ${name} is missing` }[locale]
    : { ja: `権限 ${name} がありません`, en: `permission ${name} is missing` }[locale];
}
