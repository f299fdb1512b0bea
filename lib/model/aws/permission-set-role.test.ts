import { expect, it } from 'vitest';
import { permissionSetOf } from './permission-set-role.ts';

it.each([
  ['/aws-reserved/sso.amazonaws.com/', 'AWSReservedSSO_Dev_0123456789abcdef', 'Dev'],
  ['/aws-reserved/sso.amazonaws.com/ap-northeast-1/', 'AWSReservedSSO_Read_Only_0123456789abcdef', 'Read_Only'],
  ['/', 'AWSReservedSSO_Dev_0123456789abcdef', undefined],
  ['/', 'web', undefined],
])('%s%s belongs to permission set %s', (path, name, expected) => {
  expect(permissionSetOf({ path, name })).toBe(expected);
});
