import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClauseInfo } from '../../model/clause-info.ts';
import type { Finding } from '../../model/finding.ts';
import { sampleRegister } from '../sample-register.ts';
import { reportOf, sampleFinding, sampleReport } from '../sample-report.ts';
import { reportHtml } from './report-html.ts';

function findChromium(): string | undefined {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      // Not this one.
    }
  }
  return undefined;
}

const executablePath = findChromium();
if (!executablePath) {
  console.warn('Skipped: the report in a browser. Install one: `sudo apt-get install chromium fonts-noto-cjk`.');
}

const clauses: readonly ClauseInfo[] = [
  {
    number: '8.3',
    article: 8,
    text: { ja: '多要素認証を利用する。', en: 'MFA is used.' },
    attest: { ja: 'クラウド以外の多要素認証', en: 'MFA outside the cloud' },
    mappings: { 'NIST SP 800-53 r5': ['IA-2(1)'] },
  },
  {
    number: '12.4',
    article: 12,
    text: { ja: 'データ削除等を確認する。', en: 'Data deletion is confirmed.' },
    attest: { ja: 'データ削除の確認書', en: 'The confirmation that data was deleted' },
    mappings: {},
  },
];

const hostileName = `</script><img src=x onerror="alert(1)">"'><svg/onload=alert(2)>\u202Egpj.exe\u2028`;

const folder = mkdtempSync(join(tmpdir(), 'tenken-report-'));
let browser: Browser;
let trouble: string[] = [];

