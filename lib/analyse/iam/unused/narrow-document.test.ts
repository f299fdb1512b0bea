import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../../../model/aws/iam-entities.ts';
import type { ServiceUse } from '../../../model/aws/last-accessed.ts';
import { ActionMatchers } from '../policy/action-matcher.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import { decide, policyLayer } from '../policy/decide.ts';
import { actionNames } from './action-names.ts';
import { narrowDocument } from './narrow-document.ts';
import type { Use } from './use.ts';

const services = ['dynamodb', 'iam', 'kms', 's3', 'sqs'];
const catalogue = services.flatMap((service) => actionNames(service).map(({ lower }) => lower));
const resources = ['*', 'arn:aws:s3:::orders/1', 'arn:aws:sqs:eu-west-1:111122223333:queue'];

function policy(...Statement: readonly object[]): PolicyDocument {
  return { Version: '2012-10-17', Statement };
}

/** A use in which these services and actions are not used, and everything else that is named is. */
function useWith(unusedServices: readonly string[], unusedActions: readonly string[] = []): Use {
  const recorded = services.map((service): [string, ServiceUse] => [service, { service, name: service, actions: [] }]);
  const actions = unusedActions.map((action) => action.toLowerCase());
  return {
    recorded: new Map(recorded),
    unusedServices: new Set(unusedServices),
    unusedActions: new Map(
      services.map((service) => [service, actions.filter((action) => action.startsWith(`${service}:`))]),
    ),
  };
}

/** Which requests a policy allows, as `action resource`. */
function allowed(document: PolicyDocument, actions: readonly string[]): Set<string> {
  const compiled = compilePolicy({ id: 'own', name: 'own' }, document, new ActionMatchers());
  const layers = [policyLayer('identity', [compiled])];
  const keys = () => ({ values: ['x'] });
  const requests = actions.flatMap((action) => resources.map((resource) => ({ action, resource, keys })));
  return new Set(
    requests
      .filter((request) => decide(layers, request).outcome === 'allowed')
      .map(({ action, resource }) => `${action} ${resource}`),
  );
}

const invented = ['s3:newthing', 'sqs:describemore', 'novel:do'];
const pattern = fc.oneof(
  fc.constantFrom('*', '*:*', 's3:*', 'S3:Get*', 'sqs:*', 's*:*', 'k?s:*', 'iam:*', 'iam:Pass*', 'dynamodb:?et*'),
  fc.constantFrom('*:Get*', 'sqs:*Message', 's3:Get?bject*', 'novel:*', 's3:NewThing', 'sqs:Describe*'),
  fc.constantFrom(...catalogue),
);
const patterns = fc.oneof(pattern, fc.array(pattern, { minLength: 1, maxLength: 4 }));
const statement = fc
  .record({
    effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
    element: fc.constantFrom('Action', 'Action', 'NotAction'),
    patterns,
    resource: fc.constantFrom<object>(
      { Resource: '*' },
      { Resource: 'arn:aws:s3:::orders/*' },
      { NotResource: 'arn:aws:s3:::orders/*' },
    ),
    condition: fc.constantFrom<object>(
      {},
      { Condition: { StringEquals: { 'aws:username': 'x' } } },
      { Condition: { StringEquals: { 'aws:username': 'y' } } },
    ),
  })
  .map(({ effect, element, patterns: actions, resource, condition }) => ({
    Effect: effect,
    [element]: actions,
    ...resource,
    ...condition,
  }));
const document = fc.array(statement, { minLength: 1, maxLength: 3 }).map((statements) => policy(...statements));
const anyUse = fc
  .record({ unused: fc.subarray(services), actions: fc.subarray(catalogue) })
  .map(({ unused, actions }) =>
    useWith(
      unused,
      actions.filter((action) => !unused.includes(action.split(':')[0] ?? '')),
    ),
  );

function isUnused(action: string, { unusedServices, unusedActions }: Use): boolean {
  const [service = ''] = action.split(':');
  return unusedServices.has(service) || (unusedActions.get(service)?.includes(action) ?? false);
}

describe('a narrowed policy', () => {
  it('never allows what the policy did not, keeps what is in use, and leaves out what is not', () => {
    fc.assert(
      fc.property(document, anyUse, (original, use) => {
        const before = allowed(original, [...catalogue, ...invented]);
        const after = allowed(narrowDocument(original, use), [...catalogue, ...invented]);
        expect([...after].filter((request) => !before.has(request))).toEqual([]);
        const lost = [...before].filter((request) => !after.has(request));
        const listed = new Set(catalogue);
        expect(lost.filter((request) => isInUse(request, listed, use))).toEqual([]);
        const left = [...after].map((request) => request.split(' ')[0] ?? '');
        expect(left.filter((action) => isUnused(action, use) && action !== 'iam:passrole')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('is the same policy when everything in it is used', () => {
    fc.assert(
      fc.property(document, (original) => {
        expect(narrowDocument(original, useWith([]))).toBe(original);
      }),
    );
  });

  it('keeps resources, conditions, denials and what cannot be understood', () => {
    const read = { Sid: 'Read', Effect: 'Allow', Action: ['s3:GetObject', 'sqs:*'], Resource: 'arn:aws:s3:::orders/*' };
    const fenced = { Effect: 'Allow', Action: 'dynamodb:*', Resource: '*', Condition: { Bool: { 'aws:x': 'true' } } };
    const denial = { Effect: 'Deny', Action: 'sqs:*', Resource: '*' };
    const odd = { Effect: 'Allow', Action: 's3:*', NotAction: 'sqs:*', Resource: '*' };
    const narrowed = narrowDocument(policy(read, fenced, denial, odd), useWith(['sqs']));
    expect(narrowed).toEqual(policy({ ...read, Action: ['s3:GetObject'] }, fenced, denial, odd));
  });

  it('keeps a service by name that neither the catalogue nor the report knows', () => {
    const novel = { Effect: 'Allow', Action: ['novel:*', 'sqs:*'], Resource: '*' };
    expect(narrowDocument(policy(novel), useWith(['sqs']))).toEqual(policy({ ...novel, Action: ['novel:*'] }));
  });

  it('says in few words what is left of a service', () => {
    const all = { Effect: 'Allow', Action: 'sqs:*', Resource: '*' };
    const use = useWith([], ['sqs:AddPermission', 'sqs:CreateQueue', 'sqs:ListQueueTags']);
    const [left] = narrowDocument(policy(all), use).Statement as readonly { readonly Action: readonly string[] }[];
    expect(left?.Action).toContain('sqs:Get*');
    expect(left?.Action).toContain('sqs:ListQueues');
    expect(left?.Action).not.toContain('sqs:List*');
  });

  it('keeps iam:PassRole, whose use nobody records', () => {
    const all = { Effect: 'Allow', Action: '*', Resource: '*' };
    const [left] = narrowDocument(policy(all), useWith(['iam'])).Statement as readonly {
      readonly Action: readonly string[];
    }[];
    expect(left?.Action.filter((action) => action.startsWith('iam:'))).toEqual(['iam:PassRole']);
    const passing = policy({ Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' });
    expect(narrowDocument(passing, useWith(['iam']))).toBe(passing);
  });
});

function isInUse(request: string, among: ReadonlySet<string>, use: Use): boolean {
  const [action = ''] = request.split(' ');
  return among.has(action) && !isUnused(action, use);
}
