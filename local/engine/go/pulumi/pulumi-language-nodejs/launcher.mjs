// Does for component packages and policy packs what index.js of the SDK's cmd/run-plugin and cmd/run-policy-pack do, but leaves .ts files
// to Node.js. Arguments: the folder of the SDK's entry point, the package's folder, the package's own arguments.
import module, { createRequire } from "node:module";

const [entryPoint, packageFolder, ...rest] = process.argv.slice(1);

// The SDK's exit code for "the user has been told what is wrong".
const exitAfterActionableMessage = 32;

// A rejected promise nobody waits for must not look like success: the engine would take the package for complete.
const uncaught = new Set();
const reported = new Set();
let running = false;
const onUncaught = (error) => {
  uncaught.add(error);
  if (!running) {
    console.error(error?.stack ?? error?.message ?? String(error));
  }
};
process.on("uncaughtException", onUncaught);
process.on("unhandledRejection", onUncaught);
process.on("exit", (code) => {
  if (code === 0 && uncaught.size > 0) {
    const allReported = [...uncaught].every((error) => reported.has(error));
    process.exitCode = allReported ? exitAfterActionableMessage : 1;
  }
});

createRequire(`${entryPoint}/`)("./run")
  .run({
    argv: { _: [packageFolder, ...rest] },
    programStarted: () => (running = true),
    reportLoggedError: (error) => reported.add(error),
    typeScript: false,
  })
  .then(() => {
    running = false;
    // The engine ends these processes with a signal, which leaves Node.js no time to keep what it compiled (NODE_COMPILE_CACHE).
    module.flushCompileCache?.();
  });
