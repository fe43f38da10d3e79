import type { TypePattern } from "../resource-type.ts";
import type { ResourceView } from "../view.ts";

/** Azure SQL servers. */
export const sqlServers: readonly TypePattern[] = ["azure-native:sql:Server"];

/** Whether a resource is part of this server. */
export function belongsTo({ urn }: ResourceView) {
  return (part: ResourceView): boolean => part.dependenciesOf("serverName").includes(urn);
}
