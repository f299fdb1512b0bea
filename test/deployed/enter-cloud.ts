import { vi } from 'vitest';
import type { LoopbackAws } from '../../lib/loopback/loopback-aws.ts';

/** Sends every SDK client of this process to a loopback cloud: no AWS_… variable of the machine stays. */
export function enterCloud(cloud: LoopbackAws): void {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(cloud.environment)) vi.stubEnv(name, value);
  for (const name of ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE']) vi.stubEnv(name, '/dev/null');
}
