import type { Text } from './text.ts';

/** How bad a finding is, worst first. */
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;

/** One of {@link severities}. */
export type Severity = (typeof severities)[number];

/** The words for each severity (重大度). */
export const severityText: Readonly<Record<Severity, Text>> = {
  critical: { ja: '重大', en: 'Critical' },
  high: { ja: '高', en: 'High' },
  medium: { ja: '中', en: 'Medium' },
  low: { ja: '低', en: 'Low' },
  info: { ja: '情報', en: 'Info' },
};

/** Whether `severity` is as bad as `threshold`, or worse. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(threshold);
}
