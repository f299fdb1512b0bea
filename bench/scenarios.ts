import { demoOrganisation, type DemoOrganisation } from '../lib/demo/demo-organisation.ts';
import { generatedOrganisation } from '../lib/demo/generated-organisation.ts';

/** Every answer of the loopback cloud comes this much later: Tokyo to Virginia takes 150 ms, within a region 5. */
export const latencyMs = 25;

const now = new Date('2026-11-01T00:00:00Z');
const size = { regions: 17, regionsInUse: 3, usersPerAccount: 50, groupsPerRegion: 60, seed: 1, now };

/** What is scanned. Every account has all regions enabled; in three of them is something to read. */
export const scenarios = {
  demo: { title: 'demo, 4 accounts × 3 regions', organisation: (): DemoOrganisation => demoOrganisation(now) },
  one: {
    title: '1 account × 17 regions',
    organisation: (): DemoOrganisation => generatedOrganisation({ ...size, accounts: 1 }),
  },
  twenty: {
    title: '20 accounts × 17 regions',
    organisation: (): DemoOrganisation => generatedOrganisation({ ...size, accounts: 20 }),
  },
} as const;

/** The name of a scenario. */
export type ScenarioName = keyof typeof scenarios;
