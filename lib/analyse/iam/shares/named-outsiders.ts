import type { CompiledStatement } from '../policy/compiled-policy.ts';

const accountKeys = /^(aws:(principalarn|principalaccount|sourcearn|sourceaccount|sourceowner)|kms:calleraccount)$/;
const organizationKeys = /^aws:(principal|source)org(id|paths)$/;

const account = /^(?:arn:[^:]*:[^:]*:[^:]*:)?(\d{12})(?::.*)?$/;

/** The accounts that a statement's conditions name, or that it is not about (`NotPrincipal`), by themselves or in ARNs. */
export function namedAccounts(statement: CompiledStatement): readonly string[] {
  const { principal } = statement;
  const spared = principal?.negated ? principal.aws.flatMap((who) => account.exec(who)?.[1] ?? []) : [];
  return [...new Set([...valuesOf(statement, accountKeys, account), ...spared])];
}

/** The organizations that a statement's conditions name. */
export function namedOrganizations(statement: CompiledStatement): readonly string[] {
  return valuesOf(statement, organizationKeys, /^(o-[a-z0-9]+)(?:\/.*)?$/);
}

function valuesOf({ conditions }: CompiledStatement, keys: RegExp, form: RegExp): readonly string[] {
  const values = conditions.filter(({ key }) => keys.test(key)).flatMap((each) => each.values);
  return [...new Set(values.flatMap((value) => form.exec(value)?.[1] ?? []))];
}
