import { generatedCarriers, generatedIamAccount } from './generated-iam-account.ts';

/**
 * The baseline: every pair of principal and role is tried for every technique, and each try walks the JSON of all
 * policies and makes its patterns anew, as the scanners do whose design is one question at a time. It knows the five
 * techniques that the generated chains are made of, and no conditions, boundaries or forms. Words: principals,
 * policies, chains.
 */
const [principals = 250, policies = 100, chains = 50] = process.argv.slice(2).map(Number);
const scale = { principals, policies, chains, seed: 1 };

interface Statement {
  readonly Effect: string;
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Principal?: { readonly AWS?: string; readonly Service?: string };
}

interface Entity {
  readonly Arn: string;
  readonly UserName?: string;
  readonly GroupList?: readonly string[];
  readonly AssumeRolePolicyDocument?: string;
  readonly UserPolicyList?: readonly { readonly PolicyDocument: string }[];
  readonly RolePolicyList?: readonly { readonly PolicyDocument: string }[];
  readonly AttachedManagedPolicies: readonly { readonly PolicyArn: string }[];
}

interface Account {
  readonly UserDetailList: readonly Entity[];
  readonly RoleDetailList: readonly Entity[];
  readonly GroupDetailList: readonly (Entity & { readonly GroupName: string })[];
  readonly Policies: readonly { readonly Arn: string; readonly PolicyVersionList: readonly { Document: string }[] }[];
}

const account = generatedIamAccount(scale) as unknown as Account;
const { carriers } = generatedCarriers(scale);
const began = performance.now();
const everybody = [...account.UserDetailList, ...account.RoleDetailList];
const statements = new Map(everybody.map((entity) => [entity.Arn, statementsOf(entity)]));
const administrators = everybody.filter(({ Arn }) => allows(Arn, '*', '*'));
const found = new Set(administrators.map(({ Arn }) => Arn));
for (let before = 0; before < found.size;) {
  before = found.size;
  for (const { Arn } of everybody) {
    if (!found.has(Arn) && account.RoleDetailList.some((role) => becomes(Arn, role))) found.add(Arn);
  }
}
console.log(
  JSON.stringify({
    ms: performance.now() - began,
    principals: everybody.length,
    chains: everybody.filter(({ Arn, UserName }) => UserName?.endsWith('-start') && found.has(Arn)).length,
  }),
);

function becomes(actor: string, role: Entity): boolean {
  if (actor === role.Arn) return allows(actor, 'iam:PutRolePolicy', actor);
  if (!found.has(role.Arn)) return false;
  const trusts = document(role.AssumeRolePolicyDocument ?? '').map(({ Principal }) => Principal);
  const isTrusted = trusts.some(
    (each) => each?.AWS?.endsWith(':root') && each.AWS.split(':')[4] === actor.split(':')[4],
  );
  const runsFunctions = trusts.some((each) => each?.Service === 'lambda.amazonaws.com');
  return (
    (isTrusted && allows(actor, 'sts:AssumeRole', role.Arn)) ||
    allows(actor, 'iam:UpdateAssumeRolePolicy', role.Arn) ||
    (runsFunctions && allows(actor, 'iam:PassRole', role.Arn) && mayCreateFunctions(actor)) ||
    carriers.some(({ roleArn, arn }) => roleArn === role.Arn && mayChangeFunction(actor, arn))
  );
}

function mayCreateFunctions(actor: string): boolean {
  return allows(actor, 'lambda:CreateFunction', '*') && allows(actor, 'lambda:InvokeFunction', '*');
}

function mayChangeFunction(actor: string, arn: string): boolean {
  return allows(actor, 'lambda:UpdateFunctionCode', arn) && allows(actor, 'lambda:InvokeFunction', arn);
}

function allows(actor: string, action: string, resource: string): boolean {
  const about = (statements.get(actor) ?? []).filter((each) => names(each, action, resource));
  return about.some(({ Effect }) => Effect === 'Allow') && !about.some(({ Effect }) => Effect === 'Deny');
}

function names({ Action, NotAction, Resource }: Statement, action: string, resource: string): boolean {
  const isAction = Action
    ? list(Action).some((each) => matches(each, action))
    : !list(NotAction).some((each) => matches(each, action));
  return isAction && list(Resource).some((each) => matches(each, resource));
}

function matches(pattern: string, text: string): boolean {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`, 'i').test(text);
}

function statementsOf(entity: Entity): readonly Statement[] {
  const groups = account.GroupDetailList.filter(({ GroupName }) => entity.GroupList?.includes(GroupName));
  return [entity, ...groups].flatMap(({ UserPolicyList = [], RolePolicyList = [], AttachedManagedPolicies }) => [
    ...[...UserPolicyList, ...RolePolicyList].flatMap(({ PolicyDocument }) => document(PolicyDocument)),
    ...AttachedManagedPolicies.flatMap(({ PolicyArn }) =>
      PolicyArn.endsWith('/AdministratorAccess')
        ? [{ Effect: 'Allow', Action: '*', Resource: '*' }]
        : document(account.Policies.find(({ Arn }) => Arn === PolicyArn)?.PolicyVersionList[0]?.Document ?? ''),
    ),
  ]);
}

function document(encoded: string): readonly Statement[] {
  return encoded ? (JSON.parse(decodeURIComponent(encoded)) as { Statement: Statement[] }).Statement : [];
}

function list(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : (value ?? []);
}
