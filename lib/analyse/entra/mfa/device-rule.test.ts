import { expect, it } from 'vitest';
import { matchesUnknownDevice } from './device-rule.ts';

it.each([
  ['device.isCompliant -eq True', false],
  ['device.isCompliant -ne True', true],
  ['device.model -startsWith "Surface" -or device.trustType -ne "ServerAD"', true],
  ['device.model -startsWith "Surface" -and device.trustType -ne "ServerAD"', false],
  ['-not (device.isCompliant -eq True)', true],
  ['(device.deviceOwnership -eq "Company") -or (device.displayName -notContains "kiosk (old)")', true],
  ['device.model -in ["a", "b c"]', false],
  ['device.model -notIn ["a"]', true],
  ['device.model -resembles "a"', undefined],
  ['device.model -eq "a" -or', undefined],
  ['(device.model -eq "a"', undefined],
  ['', undefined],
] as const)('%s', (rule, expected) => {
  expect(matchesUnknownDevice(rule)).toBe(expected);
});
