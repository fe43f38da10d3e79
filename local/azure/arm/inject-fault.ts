import { withAzure } from "./open-azure.ts";
import type { Fault } from "./store/faults.ts";

/** Lets coming operations fail; see {@link Fault}. */
export function injectFault(stateDirectory: string, fault: Fault): Promise<void> {
  return withAzure(stateDirectory, ({ catalog, store }) => {
    if (fault.token !== "*" && catalog.find(fault.token) === undefined) {
      throw new Error(`there is no resource type ${fault.token} in the local Azure; "*" stands for all`);
    }
    if (!Number.isInteger(fault.count) || fault.count < 1) {
      throw new Error(`the count of a fault is ${fault.count}: it must be a whole number, 1 or greater`);
    }
    store.faults.add(fault);
  });
}

/** Forgets the faults that have not happened. */
export function clearFaults(stateDirectory: string): Promise<void> {
  return withAzure(stateDirectory, ({ store }) => {
    store.faults.clear();
  });
}
