// The engine requires the folder's entry point. A JavaScript file keeps the launcher's ts-node, which checks types and
// knows no ES modules, away from the TypeScript behind it; Node strips the types itself.
import "./index.ts";
