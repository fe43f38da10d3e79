/**
 * A provider plugin that takes any resource, and writes what it creates to the file that CREATED names, a line each:
 *
 *     recording-provider.ts <package> [the engine's own arguments] <engine address>
 */
import { appendFileSync } from "node:fs";
import { serveProvider } from "../../../local/provider/server.ts";

const [name = "any"] = process.argv.slice(2);

await serveProvider(name, "1.0.0", {
  check: ({ inputs }) => Promise.resolve({ inputs }),
  create({ preview, urn, inputs }) {
    const [resource = ""] = urn.split("::").slice(-1);
    // Its id is not known before it is there.
    if (preview) return Promise.resolve({ outputs: inputs });
    appendFileSync(process.env["CREATED"] ?? "", `${resource}\n`);
    return Promise.resolve({ id: resource, outputs: inputs });
  },
  diff: () => Promise.resolve({ changes: false }),
  read: ({ id, inputs, outputs }) => Promise.resolve({ id, inputs: inputs ?? {}, outputs }),
  delete: () => Promise.resolve(),
});
