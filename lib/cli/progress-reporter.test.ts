import { expect, it } from 'vitest';
import { progressReporter } from './progress-reporter.ts';
import type { Terminal } from './terminal.ts';

/** Reports two accounts' progress with 10 ms between events, and returns what was written. */
function report(live: boolean): string[] {
  const written: string[] = [];
  let time = Date.parse('2026-01-01T00:00:00Z');
  const terminal = {
    live,
    error: (text: string) => void written.push(text),
    now: () => new Date((time += 10)),
  } as Partial<Terminal> as Terminal;
  const { onProgress, finish } = progressReporter(terminal, 'en');
  onProgress({ kind: 'tenants', provider: 'aws', total: 2 });
  onProgress({ kind: 'notice', text: { ja: '0.01米ドル', en: '0.01 USD' } });
  for (let calls = 1; calls <= 100; calls += 1) onProgress({ kind: 'calls', tenant: 'aws/1', calls });
  onProgress({ kind: 'unit-finished', tenant: 'aws/1', unit: 'aws/1/global', errors: 1 });
  onProgress({ kind: 'tenant-finished', tenant: 'aws/1' });
  finish();
  return written;
}

it('writes one plain line an account where nobody can redraw', () => {
  expect(report(false)).toEqual(['0.01 USD\n', 'AWS 1/2 accounts · 1 units · 100 API calls · 1 not read\n']);
});

it('redraws one line on a terminal, not for every call, and leaves the last state', () => {
  const written = report(true);
  expect(written.length).toBeLessThan(20);
  expect(written).toContain('\r\u001B[K0.01 USD\n');
  expect(written.at(-2)).toBe('\r\u001B[KAWS 1/2 accounts · 1 units · 100 API calls · 1 not read');
  expect(written.at(-1)).toBe('\n');
});
