import type { DemoAccount } from './account.ts';
import type { DaysBefore } from './days-before.ts';
import { userArn, type DemoKey, type DemoUser } from './user.ts';

/** The columns in the order of the service ("Understanding the report format", IAM User Guide). */
const columns = [
  'user',
  'arn',
  'user_creation_time',
  'password_enabled',
  'password_last_used',
  'password_last_changed',
  'password_next_rotation',
  'mfa_active',
  ...[1, 2].flatMap((slot) => [
    `access_key_${slot}_active`,
    `access_key_${slot}_last_rotated`,
    `access_key_${slot}_last_used_date`,
    `access_key_${slot}_last_used_region`,
    `access_key_${slot}_last_used_service`,
  ]),
  ...[1, 2].flatMap((slot) => [`cert_${slot}_active`, `cert_${slot}_last_rotated`]),
];

/** The credential report of an account as CSV, the root user first. */
export function credentialReport(account: DemoAccount, days: DaysBefore): string {
  const rows = [rootRow(account, days), ...account.users.map((user) => userRow(account, user, days))];
  return [columns, ...rows].map((cells) => cells.join(',')).join('\n');
}

function rootRow({ id, root }: DemoAccount, days: DaysBefore): string[] {
  return [
    '<root_account>',
    `arn:aws:iam::${id}:root`,
    moment(root.age, days),
    'not_supported',
    root.lastUsed === undefined ? 'no_information' : moment(root.lastUsed, days),
    'not_supported',
    'not_supported',
    String(root.mfa),
    ...keyCells(root.key, days),
    ...keyCells(undefined, days),
    ...certificateCells(undefined, days),
  ];
}

function userRow({ id, passwordPolicy }: DemoAccount, user: DemoUser, days: DaysBefore): string[] {
  const { password, keys = [] } = user;
  const longest = passwordPolicy?.MaxPasswordAge;
  return [
    user.name,
    userArn(id, user.name),
    moment(user.age, days),
    String(password !== undefined),
    passwordUse(password, days),
    password ? moment(password.age, days) : 'N/A',
    password && longest ? moment(password.age - longest, days) : 'N/A',
    String(user.mfa ?? false),
    ...keyCells(keys[0], days),
    ...keyCells(keys[1], days),
    ...certificateCells(user.certificate, days),
  ];
}

function certificateCells(age: number | undefined, days: DaysBefore): string[] {
  return [...(age === undefined ? ['false', 'N/A'] : ['true', moment(age, days)]), 'false', 'N/A'];
}

function passwordUse(password: DemoUser['password'], days: DaysBefore): string {
  if (!password) return 'N/A';
  return password.lastUsed === undefined ? 'no_information' : moment(password.lastUsed, days);
}

function keyCells(key: DemoKey | undefined, days: DaysBefore): string[] {
  if (!key) return ['false', 'N/A', 'N/A', 'N/A', 'N/A'];
  const active = key.active ?? true;
  const rotated = active ? moment(key.age, days) : 'N/A';
  if (key.lastUsed === undefined) return [String(active), rotated, 'N/A', 'N/A', 'N/A'];
  return [String(active), rotated, moment(key.lastUsed, days), 'ap-northeast-1', 's3'];
}

/** The report's own way of writing time. */
function moment(daysAgo: number, days: DaysBefore): string {
  return days(daysAgo)
    .toISOString()
    .replace(/\.\d+Z$/, '+00:00');
}
