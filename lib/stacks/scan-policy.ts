import policy from '../catalogue/scan-policy.json' with { type: 'json' };

const actions = policy.Statement.flatMap((statement) => statement.Action);

/** What listing the organization's accounts takes. */
export const organizationActions: readonly string[] = actions.filter((action) => action.startsWith('organizations:'));

/** What a scan reads in an account, as the collector and the checks declare it (generated into lib/catalogue). */
export const accountActions: readonly string[] = actions.filter((action) => !organizationActions.includes(action));
