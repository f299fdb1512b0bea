import { setTimeout as sleep } from 'node:timers/promises';
import {
  GenerateCredentialReportCommand,
  GetAccountAuthorizationDetailsCommand,
  GetAccountPasswordPolicyCommand,
  GetAccountSummaryCommand,
  GetCredentialReportCommand,
  ListAccountAliasesCommand,
  ListVirtualMFADevicesCommand,
  type IAMClient,
} from '@aws-sdk/client-iam';
import { defineOperation, type CallOptions } from '../operation.ts';
import { boundaryOperations } from './boundaries.ts';
import { getServiceLastAccessedDetails } from './last-accessed.ts';

const account = { per: 'account', budget: 'iam' } as const;

/** Who may do what in an account: regions wait for it, to know what is worth asking for. */
export const getAccountAuthorizationDetails = defineOperation({
  ...account,
  id: 'iam:GetAccountAuthorizationDetails',
  call: ({ iam }, options, page) =>
    iam.send(new GetAccountAuthorizationDetailsCommand({ MaxItems: 1000, Marker: page }), options),
  next: (output) => output.Marker,
});

/** What IAM says of an account ("API calls", IAM API Reference). */
export const iamOperations = [
  defineOperation({
    ...account,
    id: 'iam:ListAccountAliases',
    call: ({ iam }, options, page) => iam.send(new ListAccountAliasesCommand({ Marker: page }), options),
    next: (output) => output.Marker,
  }),
  getAccountAuthorizationDetails,
  ...boundaryOperations,
  getServiceLastAccessedDetails,
  defineOperation({
    ...account,
    id: 'iam:GetCredentialReport',
    alsoNeeds: ['iam:GenerateCredentialReport'],
    async call({ iam }, options) {
      await generateCredentialReport(iam, options);
      return iam.send(new GetCredentialReportCommand({}), options);
    },
  }),
  defineOperation({
    ...account,
    id: 'iam:GetAccountSummary',
    call: ({ iam }, options) => iam.send(new GetAccountSummaryCommand({}), options),
  }),
  defineOperation({
    ...account,
    id: 'iam:GetAccountPasswordPolicy',
    absent: ['NoSuchEntity', 'NoSuchEntityException'],
    call: ({ iam }, options) => iam.send(new GetAccountPasswordPolicyCommand({}), options),
  }),
  defineOperation({
    ...account,
    id: 'iam:ListVirtualMFADevices',
    call: ({ iam }, options, page) =>
      iam.send(
        new ListVirtualMFADevicesCommand({ AssignmentStatus: 'Assigned', MaxItems: 1000, Marker: page }),
        options,
      ),
    next: (output) => output.Marker,
    secrets: ['Base32StringSeed', 'QRCodePNG'],
  }),
];

/** Longest wait for the report, in milliseconds: IAM makes it in seconds, even for thousands of users. */
const patience = 60_000;

/** Asks for a fresh report until IAM says that it is complete. A report is made at most every four hours. */
async function generateCredentialReport(iam: IAMClient, options: CallOptions): Promise<void> {
  let waited = 0;
  for (let pause = 25; ; pause = Math.min(2 * pause, 2_000)) {
    const { State } = await iam.send(new GenerateCredentialReportCommand({}), options);
    if (State === 'COMPLETE') return;
    if (waited > patience)
      throw Object.assign(new Error('IAM did not finish the report in a minute'), { name: 'ReportNotReady' });
    await sleep(pause, undefined, { signal: options.abortSignal });
    waited += pause;
  }
}
