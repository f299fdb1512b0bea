import type { EntraTenant } from '../../model/standard.ts';
import { cloudHosts } from '../entra/sign-in/cloud-hosts.ts';
import { entraCredential } from '../entra/sign-in/entra-credential.ts';
import { entraToken, loopbackToken, requireLoopback } from '../entra/sign-in/entra-token.ts';
import { armClient, type Arm } from './arm-client.ts';
import type { ArmTransportOptions } from './arm-transport.ts';

/**
 * Opens Azure Resource Manager as whoever signs in to the tenant. `endpoint` is a loopback server that stands for it. Throws
 * OperatorError when that is anything else. Whether one can sign in is known with the first call.
 */
export function openArm(
  tenant: EntraTenant,
  endpoint: string | undefined,
  options: Omit<ArmTransportOptions, 'origin' | 'endpoint'>,
): Arm {
  const origin = cloudHosts[tenant.cloud].arm;
  if (endpoint !== undefined && endpoint !== '') {
    const loopback = requireLoopback(endpoint, 'TENKEN_ARM_ENDPOINT');
    return armClient({ ...options, origin, endpoint: loopback, token: loopbackToken(tenant) });
  }
  const token = entraToken(tenant, () => entraCredential(tenant), Date.now, origin);
  return armClient({ ...options, origin, endpoint: undefined, token });
}
