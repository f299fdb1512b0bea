import { GetPolicyCommand, GetPolicyVersionCommand, type GetPolicyResponse } from '@aws-sdk/client-iam';
import { missingBoundaries } from '../missing-boundaries.ts';
import { defineOperation } from '../operation.ts';

const details = 'iam:GetAccountAuthorizationDetails';
const policy = 'iam:GetPolicy';

/** Policies that are used as permissions boundaries only, and that no other answer holds. */
export const boundaryOperations = [
  defineOperation<GetPolicyResponse, object, Readonly<{ PolicyArn: string }>>({
    id: policy,
    per: 'account',
    budget: 'iam',
    call: ({ iam }, options, _page, input) => iam.send(new GetPolicyCommand(input), options),
    each: { of: [details], inputs: (answer) => missingBoundaries(answer).map((PolicyArn) => ({ PolicyArn })) },
  }),
  defineOperation<object, GetPolicyResponse, Readonly<{ PolicyArn: string; VersionId: string }>>({
    id: 'iam:GetPolicyVersion',
    per: 'account',
    budget: 'iam',
    call: ({ iam }, options, _page, input) => iam.send(new GetPolicyVersionCommand(input), options),
    each: {
      of: [policy],
      inputs: ({ Policy: { Arn: PolicyArn, DefaultVersionId: VersionId } = {} }) =>
        PolicyArn && VersionId ? [{ PolicyArn, VersionId }] : [],
    },
  }),
];
