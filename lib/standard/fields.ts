import { z } from 'zod';
import { problem } from './problems.ts';

/** A text that says something: trimmed, with the line breaks of one system. */
export const words = z
  .string()
  .overwrite((text) => text.toWellFormed().replaceAll(/\r\n?/g, '\n'))
  .trim()
  .min(1);

/** A GUID, in lower case. */
export const guid = z
  .string()
  .regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, problem('guid'))
  .toLowerCase();

/** Twelve digits, or a GUID in lower case. */
export const accountOrTenant = z
  .string({ error: problem('accountUnquoted') })
  .regex(/^(\d{12}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i, problem('accountOrTenant'))
  .toLowerCase();
