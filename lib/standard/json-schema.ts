import { z } from 'zod';
import { standardSchema } from './schema.ts';

/** The JSON Schema of standard.yaml, for editors: what a person may write, defaults and all. Ends with a newline. */
export function standardJsonSchema(): string {
  const schema = z.toJSONSchema(standardSchema, { io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ title: 'Tenken standard.yaml', ...schema }, null, 2)}\n`;
}
