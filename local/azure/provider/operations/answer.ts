/** Outputs from an answer of Azure. */
import type { PropertyMap } from "../../../provider/values.ts";
import type { ArmResource } from "../../arm/service.ts";
import { apiVersionKey } from "../bookkeeping.ts";

/** The id is the engine's own and no output, also where a body may name one. */
export function outputsOf(resource: ArmResource, apiVersion: string | undefined): PropertyMap {
  const outputs: PropertyMap = { ...resource.outputs };
  delete outputs.id;
  return apiVersion === undefined ? outputs : { ...outputs, [apiVersionKey]: apiVersion };
}
