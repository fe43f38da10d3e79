import { ensureTools } from "../../../local/engine/toolchain.ts";
import { terminalProgress } from "../../../local/engine/progress.ts";
import { binaryNames, type Binaries } from "../../../local/kubernetes/binaries.ts";

/** The control plane's programs as `npm run local` gets them: found, or built, which takes minutes on a new machine. */
export function builtBinaries(): Promise<Binaries> {
  return ensureTools(binaryNames, terminalProgress(process.stderr));
}
