/**
 * Lets Node keep compiled code between runs: a plugin starts for every preview, and compiling the gRPC and protobuf libraries is
 * most of what it does before it answers. To be imported first; what is to profit must be imported dynamically after it.
 */
import { enableCompileCache } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";

const cacheHome = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");

// A NODE_COMPILE_CACHE of the user's own takes precedence; a folder that cannot be written is no error.
enableCompileCache(
  process.env["NODE_COMPILE_CACHE"] ?? join(cacheHome, "microservices-platform", "node-compile-cache"),
);
