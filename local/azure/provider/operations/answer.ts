/** Outputs from an answer of Azure. */
import type { PropertyMap } from "../../../provider/values.ts";
import type { ArmResource } from "../../arm/service.ts";
import { apiVersionKey } from "../bookkeeping.ts";

export function outputsOf(resource: ArmResource, apiVersion: string | undefined): PropertyMap {
  return {
    ...resource.outputs,
    ...(apiVersion === undefined ? {} : { [apiVersionKey]: apiVersion }),
  };
}
