import { Azure } from "./azure.ts";
import { Catalog } from "./catalog.ts";
import { resourceTypes } from "./services/index.ts";
import { Store } from "./store/store.ts";

/** The state of the local Azure in a folder, with the knowledge of every type. Close its store when done. */
export function openAzure(stateDirectory: string): Azure {
  return new Azure(Store.open(stateDirectory), new Catalog(resourceTypes));
}

/** Does something with the state and closes it again, whatever happens. */
export async function withAzure<T>(
  stateDirectory: string,
  work: (azure: Azure) => T | Promise<T>,
): Promise<T> {
  const azure = openAzure(stateDirectory);
  try {
    return await work(azure);
  } finally {
    azure.store.close();
  }
}
