import { expect, it } from 'vitest';
import { defaultStandard } from '../standard/schema.ts';
import { asksBilling, discoveryOptions } from './discovery-options.ts';

const paying = { ...defaultStandard, discovery: { billing: true, attribution: true } };

it('asks for bills where the standard or the command line says so, and the latter decides', () => {
  expect(asksBilling({}, defaultStandard, undefined)).toBe(false);
  expect(asksBilling({}, paying, undefined)).toBe(true);
  expect(asksBilling({ billing: true }, defaultStandard, undefined)).toBe(true);
  expect(asksBilling({ billing: false }, paying, undefined)).toBe(false);
  expect(asksBilling({}, paying, new Set(['iam:GetAccountSummary']))).toBe(false);
  expect(discoveryOptions({}, paying, '111122223333')).toEqual({ billing: true });
});

it('asks CloudTrail about nothing where nobody keeps a register', () => {
  const attribute = () => () => true;
  expect(discoveryOptions({ attribute }, defaultStandard, '111122223333')).toEqual({ billing: false });
});
