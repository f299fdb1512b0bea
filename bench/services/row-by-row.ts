import type { RegisterEntry } from '../../lib/model/register.ts';
import type { ServiceUse } from '../../lib/model/services/service-use.ts';
import { generatedRegister, generatedUses, type UsesScale } from './generated-uses.ts';

/**
 * The naive way, as a spreadsheet's formula goes: for each use, every row of the register from the top. A process that prints
 * the time of some accounts. Words: rows, accounts, regions, services.
 */
const [rows = 2000, accounts = 20, regions = 17, services = 100] = process.argv.slice(2).map(Number);
const scale: UsesScale = { rows, accounts: 1000, regions, services };
const register = generatedRegister(scale);
let ms = 0;
let unregistered = 0;
for (let account = 0; account < accounts; account += 1) {
  const uses = generatedUses(account, scale);
  const began = performance.now();
  for (const use of uses) if (!register.some((row) => isAbout(row, use))) unregistered += 1;
  ms += performance.now() - began;
}
console.log(JSON.stringify({ ms, unregistered }));

function isAbout({ keys }: RegisterEntry, { key }: ServiceUse): boolean {
  return keys.aws.includes(key);
}
