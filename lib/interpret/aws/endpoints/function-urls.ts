import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import { namesEverybody } from '../../../model/aws/names-everybody.ts';
import type { ServiceEndpoint } from '../../../model/aws/service-endpoint.ts';
import type { Answers } from '../../part.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf, answersBy } from '../answer.ts';
import { gapAt, type EndpointSource } from './endpoint-source.ts';
import { policyText } from './policy-text.ts';

/**
 * Functions by their URLs. Whether a function has a URL is asked only where its policy names everybody: without such a
 * policy a URL answers 403 to whoever does not sign, so that nothing hangs on it.
 */
export const functionUrls: EndpointSource = {
  kind: 'lambda-function',
  operation: 'lambda:ListFunctions',
  more: ['lambda:GetPolicy', 'lambda:GetFunctionUrlConfig'],
  endpoints: (answers) => {
    const told = readAbout(answers);
    return listOf(answerOf(answers, 'lambda:ListFunctions').Functions, 'Functions').map((each) =>
      endpointOf(each, told),
    );
  },
};

interface Told {
  readonly policies: ReadonlyMap<string, string | undefined>;
  readonly urls: ReadonlyMap<string, string | undefined>;
}

function readAbout(answers: Answers): Told {
  return {
    policies: answersBy(answers, 'lambda:GetPolicy', 'FunctionName', ({ Policy }) => Policy),
    urls: answersBy(answers, 'lambda:GetFunctionUrlConfig', 'FunctionName', ({ AuthType }) => AuthType),
  };
}

function endpointOf(each: Wire<FunctionConfiguration>, { policies, urls }: Told): ServiceEndpoint {
  const id = required(each.FunctionName, 'FunctionName');
  const arn = required(each.FunctionArn, 'FunctionArn');
  const policy = policies.get(id);
  const document = policyText(policy, 'Policy');
  const authType = urls.get(id);
  const isAsked = namesEverybody(policy);
  const unread = [
    ...(policies.has(id) ? [] : [gapAt('lambda:GetPolicy', id)]),
    ...(isAsked && !urls.has(id) ? [gapAt('lambda:GetFunctionUrlConfig', id)] : []),
  ];
  const signs = authType === 'AWS_IAM';
  return {
    kind: 'lambda-function',
    id,
    arn,
    name: id,
    tags: {},
    operation: 'lambda:GetFunctionUrlConfig',
    // "Function URLs are dual stack-enabled" ("Creating and managing Lambda function URLs").
    families: ['ipv4', 'ipv6'],
    strength: signs ? 'authenticated' : 'open',
    ...(urls.has(id) && authType === undefined && { stop: 'no-listener' }),
    // Both actions are needed since October 2025 ("Control access to Lambda function URLs").
    ...(!signs && {
      policy: {
        operation: 'lambda:GetPolicy',
        ...(document && { document }),
        without: policies.has(id) ? 'refuses' : 'admits',
        ways: [['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'].map((action) => ({ action, resource: arn }))],
      },
    }),
    unread,
  };
}
