import type { Report, Summary } from '../../model/results.ts';
import { severities, type Severity } from '../../model/severity.ts';
import type { Locale } from '../../model/text.ts';
import { tenantPath } from '../../model/unit.ts';
import { isFresh, isStanding } from '../wording/standing.ts';
import type { DraftOptions } from './draft-options.ts';
import { eventJson } from './event-json.ts';
import { mailBody, shortText } from './mail-body.ts';

/** What a notification says beyond the report. */
export interface NotificationOptions {
  readonly locale: Locale;
  /** Where the report can be opened. Left out when longer than 2,000 characters: a link cannot be shortened. */
  readonly link?: string;
  /** The summary of the run before, for the difference to it. */
  readonly previous?: Pick<Summary, 'failed' | 'unknown'>;
}

/** A message attribute as SNS publishes it; subscriptions filter on it. */
export interface MessageAttribute {
  readonly DataType: 'String' | 'String.Array' | 'Number';
  readonly StringValue: string;
}

/** The protocols that get a body of their own ("Amazon SNS message structure"); all others get `default`. */
export type Protocol = 'default' | 'email' | 'sqs' | 'lambda' | 'http' | 'https';

/** One message about one run, ready for `MessageStructure: 'json'`. */
export interface Notification {
  /** ASCII without control characters, shorter than 100 characters, as every version of SNS's documentation accepts. */
  readonly subject: string;
  readonly messages: Readonly<Record<Protocol, string>>;
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
}

/** The most bytes that SNS takes in one message ("Amazon SNS quotas"): 256 KiB, attributes included. */
export const messageLimit = 262_144;

const linkLimit = 2000;

/** How many findings and gaps are listed; where the message would be too long, fewer. */
const lengths = [20, 10, 5, 2, 0] as const;

/**
 * The message about a run: counts, what is new or back, what is worst, what could not be read, and where the report is.
 * Its size is at most {@link messageLimit} whatever the input: names are shortened, and if need be fewer are listed.
 */
export function notification(report: Report, options: NotificationOptions): Notification {
  const link = sendable(options.link);
  const drafts = lengths.map((length) => () => draft(report, { ...options, link, length }));
  for (const write of drafts) {
    const written = write();
    if (size(written) <= messageLimit) return written;
  }
  return draft(report, { ...options, link: undefined, length: 0 });
}

/** What an address may not hold as it stands (line breaks among it) is percent-encoded, so that it stays one line. */
function sendable(link: string | undefined): string | undefined {
  const encoded = link?.toWellFormed().replaceAll(/[^\u0021-\u007E]+/g, encodeURIComponent);
  return encoded !== undefined && encoded.length <= linkLimit ? encoded : undefined;
}

function draft(report: Report, options: DraftOptions): Notification {
  const event = eventJson(report, options);
  return {
    subject: subject(report),
    messages: {
      default: shortText(report, options),
      email: mailBody(report, options),
      sqs: event,
      lambda: event,
      http: event,
      https: event,
    },
    attributes: attributes(report),
  };
}

function subject(report: Report): string {
  const { failed, states } = report.summary;
  const fresh = states.new + states.reopened;
  const gaps = report.coverage.filter((row) => row.status === 'failed').length;
  const parts = [
    `${failed.critical} critical, ${failed.high} high`,
    `${fresh} new`,
    ...(gaps > 0 ? [`${gaps} unread`] : []),
  ];
  return `[Tenken] ${parts.join(', ')}`;
}

/**
 * What subscriptions filter on: `kind` (report; new, resolved, incomplete where it applies), `severity` (of the standing
 * findings), `provider`, `worst`, and counts of findings new or back, and of tenants.
 */
function attributes(report: Report): Notification['attributes'] {
  const standing = report.findings.filter(isStanding);
  const present = (severity: Severity): boolean => standing.some((finding) => finding.severity === severity);
  const found = severities.filter(present);
  const fresh = standing.filter(isFresh).length;
  const kinds = [
    'report',
    ...(fresh > 0 ? ['new'] : []),
    ...(report.summary.states.resolved > 0 ? ['resolved'] : []),
    ...(report.summary.complete ? [] : ['incomplete']),
  ];
  const units = [...report.coverage, ...report.summary.tallies].map((row) => row.unit);
  return {
    kind: list(kinds),
    severity: list(found.length > 0 ? found : ['none']),
    worst: { DataType: 'String', StringValue: found[0] ?? 'none' },
    provider: list([...new Set(units.map((unit) => unit.provider))].toSorted()),
    new: { DataType: 'Number', StringValue: String(fresh) },
    tenants: { DataType: 'Number', StringValue: String(new Set(units.map(tenantPath)).size) },
  };
}

function list(values: readonly string[]): MessageAttribute {
  return { DataType: 'String.Array', StringValue: JSON.stringify(values) };
}

/** Bytes that count against the limit: the message as it is sent, the subject and the attributes. */
function size({ subject: line, messages, attributes: values }: Notification): number {
  return Buffer.byteLength(JSON.stringify(messages)) + Buffer.byteLength(JSON.stringify(values)) + line.length;
}
