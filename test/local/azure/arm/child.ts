/**
 * A second process on the same local Azure, for tests: `node child.ts <state directory> <task> <argument>`. It says `ready` on its standard
 * output when it has begun.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { localAccount } from "../../../../local/azure/arm/account.ts";
import { openArm } from "../../../../local/azure/arm/open.ts";
import { FakeControlPlane } from "./fake-control-plane.ts";
import { leastCluster } from "./platform.ts";

const [, , stateDirectory = "", task = "", argument = ""] = process.argv;

/** Neither starts nor removes anything in time. */
class StuckControlPlane extends FakeControlPlane {
  override async ensure(): Promise<void> {
    await this.#stick();
  }

  override async remove(): Promise<void> {
    await this.#stick();
  }

  async #stick(): Promise<void> {
    process.stdout.write("ready\n");
    await sleep(600_000);
  }
}

const group = `/subscriptions/${localAccount.subscriptionId}/resourceGroups/rg`;
const arm = await openArm({ stateDirectory, controlPlane: new StuckControlPlane() });
const put = (token: string, id: string, body: Parameters<typeof arm.put>[0]["body"]) =>
  arm.put({ token: `azure-native:${token}`, id, pathParameters: {}, body, apiVersion: "" });

switch (task) {
  /** Creates a cluster that never gets ready. */
  case "cluster":
    await put(
      "containerservice:ManagedCluster",
      `${group}/providers/Microsoft.ContainerService/managedClusters/${argument}`,
      leastCluster,
    );
    break;
  /** Deletes a cluster, and never ends. */
  case "delete-cluster":
    await arm.delete(
      "azure-native:containerservice:ManagedCluster",
      `${group}/providers/Microsoft.ContainerService/managedClusters/${argument}`,
    );
    break;
  /** Writes many identities, as fast as it can, and says how many. */
  case "identities": {
    process.stdout.write("ready\n");
    for (let index = 0; index < 200; index += 1) {
      const id = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${argument}-${index}`;
      await put("managedidentity:UserAssignedIdentity", id, { location: "westeurope" });
    }
    break;
  }
  /** Tries to get one storage account name in a group of its own. */
  case "claim": {
    const own = `/subscriptions/${localAccount.subscriptionId}/resourceGroups/${argument}`;
    await put("resources:ResourceGroup", own, { location: "westeurope" });
    process.stdout.write("ready\n");
    try {
      await put("storage:StorageAccount", `${own}/providers/Microsoft.Storage/storageAccounts/wanted`, {
        location: "westeurope",
        kind: "StorageV2",
        sku: { name: "Standard_LRS" },
      });
      process.stdout.write("got it\n");
    } catch (error) {
      process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    }
    break;
  }
  default:
    throw new Error(`there is no task "${task}"`);
}
arm.close();
