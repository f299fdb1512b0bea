import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServiceFact } from '../model/facts/service-fact.ts';
import type { RegisterEntry } from '../model/register.ts';
import { registerTable } from './register-table.ts';

const today = '2026-11-23';

function fact(key: string, given: Partial<ServiceFact> = {}): ServiceFact {
  return {
    provider: 'aws',
    account: '111122223333',
    region: 'us-east-1',
    service: `Amazon ${key}`,
    key,
    examples: [],
    evidence: [{ layer: 'billing', operation: 'ce:GetCostAndUsage', ref: key }],
    gaps: [],
    automatic: false,
    ...given,
  };
}

function row(id: string, given: Partial<RegisterEntry> = {}): RegisterEntry {
  return {
    id,
    name: `Row ${id}`,
    provider: 'AWS',
    departments: ['IT'],
    dataLocations: [],
    keys: { aws: [id], azure: [], entra: [], tenants: [] },
    regions: [],
    accounts: [],
    certificates: [],
    state: 'approved',
    owner: 'Sato',
    ...given,
  };
}

describe('the register against reality', () => {
  it('shows what is in use, without gaps, where there is no register', () => {
    const table = registerTable([fact('s3'), fact('iam', { automatic: true }), fact('ec2')], [], today);
    expect(table.map(({ name, gaps }) => [name, gaps])).toEqual([
      ['Amazon ec2', []],
      ['Amazon s3', []],
    ]);
    expect(registerTable([], [], today)).toEqual([]);
  });

  it('joins the uses of a service over accounts and regions', () => {
    const facts = [
      fact('s3', { entry: 's3', region: 'us-east-1', firstSeen: '2026-02-01', usedBy: 'b', gaps: ['unchecked'] }),
      fact('s3', {
        entry: 's3',
        account: '000000000001',
        region: 'eu-west-1',
        firstSeen: '2026-01-01',
        lastSeen: '2026-03-01',
        usedBy: 'a',
        gaps: ['outside-regions', 'unchecked'],
        evidence: [{ layer: 'inventory', operation: 's3:ListBuckets', ref: 'x' }],
      }),
    ];
    expect(registerTable(facts, [row('s3')], today)).toEqual([
      {
        name: 'Amazon s3',
        provider: 'aws',
        key: 's3',
        entry: 's3',
        entryName: 'Row s3',
        state: 'approved',
        owner: 'Sato',
        departments: ['IT'],
        accounts: ['000000000001', '111122223333'],
        regions: ['eu-west-1', 'us-east-1'],
        usedBy: ['a', 'b'],
        firstSeen: '2026-01-01',
        lastSeen: '2026-03-01',
        layers: ['billing', 'inventory'],
        gaps: ['outside-regions', 'unchecked'],
      },
    ]);
  });

  it('keeps a service apart that falls under different rows in different accounts', () => {
    const facts = [fact('s3', { entry: 'a' }), fact('s3', { entry: 'b', account: '000000000001' })];
    const keys = { aws: ['s3'], azure: [], entra: [], tenants: [] };
    const table = registerTable(facts, [row('a', { keys }), row('b', { keys })], today);
    expect(table.map(({ entry, accounts }) => [entry, accounts])).toEqual([
      ['a', ['111122223333']],
      ['b', ['000000000001']],
    ]);
  });

  it('says which rows were seen nowhere, and of which a scan could say nothing', () => {
    const none = { aws: [], azure: [], entra: [], tenants: [] };
    const register = [
      row('idle'),
      row('gone', { state: 'retired' }),
      row('over', { endedOn: '2026-11-22' }),
      row('banned', { state: 'forbidden' }),
      row('elsewhere', { keys: { ...none, azure: ['microsoft.sql/*'] } }),
      row('other-account', { accounts: ['000000000009'] }),
      row('saas', { keys: none }),
    ];
    const table = registerTable([fact('iam', { automatic: true })], register, today);
    expect(Object.fromEntries(table.map(({ entry, gaps }) => [entry, gaps]))).toEqual({
      idle: ['unseen'],
      elsewhere: ['unwatched'],
      'other-account': ['unwatched'],
      saas: ['unwatched'],
      gone: [],
      over: [],
      banned: [],
    });
    expect(table.find(({ entry }) => entry === 'elsewhere')?.provider).toBe('azure');
  });

  const facts = [
    fact('fine', { entry: 'fine' }),
    fact('late', { entry: 'late', gaps: ['overdue'] }),
    fact('unchecked', { entry: 'unchecked', gaps: ['unchecked', 'overdue'] }),
    fact('away', { entry: 'away', gaps: ['outside-accounts'] }),
    fact('abroad', { entry: 'abroad', gaps: ['outside-regions'] }),
    fact('alien', { gaps: ['unregistered'] }),
    fact('bedrock', { gaps: ['unregistered'], category: 'ai' }),
    fact('ended', { entry: 'ended', gaps: ['ended'] }),
    fact('banned', { entry: 'banned', gaps: ['forbidden'] }),
    fact('iam', { automatic: true }),
    fact('kms', { automatic: true, entry: 'kms' }),
  ];
  const register = ['fine', 'late', 'unchecked', 'away', 'abroad', 'ended', 'banned', 'kms', 'idle'].map((id) =>
    row(id),
  );

  it('puts the worst first, in the same order whatever order the uses are in', () => {
    const names = (given: readonly ServiceFact[]): readonly string[] =>
      registerTable(given, register, today).map(({ name }) => name.replace(/^(Amazon|Row) /, ''));
    const order = ['banned', 'ended', 'bedrock', 'alien', 'abroad', 'away', 'unchecked', 'late', 'idle', 'fine', 'kms'];
    expect(names(facts)).toEqual(order);
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (given) => {
        expect(names(given)).toEqual(order);
      }),
    );
  });

  it('looks for the accounts and tenants of providers where these would be seen', () => {
    const gaps = (tenant: string): unknown =>
      registerTable([fact('s3')], [row('v', { keys: { aws: [], azure: [], entra: [], tenants: [tenant] } })], today)
        .filter(({ entry }) => entry === 'v')
        .map((each) => each.gaps);
    expect(gaps('999988887777')).toEqual([['unseen']]);
    expect(gaps('aaaaaaaa-0000-4000-8000-000000000009')).toEqual([['unwatched']]);
  });
});
