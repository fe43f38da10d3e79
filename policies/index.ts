import { flushCompileCache } from "node:module";
import { PolicyPack } from "@pulumi/policy";
import { packName, policyOf } from "./pack.ts";
import { rules } from "./registry.ts";

// The SDK reads the pack's version from the working directory's package.json, and the engine starts the pack in the program's.
process.chdir(import.meta.dirname);

new PolicyPack(packName, {
  displayName: "Azure platform policies",
  description:
    "Security rules for AKS, PostgreSQL, Azure SQL, Event Hubs, ACR, Key Vault, networks and Kubernetes workloads.",
  enforcementLevel: "mandatory",
  policies: rules.map(policyOf),
});

// The engine ends the pack with a signal, and Node writes its compile cache at exit only.
flushCompileCache();
