import type { RegisterEntry } from '../../lib/model/register.ts';
import type { ServiceUse } from '../../lib/model/services/service-use.ts';
import { random } from '../../lib/demo/generated/random.ts';

/** How much of everything there is. */
export interface UsesScale {
  readonly rows: number;
  readonly accounts: number;
  readonly regions: number;
  readonly services: number;
}

const seed = 12;

/** A register of which every third row is about some accounts alone, every fifth about some regions, and every seventh overdue. */
export function generatedRegister({ rows, accounts, regions }: UsesScale): readonly RegisterEntry[] {
  const numbers = random(seed);
  const checked = { by: 'someone', on: '2025-04-01' };
  return Array.from({ length: rows }, (_, at): RegisterEntry => ({
    id: `S-${at}`,
    name: `service ${at}`,
    provider: 'somebody',
    departments: [],
    dataLocations: [],
    keys: { aws: [`svc${at}`], azure: [`Microsoft.N${at}/*`], entra: [], tenants: [] },
    regions: at % 5 === 0 ? [regionName(numbers.below(regions)), regionName(numbers.below(regions))] : [],
    accounts: at % 3 === 0 ? Array.from({ length: 20 }, () => accountId(numbers.below(accounts))) : [],
    certificates: [],
    contractCheck: checked,
    securityCheck: checked,
    approval: checked,
    nextReview: at % 7 === 0 ? '2025-12-31' : '2027-03-31',
    state: at % 11 === 0 ? 'forbidden' : 'approved',
  }));
}

/** What one account uses: every service in every region, one in twenty of them in no row. */
export function generatedUses(account: number, { rows, regions, services }: UsesScale): readonly ServiceUse[] {
  return Array.from({ length: regions * services }, (_, at): ServiceUse => {
    const service = (account * 997 + (at % services)) % Math.ceil(rows * 1.05);
    return {
      provider: 'aws',
      account: accountId(account),
      region: regionName(Math.floor(at / services)),
      key: `svc${service}`,
      name: `service ${service}`,
      examples: [],
      sightings: [{ layer: 'inventory', operation: 'tagging:GetResources', ref: 'arn', count: 1 }],
      isAutomatic: false,
    };
  });
}

function accountId(at: number): string {
  return String(100_000_000_000 + at);
}

function regionName(at: number): string {
  return `region-${at}`;
}
