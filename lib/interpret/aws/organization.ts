import type { Policy } from '@aws-sdk/client-organizations';
import { accountState } from '../../model/aws/account-state.ts';
import type {
  Organization,
  OrganizationAccount,
  OrganizationLevel,
  OrganizationPolicy,
} from '../../model/aws/organization.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf, keyedAnswersOf } from './answer.ts';
import { policyDocument } from './policy-document.ts';

const describe = 'organizations:DescribeOrganization';
const roots = 'organizations:ListRoots';
const units = 'organizations:ListOrganizationalUnitsForParent';
const accounts = 'organizations:ListAccountsForParent';
const policies = 'organizations:ListPolicies';
const contents = 'organizations:DescribePolicy';
const targets = 'organizations:ListTargetsForPolicy';

/** What it takes to know which policies stand above an account. */
const treeOperations = [roots, units, accounts, policies, contents, targets];

/** The organization from its unit; undefined when nobody knows whether there is one, `none` when there is none. */
export function organizationOf(snapshot: Snapshot | undefined): Organization | 'none' | undefined {
  if (!snapshot) return undefined;
  const { responses, errors } = snapshot;
  try {
    if (!Object.hasOwn(responses, describe)) return undefined;
    const { Organization: found } = answerOf(responses, describe);
    if (!found) return 'none';
    const listed = listedAccounts(responses);
    const failed = new Set(errors.map(({ operation }) => operation));
    const isRead = treeOperations.every((each) => Object.hasOwn(responses, each) && !failed.has(each));
    return {
      id: required(found.Id, 'Id'),
      managementAccount: required(found.MasterAccountId, 'MasterAccountId'),
      accounts: (listed ?? []).map(({ id }) => id),
      ...(listed && { listed }),
      ...(isRead ? tree(responses) : { paths: new Map() }),
      policiesRead: isRead,
    };
  } catch {
    // An answer that has not the documented shape says nothing: what rests on it is then an upper bound.
    return undefined;
  }
}

type Answers = Snapshot['responses'];

function listedAccounts(responses: Answers): readonly OrganizationAccount[] | undefined {
  if (!Object.hasOwn(responses, 'organizations:ListAccounts')) return undefined;
  const { Accounts } = answerOf(responses, 'organizations:ListAccounts');
  return listOf(Accounts, 'Accounts').map((account): OrganizationAccount => {
    const id = required(account.Id, 'Id');
    const state = accountState(account);
    return { id, name: account.Name ?? id, ...(state !== undefined && { state }) };
  });
}

function tree(responses: Answers): Pick<Organization, 'enabled' | 'paths'> {
  const [root] = listOf(answerOf(responses, roots).Roots, 'Roots');
  const rootId = required(root?.Id, 'Roots');
  const isEnabled = (type: string): boolean =>
    listOf(root?.PolicyTypes, 'PolicyTypes').some(({ Type, Status }) => Type === type && Status === 'ENABLED');
  const levels = levelsByTarget(responses);
  const levelOf = (target: string): OrganizationLevel =>
    levels.get(target) ?? { target, serviceControl: [], resourceControl: [] };
  const children = childrenByParent(responses);
  const paths = new Map<string, readonly OrganizationLevel[]>();
  const walk = (target: string, above: readonly OrganizationLevel[]): void => {
    // A tree has no circles, but an answer might; no organization is deeper than this.
    if (above.length > 10) return;
    const here = [...above, levelOf(target)];
    for (const child of children.get(target) ?? []) {
      if (child.kind === 'account') paths.set(child.id, [...here, levelOf(child.id)]);
      else walk(child.id, here);
    }
  };
  walk(rootId, []);
  return {
    enabled: {
      serviceControl: isEnabled('SERVICE_CONTROL_POLICY'),
      resourceControl: isEnabled('RESOURCE_CONTROL_POLICY'),
    },
    paths,
  };
}

interface Child {
  readonly kind: 'unit' | 'account';
  readonly id: string;
}

function childrenByParent(responses: Answers): ReadonlyMap<string, readonly Child[]> {
  const found = [
    ...keyedAnswersOf(responses, units).flatMap(({ input, output }) =>
      listOf(output.OrganizationalUnits, 'OrganizationalUnits').map(({ Id }) => ({
        parent: String(input['ParentId']),
        child: { kind: 'unit' as const, id: required(Id, 'Id') },
      })),
    ),
    ...keyedAnswersOf(responses, accounts).flatMap(({ input, output }) =>
      listOf(output.Accounts, 'Accounts').map(({ Id }) => ({
        parent: String(input['ParentId']),
        child: { kind: 'account' as const, id: required(Id, 'Id') },
      })),
    ),
  ];
  const grouped = Map.groupBy(found, ({ parent }) => parent);
  return new Map([...grouped].map(([parent, each]) => [parent, each.map(({ child }) => child)]));
}

function levelsByTarget(responses: Answers): ReadonlyMap<string, OrganizationLevel> {
  const documents = new Map(
    keyedAnswersOf(responses, contents).map(({ input, output }) => [
      String(input['PolicyId']),
      policyOf(String(input['PolicyId']), output.Policy),
    ]),
  );
  const attached = keyedAnswersOf(responses, targets).flatMap(({ input, output }) => {
    const policy = documents.get(String(input['PolicyId']));
    if (!policy) throw new TypeError(`the content of ${String(input['PolicyId'])} is missing`);
    return listOf(output.Targets, 'Targets').map(({ TargetId }) => ({
      target: required(TargetId, 'TargetId'),
      ...policy,
    }));
  });
  const grouped = Map.groupBy(attached, ({ target }) => target);
  return new Map(
    [...grouped].map(([target, each]) => {
      const ofType = (type: string): readonly OrganizationPolicy[] =>
        each.filter((one) => one.type === type).map(({ policy }) => policy);
      return [
        target,
        {
          target,
          serviceControl: ofType('SERVICE_CONTROL_POLICY'),
          resourceControl: ofType('RESOURCE_CONTROL_POLICY'),
        },
      ];
    }),
  );
}

function policyOf(
  id: string,
  answer: Wire<Policy> | undefined,
): { readonly type: string; readonly policy: OrganizationPolicy } {
  const summary = required(answer?.PolicySummary, 'PolicySummary');
  return {
    type: required(summary.Type, 'Type'),
    policy: { id, name: summary.Name ?? id, document: policyDocument(answer?.Content, 'Content') },
  };
}
