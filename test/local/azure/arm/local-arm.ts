import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localAccount } from "../../../../local/azure/arm/account.ts";
import { formatId, matchId } from "../../../../local/azure/arm/arm-id.ts";
import { openArm, type OpenArm } from "../../../../local/azure/arm/open.ts";
import { ArmError, type ArmBody, type ArmResource } from "../../../../local/azure/arm/service.ts";
import { resourceTypes } from "../../../../local/azure/arm/services/index.ts";
import { FakeControlPlane } from "./fake-control-plane.ts";

export const location = "westeurope";

/** A local Azure in a folder of its own, with short ways to write and read, and a control plane that only keeps books. */
export class LocalArm {
  readonly directory = mkdtempSync(join(tmpdir(), "local-arm-"));
  readonly controlPlane = new FakeControlPlane();
  arm!: OpenArm;

  static async open(): Promise<LocalArm> {
    const local = new LocalArm();
    await local.reopen();
    return local;
  }

  get stateDirectory(): string {
    return join(this.directory, "azure");
  }

  /** Opens the same state again, as another process would. */
  async reopen(): Promise<void> {
    this.arm = await openArm({ stateDirectory: this.stateDirectory, controlPlane: this.controlPlane });
  }

  /** The id that a type's path gives. */
  id(token: string, parameters: Record<string, string>): string {
    const path = resourceTypes.find((type) => type.token === token)?.path;
    if (path === undefined) throw new Error(`${token} is not described`);
    const id = formatId(path, {
      subscriptionId: localAccount.subscriptionId,
      resourceGroupName: "rg",
      ...parameters,
    });
    if (id === undefined) throw new Error(`${path} needs more than ${Object.keys(parameters).join(", ")}`);
    return id;
  }

  /** Writes a resource into the group `rg`. */
  put(token: string, parameters: Record<string, string>, body: ArmBody): Promise<ArmResource> {
    const id = this.id(token, parameters);
    const path = resourceTypes.find((type) => type.token === token)?.path ?? "";
    return this.arm.put({ token, id, pathParameters: matchId(path, id) ?? {}, body, apiVersion: "" });
  }

  get(token: string, parameters: Record<string, string>): Promise<ArmResource> {
    return this.arm.get(token, this.id(token, parameters));
  }

  delete(token: string, parameters: Record<string, string>): Promise<void> {
    return this.arm.delete(token, this.id(token, parameters));
  }

  group(name = "rg"): Promise<ArmResource> {
    return this.put("azure-native:resources:ResourceGroup", { resourceGroupName: name }, { location });
  }

  close(): void {
    this.arm.close();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** The error that a call ends with. */
export async function refused(call: Promise<unknown>): Promise<ArmError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ArmError) return error;
    throw error;
  }
  throw new Error("the call succeeded, a refusal was expected");
}
