import { createRequire, Module } from "node:module";

/**
 * Imported before the SDK, for its effect: two of the SDK's modules are loaded when they are first used. One brings a package
 * manager, the other a TypeScript compiler; both serve functions that are turned into text (for dynamic providers and cloud functions),
 * and take a third of the time in which the SDK loads.
 */
const lazyModules: readonly string[] = ["@npmcli/arborist", "../../typescript-shim"];

const user = resolved(createRequire(import.meta.url), "@pulumi/pulumi/runtime/closure/codePaths.js");
if (user !== undefined) {
  const require = createRequire(user);
  for (const id of lazyModules) {
    const file = resolved(require, id);
    if (file !== undefined && require.cache[file] === undefined) loadLate(require, id, file);
  }
}

/** What another version of the SDK does not have is left alone. */
function resolved(require: NodeJS.Require, id: string): string | undefined {
  try {
    return require.resolve(id);
  } catch {
    return undefined;
  }
}

function loadLate(require: NodeJS.Require, id: string, file: string): void {
  const standIn = new Module(file);
  standIn.filename = file;
  standIn.loaded = true;
  let loaded: object | undefined;
  const load = (): object => {
    if (loaded === undefined) {
      if (require.cache[file] === standIn) Reflect.deleteProperty(require.cache, file);
      const exported: unknown = require(id);
      if (typeof exported !== "object" || exported === null) throw new TypeError(`${id} exports no object`);
      loaded = exported;
    }
    return loaded;
  };
  standIn.exports = new Proxy(
    {},
    {
      // The SDK's compiled imports ask for this mark first. Without it they would copy, and so load, everything.
      get: (_, key): unknown =>
        key === "__esModule" ? true : key === "default" ? load() : Reflect.get(load(), key),
      has: (_, key) => Reflect.has(load(), key),
    },
  );
  require.cache[file] = standIn;
}
