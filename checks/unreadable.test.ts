import fc from 'fast-check';
import { expect, it } from 'vitest';
import { demoOrganisation } from '../lib/demo/demo-organisation.ts';
import { evaluateTenant, type Evaluation } from '../lib/evaluate/evaluate.ts';
import type { Snapshot } from '../lib/model/snapshot.ts';
import { isAwsUnit, isEntraUnit, tenantPath } from '../lib/model/unit.ts';
import { defaultStandard } from '../lib/standard/schema.ts';
import { checks } from './index.ts';

/** The four accounts and the tenant of the demo: every check finds something in one of them. */
const accounts = Map.groupBy(
  demoOrganisation(new Date('2026-11-01T00:00:00Z')).snapshots.filter(
    ({ unit }) => isAwsUnit(unit) || isEntraUnit(unit),
  ),
  ({ unit }) => tenantPath(unit),
);
const anyAccount = fc.constantFrom(...accounts.values());
const evaluate = (snapshots: readonly Snapshot[]): Evaluation =>
  evaluateTenant({ snapshots, checks, standard: defaultStandard });

function keysOf(list: readonly { readonly check: string; readonly resource: { readonly id: string } }[]): Set<string> {
  return new Set(list.map(({ check, resource }) => `${check} ${resource.id}`));
}

it('never passes what failed, nor leaves it out without a word, whatever is denied', () => {
  const denials = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.option(fc.nat(), { nil: undefined })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(anyAccount, denials, (snapshots, picks) => {
      const failed = keysOf(evaluate(snapshots).findings.filter(({ status }) => status === 'fail'));
      let poorer = snapshots;
      for (const [unit, operation, one] of picks) poorer = deny(poorer, unit, operation, one);
      const { findings, passed } = evaluate(poorer);
      expect([...keysOf(passed)].filter((key) => failed.has(key))).toEqual([]);
      const unknown = new Set(findings.filter(({ status }) => status === 'unknown').map(({ check }) => check));
      const told = keysOf(findings);
      expect([...failed].filter((key) => !told.has(key) && !unknown.has(key.split(' ')[0]!))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

/** Denies an operation of a unit: as a whole, or for `one` of the resources that it was called for. */
function deny(snapshots: readonly Snapshot[], unit: number, pick: number, one: number | undefined): Snapshot[] {
  return snapshots.map((snapshot, at) => {
    const operations = Object.keys(snapshot.responses);
    const operation = operations[pick % Math.max(1, operations.length)];
    if (at !== unit % snapshots.length || operation === undefined) return snapshot;
    const { [operation]: answer, ...others } = snapshot.responses;
    const error = { operation, code: 'AccessDenied', message: 'denied' };
    const about = Array.isArray(answer) ? (answer as { readonly input: Record<string, unknown> }[]) : [];
    const lost = one === undefined ? undefined : about[one % Math.max(1, about.length)];
    const [responses, denial] = lost
      ? [
          { ...others, [operation]: about.filter((each) => each !== lost) },
          { ...error, input: lost.input },
        ]
      : [others, error];
    return { ...snapshot, responses, errors: [...snapshot.errors, denial] };
  });
}

it('never throws, whatever stands in an answer', () => {
  const garbage = fc.constantFrom(null, 7, -1, 'x', '', true, [], {}, undefined);
  fc.assert(
    fc.property(anyAccount, fc.array(fc.nat(), { minLength: 3, maxLength: 8 }), garbage, (snapshots, path, value) => {
      const spoilt = structuredClone(snapshots);
      spoil(spoilt[(path[0] ?? 0) % spoilt.length]?.responses ?? {}, path.slice(1), value);
      expect(() => evaluate(spoilt)).not.toThrow();
    }),
    { numRuns: 500 },
  );
});

/** Puts `value` where `path` leads: each number chooses one member of the object or list reached so far. */
function spoil(target: Record<string, unknown>, [choice = 0, ...rest]: readonly number[], value: unknown): void {
  const keys = Object.keys(target);
  const key = keys[choice % Math.max(1, keys.length)];
  if (key === undefined) return;
  const next = target[key];
  if (rest.length > 0 && typeof next === 'object' && next !== null && Object.keys(next).length > 0)
    spoil(next as Record<string, unknown>, rest, value);
  else target[key] = value;
}
