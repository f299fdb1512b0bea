import type { PartDefinition } from '../part.ts';
import { flagIn, given, itemsOf, textIn, wordIn, type JsonObject } from '../json-object.ts';

const operation = '/deviceManagement/deviceConfigurations';

/** The Wi-Fi profiles that Intune hands out. */
export const wifiProfiles: PartDefinition<'entra.wifiProfiles'> = {
  per: 'entra-tenant',
  operations: [operation],
  interpret: (answers) =>
    itemsOf(answers, operation)
      .filter((each) => /wifi/i.test(wordIn(each, '@odata.type') ?? ''))
      .map((profile) => {
        const id = textIn(profile, 'id');
        return {
          id,
          name: wordIn(profile, 'displayName') ?? id,
          security: securityOf(profile),
          ...given('ssid', wordIn(profile, 'ssid')),
        };
      }),
};

/** Windows and the phones name the same thing differently; enterprise profiles say it by their type alone. */
function securityOf(profile: JsonObject): string {
  const said = wordIn(profile, 'wifiSecurityType') ?? wordIn(profile, 'wiFiSecurityType');
  if (said !== undefined) return said;
  if (/enterprise/i.test(wordIn(profile, '@odata.type') ?? '')) return 'wpa2Enterprise';
  return flagIn(profile, 'preSharedKeyIsSet') === false ? 'open' : 'unknown';
}
