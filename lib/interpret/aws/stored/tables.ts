import type { StoredThing } from '../../../model/aws/stored-data.ts';
import { lastPart } from '../../../model/last-part.ts';
import { listOf, required, textOf } from '../../shape.ts';
import { answerOf } from '../answer.ts';
import { partitionOf } from '../partition-of.ts';
import { gibOf } from './gib-of.ts';
import { tableIsGone } from './standing.ts';
import { known, type StoredSource } from './stored-source.ts';

/** Tables of Amazon DynamoDB. The list holds their names and nothing else. */
export const tables: StoredSource = {
  kind: 'dynamodb-table',
  operation: 'dynamodb:ListTables',
  onceEnded: true,
  things: (answers, { unit }) =>
    listOf(answerOf(answers, 'dynamodb:ListTables').TableNames, 'TableNames').map((each): StoredThing => {
      const name = textOf(each, 'TableName');
      return {
        kind: 'dynamodb-table',
        services: ['dynamodb'],
        arn: `arn:${partitionOf(unit.region)}:dynamodb:${unit.region}:${unit.account}:table/${name}`,
        id: name,
        name,
        tags: {},
        operation: 'dynamodb:ListTables',
      };
    }),
};

/** Backups of tables. The service makes one by itself when it deletes a table, and of no other ("SYSTEM" in "BackupSummary"). */
export const tableBackups: StoredSource = {
  kind: 'dynamodb-backup',
  operation: 'dynamodb:ListBackups',
  standing: ['dynamodb:ListTables'],
  things: (answers) => {
    const isGone = tableIsGone(answers);
    return listOf(answerOf(answers, 'dynamodb:ListBackups').BackupSummaries, 'BackupSummaries').map(
      (backup): StoredThing => {
        const arn = required(backup.BackupArn, 'BackupArn');
        const source = backup.TableName;
        return {
          kind: 'dynamodb-backup',
          services: ['dynamodb'],
          arn,
          id: arn,
          name: backup.BackupName ?? lastPart(arn),
          tags: {},
          ...known({
            created: backup.BackupCreationDateTime,
            sizeGiB: gibOf(backup.BackupSizeBytes, 'BackupSizeBytes'),
            source,
            sourceIsGone: backup.BackupType === 'SYSTEM' ? true : isGone(source),
            deletedOn: backup.BackupExpiryDateTime?.slice(0, 10),
          }),
          operation: 'dynamodb:ListBackups',
        };
      },
    );
  },
};
