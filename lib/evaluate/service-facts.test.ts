import { expect, it } from 'vitest';
import type { ServiceInUse } from '../model/azure/service-in-use.ts';
import { azureServiceFacts } from './service-facts.ts';

const used: ServiceInUse = {
  service: 'Azure SQL',
  type: 'microsoft.sql/servers',
  location: 'japaneast',
  count: 2,
  examples: ['/a', '/b'],
  isAutomatic: false,
  isIgnored: false,
  isTypeApproved: false,
  isLocationApproved: undefined,
};

it('leaves out what the standard does not restrict, and approves of what comes along', () => {
  const [own, ignored] = azureServiceFacts('sub', [used, { ...used, isIgnored: true }]);
  expect(own).toEqual({
    provider: 'azure',
    account: 'sub',
    region: 'japaneast',
    service: 'Azure SQL',
    type: 'microsoft.sql/servers',
    count: 2,
    examples: ['/a', '/b'],
    approved: false,
    automatic: false,
  });
  expect(ignored).toMatchObject({ approved: true, automatic: true });
});
