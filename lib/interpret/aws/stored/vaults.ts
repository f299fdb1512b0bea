import type { StoredThing } from '../../../model/aws/stored-data.ts';
import { listOf, required } from '../../shape.ts';
import { answerOf } from '../answer.ts';
import { gibOf } from './gib-of.ts';
import { known, type StoredSource } from './stored-source.ts';

/** Vaults of Amazon S3 Glacier. Their size is that of the last inventory, which is up to a day old. */
export const vaults: StoredSource = {
  kind: 'glacier-vault',
  operation: 'glacier:ListVaults',
  onceEnded: true,
  things: (answers) =>
    listOf(answerOf(answers, 'glacier:ListVaults').VaultList, 'VaultList').map((vault): StoredThing => {
      const name = required(vault.VaultName, 'VaultName');
      return {
        kind: 'glacier-vault',
        services: ['glacier'],
        arn: required(vault.VaultARN, 'VaultARN'),
        id: name,
        name,
        tags: {},
        ...known({ created: vault.CreationDate, sizeGiB: gibOf(vault.SizeInBytes, 'SizeInBytes') }),
        operation: 'glacier:ListVaults',
      };
    }),
};
