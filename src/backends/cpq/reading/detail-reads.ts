import { GatewayError } from '../../../domain/errors.ts';
import type { CpqClient } from '../client.ts';
import type { DetailReads } from './details.ts';
import { companyOf, keyOf, type CpqSite } from '../mapping.ts';

/** Versions 5 to 7 have neither groups nor access permissions: `null`. */
export function createDetailReads(client: CpqClient, site: CpqSite): DetailReads {
  return {
    groups: async (row, context) => {
      if (site.version < 16) return null;
      const key = keyOf(row, site);
      if (key.kind === 'party') return client.listUserGroups(key.partyNumber, context);
      if (key.company === null) return null;
      return client.company.listUserGroups(key.company, key.login, context);
    },
    accessPermissions: async (row, context) => {
      const company = companyOf(row, site);
      if (site.version < 16 || company === null) return null;
      try {
        return await client.company.listAccessPermissions(company, row.login, context);
      } catch (error) {
        // They exist only while Administrator Groups are off; with which status CPQ says so is not documented.
        if (error instanceof GatewayError && error.code === 'BACKEND_REJECTED') return null;
        throw error;
      }
    },
  };
}
