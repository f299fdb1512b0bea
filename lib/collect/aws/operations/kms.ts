import type { DescribeKeyResponse, ListKeysResponse } from '@aws-sdk/client-kms';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'other', outsideNetworks: true } as const;

/** Keys of AWS KMS, their states, and who may use them: a key that is deleted takes the data with it. */
export const kmsOperations = [
  defineOperation({
    ...region,
    id: 'kms:ListKeys',
    async call({ kms }, options, page) {
      const { ListKeysCommand } = await import('../sdk/kms.ts');
      return (await kms).send(new ListKeysCommand({ Limit: 1000, Marker: page }), options);
    },
    next: (output) => output.NextMarker,
  }),
  defineOperation({
    ...region,
    id: 'kms:DescribeKey',
    each: {
      of: ['kms:ListKeys'],
      inputs: ({ Keys = [] }: ListKeysResponse) => Keys.flatMap(({ KeyId }) => (KeyId ? [{ KeyId }] : [])),
      // A region has few keys; whoever has hundreds makes them by a program.
      atMost: 100,
    },
    async call({ kms }, options, _page, { KeyId }) {
      const { DescribeKeyCommand } = await import('../sdk/kms.ts');
      return (await kms).send(new DescribeKeyCommand({ KeyId }), options);
    },
  }),
  defineOperation({
    ...region,
    id: 'kms:GetKeyPolicy',
    budget: 'workload',
    each: {
      of: ['kms:DescribeKey'],
      // Nobody but AWS can change the policies of its own keys ("AWS managed keys").
      inputs: ({ KeyMetadata: key }: DescribeKeyResponse) =>
        key?.KeyId && key.KeyManager === 'CUSTOMER' ? [{ KeyId: key.KeyId }] : [],
      refusedAlike: true,
    },
    async call({ kms }, options, _page, { KeyId }) {
      const { GetKeyPolicyCommand } = await import('../sdk/kms.ts');
      return (await kms).send(new GetKeyPolicyCommand({ KeyId }), options);
    },
  }),
];
