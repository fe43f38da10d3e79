import { localControlPlane } from "./control-plane.ts";
import { Invokes } from "./invokes.ts";
import { openAzure } from "./open-azure.ts";
import { OperationRunner } from "./operation-runner.ts";
import { ResourceManager } from "./resource-manager.ts";
import type { ArmService } from "./service.ts";
import type { ControlPlane } from "../../kubernetes/cluster.ts";

/** How the local Azure is opened. */
export interface ArmOptions {
  /** Folder of its state, such as `.local/azure`; made when it is missing. Clusters and tools stand beside it. */
  readonly stateDirectory: string;
  /** What runs behind managed clusters. Default: the real one of ../../kubernetes. */
  readonly controlPlane?: ControlPlane;
  /** Sets how fast simulated time passes, for this and every later process; see store/clock.ts. Default: as it was last set. */
  readonly clock?: { readonly factor: number };
}

/** A local Azure that is open. */
export interface OpenArm extends ArmService {
  /** Stops waiting for operations and closes the database. */
  close(): void;
}

/** Opens the local Azure of a checkout. Several processes may have it open at once. */
// eslint-disable-next-line @typescript-eslint/require-await
export async function openArm(options: ArmOptions): Promise<OpenArm> {
  const azure = openAzure(options.stateDirectory);
  const { store } = azure;
  if (options.clock !== undefined) store.clock.setFactor(options.clock.factor);
  const controlPlane = async (): Promise<ControlPlane> => options.controlPlane ?? (await localControlPlane());
  const runner = new OperationRunner(azure, controlPlane);
  const manager = new ResourceManager(azure, runner);
  const invokes = new Invokes(azure, manager, controlPlane);
  return {
    put: (request) => manager.put(request),
    get: (token, id) => manager.get(token, id),
    delete: (token, id, signal) => manager.delete(token, id, signal),
    invoke: (token, args) => invokes.answer(token, args),
    supports: (token) => azure.catalog.find(token) !== undefined,
    supportsInvoke: (token) => invokes.knows(token),
    validate: (token, body) => manager.validate(token, body),
    close: () => {
      runner.close();
      store.close();
    },
  };
}
