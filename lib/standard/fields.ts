import { z } from 'zod';
import { plainId } from './plain-id.ts';
import { problem, type Problem } from './problems.ts';

/** A text that says something: trimmed, with the line breaks of one system. */
export const words = z
  .string()
  .overwrite((text) => text.toWellFormed().replaceAll(/\r\n?/g, '\n'))
  .trim()
  .min(1);

/** A GUID, in lower case. */
export const guid = z
  .string()
  .overwrite(plainId)
  .regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, problem('guid'))
  .toLowerCase();

/** Twelve digits (with the hyphens of the console or without), or a GUID in lower case. */
export const accountOrTenant = z
  .string({ error: problem('accountUnquoted') })
  .overwrite((text) => plainId(text).replace(/^(\d{4})-(\d{4})-(\d{4})$/, '$1$2$3'))
  .regex(/^(\d{12}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i, { error: ({ input }) => accountFault(String(input)) })
  .toLowerCase();

/** A spreadsheet that took an id for a number dropped its zeros, or rounded it. */
function accountFault(written: string): Problem {
  if (/^\d{1,11}$/.test(written)) return problem('accountShort');
  return /^\d(\.\d+)?e\+?\d+$/i.test(written) ? problem('accountRounded') : problem('accountOrTenant');
}
