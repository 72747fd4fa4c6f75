/** The server group of a stack's own, which spreads its servers over hosts. */
import type { JsonObject } from '../../../model/json.ts';
import type { GroupSpec } from '../../../model/spec.ts';
import { SHARED } from './resource-names.ts';

export function serverGroupResources({ server: { serverGroup } }: GroupSpec): JsonObject {
  if (serverGroup?.kind !== 'own') return {};
  const { policy, maxPerHost } = serverGroup;
  return {
    [SHARED.serverGroup]: {
      type: 'OS::Nova::ServerGroup',
      properties: {
        policies: [policy],
        ...(maxPerHost === null ? {} : { rules: { max_server_per_host: maxPerHost } }),
      },
    },
  };
}
