import { z } from 'zod';
import { registerSchema } from './register/register-schema.ts';
import { standardSchema } from './schema.ts';

/** The JSON Schema of standard.yaml, for editors: what a person may write, defaults and all. Ends with a newline. */
export function standardJsonSchema(): string {
  return jsonSchema('Tenken standard.yaml', standardSchema);
}

/** The JSON Schema of register.yaml. Ends with a newline. */
export function registerJsonSchema(): string {
  return jsonSchema('Tenken register.yaml', z.union([registerSchema, z.strictObject({ register: registerSchema })]));
}

function jsonSchema(title: string, schema: z.ZodType): string {
  const written = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ title, ...written }, null, 2)}\n`;
}
