import { expect, it } from 'vitest';
import type { AnalysisSources } from '../analysis.ts';
import { regionGaps } from './region-gaps.ts';

const region = 'eu-west-1';

/** Sources of one region in which all was read but what is stored. */
function storedUnread(code: string): Pick<AnalysisSources, 'inRegions'> {
  const unread = { operation: 'glacier:ListVaults', code, message: '' };
  const values: Partial<Record<string, unknown>> = {
    'aws.storedData': { things: [], unread: [{ kind: 'glacier-vault', unread }] },
  };
  // The sources are told apart by name, which the types of a real one do for it.
  const inRegions = ((name: string) => [{ region, value: values[name] ?? [] }]) as AnalysisSources['inRegions'];
  return { inRegions };
}

it('has a gap where a kind was refused, and none where nobody had a reason to ask', () => {
  expect(regionGaps(storedUnread('AccessDenied')).map((gap) => gap.unread.operation)).toEqual(['glacier:ListVaults']);
  expect(regionGaps(storedUnread('NotSelected'))).toEqual([]);
});
