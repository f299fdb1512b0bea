import { expect, it } from 'vitest';
import type { ReviewedUse } from '../model/services/service-review.ts';
import type { ServiceUse } from '../model/services/service-use.ts';
import { defaultStandard } from '../standard/schema.ts';
import { serviceFacts } from './service-facts.ts';

const use: ServiceUse = {
  provider: 'azure',
  account: 'sub',
  region: 'japaneast',
  key: 'microsoft.sql/servers',
  name: 'Azure SQL',
  examples: ['/a', '/b'],
  sightings: [{ layer: 'inventory', operation: 'Microsoft.Resources/resources', ref: '/a', count: 2 }],
  isAutomatic: false,
};
const factOf = (reviewed: ReviewedUse, standard = defaultStandard) => serviceFacts([reviewed], standard)[0];

it('says nothing of approval where neither a register nor a list is there', () => {
  expect(factOf({ use, gaps: [] })).toEqual({
    provider: 'azure',
    account: 'sub',
    region: 'japaneast',
    service: 'Azure SQL',
    key: 'microsoft.sql/servers',
    count: 2,
    examples: ['/a', '/b'],
    evidence: use.sightings,
    gaps: [],
    automatic: false,
  });
});

it('goes by the lists of the standard, and lets pass what comes along', () => {
  const azure = { types: ['Microsoft.Compute/*'], locations: ['japanwest'], ignoredTypes: [] };
  const standard = { ...defaultStandard, approved: { ...defaultStandard.approved, azure } };
  expect(factOf({ use, gaps: [] }, standard)).toMatchObject({ approved: false, regionApproved: false });
  expect(factOf({ use: { ...use, isAutomatic: true }, gaps: [] }, standard)).toMatchObject({ approved: true });
});

it('tells who used it by whoever was seen doing so, and the days on record', () => {
  const sightings: ServiceUse['sightings'] = [
    { layer: 'api', operation: 'a', ref: 'r', by: 'maybe', attemptOnly: true, lastSeen: '2026-02-01' },
    { layer: 'api', operation: 'a', ref: 'r', by: 'sure', firstSeen: '2026-01-01', lastSeen: '2026-01-05' },
  ];
  expect(factOf({ use: { ...use, sightings }, gaps: ['unregistered'] })).toMatchObject({
    usedBy: 'sure',
    firstSeen: '2026-01-01',
    lastSeen: '2026-02-01',
  });
});
