import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServiceUse } from '../../model/services/service-use.ts';
import { checkRows } from './check-rows.ts';
import { draftRegister } from './draft-register.ts';
import { formatRegister } from './format-register.ts';
import { parseRegister } from './parse-register.ts';

const use = (fields: Partial<ServiceUse>): ServiceUse => ({
  provider: 'aws',
  account: '111122223333',
  region: 'ap-northeast-1',
  key: 'bedrock',
  name: 'Amazon Bedrock',
  examples: [],
  sightings: [{ layer: 'inventory', operation: 'o', ref: 'r' }],
  isAutomatic: false,
  ...fields,
});
const app = 'a0000000-0000-4000-8000-000000000003';
const tenant = '7e57aaaa-0000-4000-8000-000000000001';
const uses = [
  use({ provider: 'entra', account: tenant, region: 'global', key: app, name: 'CRM', owner: 'sales@example.com' }),
  use({
    provider: 'azure',
    account: tenant,
    region: 'japaneast',
    key: 'microsoft.keyvault/vaults',
    name: 'Key Vault',
    examples: ['/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v'],
  }),
  use({ provider: 'azure', account: tenant, region: 'japanwest', key: 'microsoft.keyvault/managedhsms', name: 'HSM' }),
  use({
    account: '222233334444',
    region: 'us-east-1',
    sightings: [
      { layer: 'api', operation: 'o', ref: 'r', by: 'jiro', firstSeen: '2026-11-02T00:00:00Z' },
      { layer: 'api', operation: 'o', ref: 'r', by: 'hanako', firstSeen: '2026-11-01T00:00:00Z' },
    ],
  }),
  use({ examples: ['arn:1', 'arn:2', 'arn:3', 'arn:4'] }),
  use({ key: 's3', isAutomatic: true }),
  use({ key: 'polly', sightings: [{ layer: 'api', operation: 'o', ref: 'r', attemptOnly: true }] }),
];

describe('a draft of the register', () => {
  it('has a row for each service, with where it is used, by whom first, and to be reviewed', () => {
    const [bedrock, vault, crm, ...others] = draftRegister(uses, { locale: 'en' });
    expect(others).toEqual([]);
    expect(bedrock).toMatchObject({
      id: 'S-001',
      name: 'Amazon Bedrock',
      provider: 'Amazon Web Services',
      keys: { aws: ['bedrock'] },
      regions: ['ap-northeast-1', 'us-east-1'],
      accounts: ['111122223333', '222233334444'],
      state: 'conditional',
      note: 'For example: arn:1\nFor example: arn:2\nFor example: arn:3\nFirst used on record by hanako (2026-11-01)',
    });
    expect(bedrock?.conditions).toContain('To be reviewed');
    expect(vault).toMatchObject({
      id: 'S-002',
      provider: 'Microsoft',
      keys: { azure: ['Microsoft.KeyVault/*'] },
      regions: ['japaneast', 'japanwest'],
      accounts: [tenant],
    });
    expect(crm).toMatchObject({
      id: 'S-003',
      name: 'CRM',
      provider: 'CRM',
      kind: 'SaaS',
      owner: 'sales@example.com',
      keys: { entra: [app] },
      regions: [],
    });
  });

  it('speaks Japanese', () => {
    expect(draftRegister(uses, { locale: 'ja' })[0]?.conditions).toContain('要確認');
  });

  const word = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('s3', 'bedrock', 'microsoft.web/sites', app, ' ', ''),
  );
  const any = fc.record({
    provider: fc.constantFrom('aws' as const, 'azure' as const, 'entra' as const),
    account: fc.constantFrom('111122223333', tenant, 'odd'),
    region: fc.constantFrom('global', 'japaneast', ''),
    key: word,
    name: word,
    examples: fc.array(word, { maxLength: 3 }),
    isAutomatic: fc.boolean(),
    owner: word,
  });

  it('is a register, whatever is in use, and the same in whatever order it was seen', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (drawn) => {
        const seen = drawn.map(use);
        const draft = draftRegister(seen, { locale: 'ja' });
        expect(checkRows(draft).problems).toEqual([]);
        expect(parseRegister(formatRegister(draft), { file: 'register.yaml' })).toEqual(draft);
        expect(draftRegister(seen.toReversed(), { locale: 'ja' })).toEqual(draft);
      }),
    );
  });
});
