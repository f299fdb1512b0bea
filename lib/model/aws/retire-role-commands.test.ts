import { expect, it } from 'vitest';
import { deleteRoleCommands, silenceRoleCommand } from './retire-role-commands.ts';

const role = {
  name: 'web',
  attached: [{ name: 'ReadOnlyAccess', arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
  inline: [{ name: 'own buckets', document: { Statement: [] } }],
};

it('silences a role with a policy that deleting it removes again', () => {
  expect(silenceRoleCommand(role)).toMatch(/^aws iam put-role-policy --role-name web .*'\{.*"Effect":"Deny".*\}'$/);
  expect(deleteRoleCommands(role)).toContain('delete-role-policy --role-name web --policy-name tenken-retired');
});

it('takes off everything that keeps IAM from deleting a role, and deletes it last', () => {
  const lines = deleteRoleCommands(role).split('\n');
  expect(lines.map((line) => line.split(' ')[2])).toEqual([
    'detach-role-policy',
    'delete-role-policy',
    'list-instance-profiles-for-role',
    'delete-role-policy',
    'delete-role',
  ]);
  expect(lines[1]).toContain("--policy-name 'own buckets'");
});
