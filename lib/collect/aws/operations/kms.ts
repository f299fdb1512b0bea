import type { ListKeysResponse } from '@aws-sdk/client-kms';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'other', outsideNetworks: true } as const;

/** Keys of AWS KMS and their states: a key that is deleted takes the data with it. */
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
];
