import type { ResourceType } from "../resource-type.ts";
import { resourceGroup } from "./resources/resource-group.ts";

/** Every resource type of the local Azure. */
export const resourceTypes: readonly ResourceType[] = [resourceGroup];
