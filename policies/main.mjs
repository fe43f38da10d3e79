// The engine requires the folder's entry point. A JavaScript file keeps the launcher's ts-node, which checks types and
// knows no ES modules, away from the TypeScript behind it; Node strips the types itself.
import { runPack } from "./start/run-pack.ts";

// No top-level await: the engine's launcher requires this module.
void runPack(import.meta.dirname);
