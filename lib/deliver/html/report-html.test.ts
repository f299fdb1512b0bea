import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { reportOf, sampleFinding, sampleReport } from '../sample-report.ts';
import { bundleClient } from './client/bundle-client.ts';
import { dataBlock } from './data-block.ts';
import { reportHtml } from './report-html.ts';

const html = reportHtml(sampleReport(20), 'ja', []);

describe('reportHtml', () => {
  it('allows its own script and style by hash, and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    const hash = (text: string | undefined): string =>
      createHash('sha256')
        .update(text ?? '')
        .digest('base64');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain(`script-src 'sha256-${hash(/<script>([\s\S]*?)<\/script>/.exec(html)?.[1])}'`);
    expect(policy).toContain(`style-src 'sha256-${hash(/<style>([\s\S]*?)<\/style>/.exec(html)?.[1])}'`);
  });

  it('names no other resource: no address to load, no inline handler', () => {
    expect(html).not.toMatch(/\s(src|href|onload|onerror|onclick)=/);
    expect(html).not.toMatch(/url\(|@import|fetch\(|XMLHttpRequest|innerHTML/);
  });

  it('opens in the language asked for, with a summary for where scripts are off', () => {
    expect(html).toContain('<html lang="ja">');
    expect(/<noscript>.*<\/noscript>/s.exec(html)?.[0]).toContain('ルートユーザーにMFAがない');
    expect(reportHtml(sampleReport(1), 'en', [])).toContain('<html lang="en">');
  });

  it('lets no name end an element', () => {
    const name = '</script><script>alert(1)</script><!--\u2028"\'&';
    const resource = { ...sampleFinding(0).resource, name, id: name, account: name };
    const hostile = reportHtml(reportOf([sampleFinding(0, { resource })], name), 'en', []);
    expect(hostile).not.toContain('alert(1)</script>');
    expect(hostile.match(/<script/g)?.length).toBe(html.match(/<script/g)?.length);
  });
});

describe('dataBlock', () => {
  it('keeps small data readable, and large data small', () => {
    expect(dataBlock('x', { a: '<b>' })).toBe(
      String.raw`<script type="application/json" id="x">{"a":"\u003cb>"}</script>`,
    );
    const large = { a: 'x'.repeat(100_000) };
    const packed = /<script type="application\/gzip" id="x">(.*)<\/script>/.exec(dataBlock('x', large))?.[1] ?? '';
    expect(JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString())).toEqual(large);
    expect(packed.length).toBeLessThan(1000);
  });
});

it('has a fresh client.generated.ts (else: npm run generate)', async () => {
  const file = new URL('client.generated.ts', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(await bundleClient());
});
