import { collectTenant } from '../../lib/collect/entra/collect-tenant.ts';
import { openGraph } from '../../lib/collect/entra/sign-in/open-graph.ts';
import { daysBefore } from '../../lib/demo/aws/days-before.ts';
import { demoTenant } from '../../lib/demo/entra/demo-tenant.ts';
import { startLoopbackGraph } from '../../lib/loopback/graph/start-loopback-graph.ts';
import type { Snapshot } from '../../lib/model/snapshot.ts';
import { benchTenant, generatedTenant } from './generated-tenant.ts';

/**
 * A process that reads a generated tenant over HTTP under Microsoft's limits, and prints its calls beside the fewest that
 * these answers need (a page at its largest, twenty to a batch), and its time beside what the slowest limit demands.
 */
const users = Number(process.argv[2] ?? 5000);
const generated = generatedTenant({ users, policies: 50, groups: 500 });
const tenant: Snapshot = {
  ...generated,
  responses: {
    ...demoTenant(daysBefore(new Date('2026-11-01T00:00:00Z'))).responses,
    ...generated.responses,
    ...perUserMfa(),
  },
};
const graph = await startLoopbackGraph({ snapshots: [tenant], faults: { throttle: true } });
const began = performance.now();
const snapshot = await collectTenant(benchTenant, {
  graph: openGraph({ id: benchTenant, cloud: 'global', signIn: { with: 'developer' } }, graph.url),
  clock: () => new Date(),
  signal: new AbortController().signal,
  onProgress: () => undefined,
});
const ms = performance.now() - began;
const throttled = graph.calls.filter(({ status }) => status === 429).length;
await graph.close();
const reports = pagesOf(users, 1000) + 1;
console.log(
  JSON.stringify({
    users,
    calls: graph.requests,
    fewest: fewestCalls(snapshot),
    throttled,
    ms,
    // Conditional Access: the second call a second after the first. Reports: five at once, then one in two seconds.
    limitMs: Math.max(1000, (reports - 5) * 2000),
    errors: snapshot.errors.length,
  }),
);

function perUserMfa(): Snapshot['responses'] {
  const list = (generated.responses['/users'] as { value: readonly { id: string }[] }).value;
  return {
    '/users/{id}/authentication/requirements': list.map(({ id }) => ({
      input: { id },
      output: { perUserMfaState: 'disabled' },
    })),
  };
}

function pagesOf(rows: number, size: number): number {
  return Math.max(1, Math.ceil(rows / size));
}

function fewestCalls({ responses }: Snapshot): number {
  return Object.entries(responses).reduce((sum, [operation, answer]) => {
    if (Array.isArray(answer))
      return sum + Math.ceil(answer.length / 20) + furtherPages(answer as readonly { output: unknown }[]);
    const rows = rowsIn(answer);
    const size = operation === '/users' ? 500 : /^\/(reports|identity)\//.test(operation) ? 1000 : 999;
    return sum + pagesOf(rows, size);
  }, 0);
}

/** Pages after the first of what a batch brought. */
function furtherPages(answers: readonly { output: unknown }[]): number {
  return answers.reduce((sum, { output }) => sum + pagesOf(rowsIn(output), 999) - 1, 0);
}

function rowsIn(answer: unknown): number {
  return typeof answer === 'object' && answer !== null && 'value' in answer && Array.isArray(answer.value)
    ? answer.value.length
    : 1;
}
