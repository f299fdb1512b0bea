import { analyseAccess } from '../../lib/analyse/iam/analyse-access.ts';
import { interpretPart } from '../../lib/interpret/interpret-part.ts';
import { snapshotSchema } from '../../lib/model/snapshot.ts';
import { generatedCarriers, generatedIamAccount, generatedReport } from './generated-iam-account.ts';

/** A process that analyses one generated account, and prints the time and memory that took. Words: principals, policies, chains. */
const [principals = 5000, policies = 2000, chains = 50] = process.argv.slice(2).map(Number);
const scale = { principals, policies, chains, seed: 1 };
const collectedAt = '2026-11-01T00:00:00.000Z';
const snapshot = {
  schema: snapshotSchema,
  unit: { provider: 'aws', account: '111122223333', region: 'global' },
  collectedAt,
  responses: { 'iam:GetAccountAuthorizationDetails': generatedIamAccount(scale) },
  errors: [],
} as const;
const began = performance.now();
const entities = interpretPart('aws.iamEntities', snapshot);
if (!entities.read) throw new Error('unreachable: the generated account is well-formed');
const readMs = performance.now() - began;
const { principals: found } = analyseAccess({
  account: '111122223333',
  asOf: new Date(collectedAt),
  entities: entities.value,
  organization: 'none',
  report: generatedReport(scale),
  carriers: [generatedCarriers(scale)],
});
console.log(
  JSON.stringify({
    ms: performance.now() - began,
    readMs,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    principals: found.length,
    chains: found.filter(({ name, verdict }) => name.endsWith('-start') && verdict === 'proven').length,
    proven: found.filter(({ verdict }) => verdict === 'proven').length,
    conditional: found.filter(({ verdict }) => verdict === 'conditional').length,
  }),
);
