import { generatedTenant } from './generated-tenant.ts';

/**
 * The question that most scanners ask of the same answers: is there an enabled policy for all users whose controls hold
 * "mfa"? If so, everybody is covered. Prints the time that took, and how many would be called open. Words as in
 * second-factors.ts.
 */
const [users = 100_000, policies = 500, groups = 20_000] = process.argv.slice(2).map(Number);
const { responses } = generatedTenant({ users, policies, groups });
const began = performance.now();
const list = (responses['/identity/conditionalAccess/policies'] as { value: readonly PolicyAnswer[] }).value;
const isCovered = list.some(
  ({ state, conditions, grantControls }) =>
    state === 'enabled' &&
    conditions.users.includeUsers?.includes('All') &&
    grantControls.builtInControls.includes('mfa'),
);
const all = (responses['/users'] as { value: readonly { accountEnabled: boolean }[] }).value.filter(
  (each) => each.accountEnabled,
);
console.log(JSON.stringify({ ms: performance.now() - began, open: isCovered ? 0 : all.length }));

interface PolicyAnswer {
  readonly state: string;
  readonly conditions: { readonly users: { readonly includeUsers?: readonly string[] } };
  readonly grantControls: { readonly builtInControls: readonly string[] };
}
