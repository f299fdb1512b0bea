import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge } from '../lib/evaluate/judge.ts';
import { tenantModel } from '../lib/evaluate/tenant-model.ts';
import { trustingVendors } from '../lib/evaluate/trusting-vendors.ts';
import { unitResource } from '../lib/model/unit-resource.ts';
import type { CheckCase } from '../lib/model/check-case.ts';
import type { Check } from '../lib/model/check.ts';
import type { Failed, Judgement } from '../lib/model/judgement.ts';
import { lastPart } from '../lib/model/last-part.ts';
import type { Parts } from '../lib/model/parts.ts';
import { snapshotSchema, type Snapshot } from '../lib/model/snapshot.ts';
import type { Text } from '../lib/model/text.ts';
import { defaultStandard } from '../lib/standard/schema.ts';
import { checks } from './index.ts';

type Verdict = Judgement['status'];

const files = globSync('*/*/*.cases.ts', { cwd: import.meta.dirname }).toSorted();
const described = await Promise.all(
  files.map(async (file) => {
    const [check, { cases }] = await Promise.all([
      import(join(import.meta.dirname, file.replace('.cases.ts', '.ts'))) as Promise<{ default: Check }>,
      import(join(import.meta.dirname, file)) as Promise<{ cases: readonly CheckCase[] }>,
    ]);
    return { file, check: check.default, cases };
  }),
);

/** What a check says of a case, as the runner says it. */
function judgeCase(
  check: Check,
  { given, standard, global }: CheckCase,
): { verdicts: Record<string, Verdict>; all: Judgement[] } {
  const snapshot: Snapshot = {
    schema: snapshotSchema,
    unit: given.unit ?? { provider: 'aws', account: '111122223333', region: 'global' },
    collectedAt: given.collectedAt ?? '2026-01-01T00:00:00.000Z',
    responses: given.responses ?? {},
    errors: given.errors ?? [],
  };
  const inRegion = 'region' in snapshot.unit && snapshot.unit.region !== 'global';
  const regions = {
    ...snapshot,
    unit: { ...snapshot.unit, region: 'global' },
    responses: { 'ec2:DescribeRegions': {}, ...global },
  };
  const held = trustingVendors(
    { ...defaultStandard, ...standard },
    unitResource(snapshot.unit).account,
    new Date(snapshot.collectedAt),
  );
  // A case states what the organization's unit holds along with the account's.
  const organization: Snapshot = { ...snapshot, unit: { provider: 'aws', organization: 'o-case' } };
  const model = tenantModel(inRegion ? [regions, snapshot] : [snapshot], held, organization);
  const units = judge(check, model, held);
  const all = units.flatMap((unit) => unit.judgements);
  const verdicts: Record<string, Verdict> = {};
  for (const unit of units) if (unit.unread) verdicts[lastPart(unit.resource.id)] = 'unknown';
  for (const { status, resource } of all) {
    const name = lastPart(resource.id);
    expect(verdicts[name] ?? status, `${name} is judged twice, and differently`).toBe(status);
    verdicts[name] = status;
  }
  return { verdicts, all };
}

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;

/** The texts that are empty, written in the wrong language, or as the scaffold left them. */
function wrongTexts(texts: readonly Text[]): Text[] {
  return texts.filter(
    ({ ja, en }) => !japanese.test(ja) || japanese.test(en) || en.trim() === '' || /^\(.*\)$/.test(en),
  );
}

/** Commands that a shell would not run as they stand. */
function wrongCommands({ remediation }: Failed): string[] {
  const runs = { 'aws-cli': /^aws \S/, 'graph-powershell': /^Invoke-MgGraphRequest -Method [A-Z]+ -Uri 'v1\.0\/\S+'/ };
  return remediation.flatMap((each) => {
    if (each.kind === 'console') return [];
    const shape = each.kind in runs ? runs[each.kind as keyof typeof runs] : /./;
    return shape.test(each.text) ? [] : [each.text];
  });
}

function textsOfFailure({ detail, evidence, remediation }: Failed): Text[] {
  const steps = remediation.flatMap((each) => (each.kind === 'console' ? [each.text] : []));
  return [detail, ...evidence.map((each) => each.what), ...steps];
}

describe.each(described)('$check.id', ({ file, check, cases }) => {
  it.each(cases)('$name.en', (example) => {
    const { verdicts, all } = judgeCase(check, example);
    expect(verdicts).toEqual(example.expect);
    const failures = all.filter((judgement) => judgement.status === 'fail');
    expect(wrongTexts(failures.flatMap(textsOfFailure))).toEqual([]);
    expect(failures.flatMap(wrongCommands)).toEqual([]);
    const keys = failures.map(({ resource, discriminator }) => `${resource.id} ${discriminator}`);
    expect(new Set(keys).size, 'two findings would have the same id').toBe(keys.length);
  });

  it('has the id that its path says', () => {
    const [provider] = file.split('/');
    expect(check.id).toBe(`${provider === 'any' ? '' : `${provider}-`}${basename(file, '.cases.ts')}`);
  });

  it('says what it finds in Japanese and English', () => {
    expect(wrongTexts([check.title, check.why, check.fix, ...cases.map((each) => each.name)])).toEqual([]);
  });

  it('has a case that fails, one that passes and one that is unknown', () => {
    const verdicts = new Set(cases.flatMap((each) => Object.values(each.expect)));
    expect(verdicts).toEqual(new Set(['fail', 'pass', 'unknown']));
  });

  it('uses every part that it reads', () => {
    const used = new Set<string>();
    const watched: Check = {
      ...check,
      find: (parts, context) =>
        check.find(
          new Proxy(parts, {
            get: (target, name: keyof Parts) => {
              used.add(name);
              return target[name];
            },
          }),
          context,
        ),
    };
    for (const example of cases) judgeCase(watched, example);
    expect([...used].toSorted()).toEqual([...check.reads].toSorted());
  });
});

describe('the registry', () => {
  it('holds every check once, in the order of their ids', () => {
    const ids = described.map(({ check }) => check.id).toSorted();
    expect(checks.map((check) => check.id)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(['README.md', 'README.ja.md'])('is counted rightly in %s', (name) => {
    const page = readFileSync(join(import.meta.dirname, '..', name), 'utf8');
    const [, count] = /\[(\d+) ?(?:checks|の検査)\]/.exec(page) ?? [];
    expect(Number(count)).toBe(checks.length);
  });
});
