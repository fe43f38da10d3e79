import type { ControlPlane } from "../../kubernetes/cluster.ts";

/** The control planes of this machine; loaded when the first cluster needs one, as most operations of a run concern none. */
export async function localControlPlane(): Promise<ControlPlane> {
  const { controlPlane } = await import("../../kubernetes/local-cluster.ts");
  return controlPlane;
}
