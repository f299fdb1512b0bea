import type { OnProgress, Progress } from '../model/progress.ts';
import type { Locale } from '../model/text.ts';
import type { Terminal } from './terminal.ts';

const providers = ['aws', 'azure', 'entra'] as const;
type Provider = (typeof providers)[number];

interface Figures {
  readonly total: Partial<Record<Provider, number>>;
  readonly finished: Record<Provider, number>;
  units: number;
  errors: number;
  readonly calls: Map<string, number>;
}

/** Thousands of calls need not redraw the line thousands of times. */
const redrawMs = 100;

/** Shows how far a scan is, on stderr. */
export interface ProgressReporter {
  readonly onProgress: OnProgress;
  /** Leaves the last state on a line of its own. */
  finish(): void;
}

/** One redrawn line on a terminal; one plain line per finished account or tenant elsewhere. */
export function progressReporter(terminal: Terminal, locale: Locale): ProgressReporter {
  const figures: Figures = {
    total: {},
    finished: { aws: 0, azure: 0, entra: 0 },
    units: 0,
    errors: 0,
    calls: new Map(),
  };
  let drawnAt = 0;
  const redraw = (): void => {
    drawnAt = terminal.now().getTime();
    terminal.error(`\r\u001B[K${line(figures, locale)}`);
  };
  return {
    onProgress(progress) {
      if (progress.kind === 'notice') {
        terminal.error(`${terminal.live ? '\r\u001B[K' : ''}${progress.text[locale]}\n`);
        return;
      }
      count(figures, progress);
      if (!terminal.live) {
        if (progress.kind === 'tenant-finished') terminal.error(`${line(figures, locale)}\n`);
      } else if (terminal.now().getTime() - drawnAt >= redrawMs) redraw();
    },
    finish() {
      if (!terminal.live || drawnAt === 0) return;
      redraw();
      terminal.error('\n');
    },
  };
}

function count(figures: Figures, progress: Exclude<Progress, { readonly kind: 'notice' }>): void {
  switch (progress.kind) {
    case 'tenants':
      figures.total[progress.provider] = (figures.total[progress.provider] ?? 0) + progress.total;
      break;
    case 'unit-finished':
      figures.units += 1;
      figures.errors += progress.errors;
      break;
    case 'tenant-finished':
      figures.finished[providers.find((each) => progress.tenant.startsWith(`${each}/`)) ?? 'aws'] += 1;
      break;
    case 'calls':
      figures.calls.set(progress.tenant, progress.calls);
      break;
    case 'tenant-started':
      break;
  }
}

function line(figures: Figures, locale: Locale): string {
  const { finished, total, units, errors } = figures;
  const calls = [...figures.calls.values()].reduce((sum, each) => sum + each, 0);
  const words = {
    aws: { ja: 'アカウント', en: 'accounts' },
    azure: { ja: 'サブスクリプション', en: 'subscriptions' },
    entra: { ja: 'テナント', en: 'tenants' },
  } as const;
  const names = { aws: 'AWS', azure: 'Azure', entra: 'Entra' } as const;
  const progress = providers
    .filter((provider) => total[provider] !== undefined)
    .map((provider) => `${names[provider]} ${finished[provider]}/${total[provider]} ${words[provider][locale]} · `)
    .join('');
  return {
    ja: `${progress}${units} 単位 · API ${calls} 回 · 取得失敗 ${errors}`,
    en: `${progress}${units} units · ${calls} API calls · ${errors} not read`,
  }[locale];
}