async function open(html: string, hash = ''): Promise<Page> {
  const file = join(folder, 'report.html');
  writeFileSync(file, html);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  trouble = [];
  page.on('console', (message) => trouble.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(file).href) trouble.push(`request: ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href + hash);
  await page.waitForSelector('main');
  return page;
}

const shown = (page: Page): Promise<string | null> => page.textContent('.shown');

describe.skipIf(!executablePath)('the report in Chromium', () => {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('switches the language, and the address remembers it', async () => {
    const page = await open(reportHtml(sampleReport(60), 'ja', clauses));
    expect(await page.textContent('h1')).toContain('点検報告書');
    await page.click('text=English');
    expect(await page.textContent('h1')).toContain('Tenken report');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.reload();
    expect(await page.textContent('h1')).toContain('Tenken report');
    expect(trouble).toEqual([]);
    await page.close();
  });

  it('filters by text, severity, state, account, check and clause, and a link opens the same', async () => {
    const page = await open(reportHtml(sampleReport(60), 'en', clauses), '#view=findings');
    expect(await shown(page)).toBe('47 of 60');
    await page.selectOption('select >> nth=1', 'all');
    expect(await shown(page)).toBe('60 of 60');
    await page.click('.toggle >> text=Critical');
    expect(await shown(page)).toBe('8 of 60');
    await page.fill('.search', 'web-front');
    await page.waitForFunction(() => document.querySelector('.shown')?.textContent?.startsWith('1 '));
    const address = page.url();
    await page.click('text=Clear');
    await page.selectOption('select >> nth=4', '8.3');
    expect(await shown(page)).toBe('16 of 60');
    await page.goto('about:blank');
    await page.goto(address);
    await page.waitForSelector('.rows .row');
    expect(await shown(page)).toBe('1 of 60');
    expect(await page.inputValue('.search')).toBe('web-front');
    expect(trouble).toEqual([]);
    await page.close();
  });

  it('is used by keyboard: / j Enter Esc', async () => {
    const page = await open(reportHtml(sampleReport(60), 'en', clauses));
    await page.keyboard.press('/');
    await page.keyboard.type('hanako');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('.shown')?.textContent === '8 of 60');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.detail');
    expect(await page.textContent('.detail h2')).toBe('The root user has no MFA');
    expect(await page.textContent('.detail')).toContain("aws iam delete-login-profile --user-name 'hanako");
    await page.keyboard.press('Escape');
    expect(await page.isVisible('.detail')).toBe(false);
    expect(trouble).toEqual([]);
    await page.close();
  });

  it('lists clauses without automated evidence for a person to attest, never as passed', async () => {
    const page = await open(reportHtml(sampleReport(60), 'ja', clauses), '#view=clauses');
    const row = await page.textContent('tr:has-text("第12条第4項")');
    expect(row).toContain('手動確認');
    expect(row).not.toContain('適合');
    expect(await page.textContent('tr:has-text("第8条第3項")')).toContain('不適合 15');
    await page.close();
  });

  it('shows hostile names as text: no dialog, no request, no violation of its policy', async () => {
    const resource = {
      ...sampleFinding(0).resource,
      name: hostileName,
      id: hostileName,
      account: hostileName,
      region: hostileName,
    };
    const text = { ja: hostileName, en: hostileName };
    const exception = {
      id: hostileName,
      reason: hostileName,
      owner: hostileName,
      approvedBy: hostileName,
      expires: '2026-12-01',
    };
    const finding = sampleFinding(0, {
      resource,
      title: text,
      detail: text,
      evidence: [{ what: text, operation: hostileName, ref: hostileName }],
      remediation: [
        { kind: 'aws-cli', text: hostileName },
        { kind: 'console', text },
      ],
      unread: [{ operation: hostileName, code: hostileName, message: hostileName, permission: hostileName }],
    });
    const report = reportOf([finding, { ...finding, id: 'f_x', state: 'excepted', exception }], hostileName);
    const page = await open(
      reportHtml(report, 'en', clauses),
      `#view=findings&f=${finding.id}&q=${encodeURIComponent('<img')}`,
    );
    await page.waitForSelector('.detail');
    expect(await page.textContent('.detail h2')).toContain('<img src=x');
    expect(await page.textContent('.detail')).not.toContain('\u202E');
    for (const view of ['overview', 'clauses', 'gaps', 'exceptions']) {
      await page.evaluate((name) => (location.hash = `#view=${name}`), view);
      await page.waitForSelector(`main.${view}`);
    }
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.textContent('#print')).toContain('<img src=x');
    expect(await page.locator('img').count()).toBe(0);
    expect(trouble).toEqual([]);
    await page.close();
  });

  it('holds the register against reality: the worst first, filtered, sorted, and a link opens the same', async () => {
    const report = { ...sampleReport(20), registerTable: sampleRegister };
    const page = await open(reportHtml(report, 'ja', clauses), '#view=register');
    const names = (): Promise<string[]> => page.locator('tbody tr td:nth-child(2) bdi:not(.code)').allTextContents();
    expect(await page.textContent('nav [aria-current]')).toBe('台帳突合6');
    expect(await names()).toEqual(sampleRegister.map(({ name }) => name));
    expect(await page.textContent('tr:has-text("Bedrock")')).toContain('台帳になし');
    expect(await page.textContent('tr:has-text("SmartHR")')).toContain('点検対象外');
    expect(await page.textContent('tr:has-text("Amazon S3")')).toContain('問題なし');
    await page.click('th >> text=サービス');
    expect((await names()).slice(0, 2)).toEqual(['Amazon Bedrock', 'Amazon EC2']);
    await page.selectOption('select >> nth=0', 'overdue');
    expect(await names()).toEqual(['Amazon EC2']);
    await page.click('text=条件を解除');
    await page.keyboard.press('/');
    await page.keyboard.type('012345678901');
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
    await page.click('text=English');
    expect(await names()).toEqual(['Amazon EC2']);
    expect(await page.textContent('tbody')).toContain('Outside approved regions');
    await page.click('tbody button');
    expect(await page.inputValue('.search')).toBe('service/ec2');
    expect(trouble).toEqual([]);
    await page.close();
  });

  it('lists what is in use where there is no register, and calls none of it good', async () => {
    const [, , bedrock] = sampleRegister;
    const report = { ...sampleReport(2), registerTable: [{ ...bedrock!, gaps: [] }] };
    const page = await open(reportHtml(report, 'en', clauses), '#view=register');
    expect(await page.textContent('main')).toContain('There is no register');
    expect(await page.locator('thead th').allTextContents()).not.toContain('Owner');
    expect(await page.textContent('tbody')).not.toContain('No gap');
    expect(await page.textContent('nav [aria-current]')).toBe('Register');
    expect(trouble).toEqual([]);
    await page.close();
  });

  it('shows the names of services, owners and users as text', async () => {
    const row = {
      ...sampleRegister[0]!,
      name: hostileName,
      key: hostileName,
      entry: hostileName,
      entryName: hostileName,
      owner: hostileName,
      departments: [hostileName],
      accounts: [hostileName],
      regions: [hostileName],
      usedBy: [hostileName],
    };
    const report = { ...sampleReport(2), registerTable: [row] };
    const page = await open(reportHtml(report, 'en', clauses), '#view=register');
    expect(await page.textContent('tbody')).toContain('<img src=x');
    expect(await page.innerHTML('tbody')).not.toContain('\u202E');
    expect(await page.locator('img').count()).toBe(0);
    expect(trouble).toEqual([]);
    await page.close();
  });

  it('breaks an ARN in the evidence rather than the page, on a telephone', async () => {
    const arn = 'arn:aws:cloudformation:*:111122223333:stack/a-name-that-nobody-can-break-by-itself/*';
    const what = { ja: `操作 (${arn})、許可: inline`, en: `A call (${arn}), allowed by inline` };
    const finding = sampleFinding(0, { evidence: [{ what, operation: 'iam:GetUser', ref: arn }] });
    const page = await open(reportHtml(reportOf([finding]), 'en', clauses), `#view=findings&f=${finding.id}`);
    await page.setViewportSize({ width: 390, height: 800 });
    await page.waitForSelector('.detail');
    const excess = () =>
      [...document.querySelectorAll('.detail li')].map((each) => each.scrollWidth - each.clientWidth);
    expect((await page.evaluate(excess)).filter((each) => each > 0)).toEqual([]);
    await page.close();
  });

  it('draws the path of a finding, the control that stops it, and what is not reached', async () => {
    const path: Finding['path'] = [
      { kind: 'internet', id: 'internet', rule: '0.0.0.0/0' },
      { kind: 'route', id: 'rtb-1', rule: hostileName, stops: true },
    ];
    const page = await open(
      reportHtml(reportOf([sampleFinding(0, { path })]), 'ja', clauses),
      `#view=findings&f=${sampleFinding(0).id}`,
    );
    const picture = page.locator('.path svg');
    await picture.waitFor();
    expect(await picture.getAttribute('aria-label')).toContain('インターネット (0.0.0.0/0) → ルート rtb-1');
    expect(await page.locator('.hop .kind').allTextContents()).toEqual(['インターネット', 'ルート', 'リソース']);
    expect(await page.locator('.hop.stops .cross').count()).toBe(1);
    expect(await page.locator('.hop.unreached').count()).toBe(1);
    expect(await page.locator('.path img').count()).toBe(0);
    expect(trouble).toEqual([]);
  });

  it('draws a path in one column where the page is narrow', async () => {
    const path = ['internet', 'route', 'network-acl', 'resource'].map(
      (kind) => ({ kind, id: 'some-id' }) as NonNullable<Finding['path']>[number],
    );
    const page = await open(
      reportHtml(reportOf([sampleFinding(0, { path })]), 'ja', clauses),
      `#view=findings&f=${sampleFinding(0).id}`,
    );
    await page.setViewportSize({ width: 400, height: 800 });
    const boxes = page.locator('.hop rect');
    const lefts = async (): Promise<number> =>
      new Set(await Promise.all((await boxes.all()).map(async (box) => (await box.boundingBox())?.x))).size;
    await expect.poll(lefts).toBe(1);
  });

  it('says what a limit of the scan left out, beside what could not be read', async () => {
    const page = await open(reportHtml(sampleReport(20), 'en', clauses), '#view=gaps');
    expect(await page.locator('tr', { hasText: 'iam:GetServiceLastAccessedDetails' }).textContent()).toMatch(/37$/);
    expect(await page.textContent('main')).toContain('counts neither as passed nor as unknown');
    expect(trouble).toEqual([]);
    await page.close();
  });

  it('holds 20,000 findings with a handful of rows, and unpacks a detail from a later block', async () => {
    const page = await open(reportHtml(sampleReport(20_000), 'en', clauses), '#view=findings&f=f_aaaaaaaaaaaaaaa15001');
    await page.waitForSelector('.detail');
    expect(await page.textContent('.detail')).toContain('hanako.yamada-15001');
    expect(await page.locator('.rows .row').count()).toBeLessThan(50);
    expect(await page.getAttribute('[role=grid]', 'aria-rowcount')).toBe('15456');
    await page.evaluate(() => document.querySelector('.rows')?.scrollTo(0, 1e9));
    await page.waitForSelector('[aria-rowindex="15456"]');
    expect(trouble).toEqual([]);
    await page.close();
  });

  it('shows its summary where scripts are off', async () => {
    const file = join(folder, 'plain.html');
    writeFileSync(file, reportHtml(sampleReport(60), 'ja', clauses));
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    expect(await page.textContent('.plain')).toContain('重大');
    await context.close();
  });
});
