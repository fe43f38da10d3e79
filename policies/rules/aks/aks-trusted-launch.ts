import { agentPoolHolders, everyAgentPool } from "../../azure/agent-pool.ts";
import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-trusted-launch",
  title: "AKS nodes start with secure boot and a virtual TPM",
  severity: "medium",
  description:
    "They keep a rootkit from loading before the operating system, and tell when one has tried. Windows pools are left out, because they have neither.",
  remediation:
    "Set securityProfile: { enableSecureBoot: true, enableVTPM: true } on every agent pool, and enableFIPS: true where the parameter requireFips asks for it.",
  references: {
    catalogue: ["X-08"],
    nist: ["SC-13", "SI-7", "SI-7(9)"],
    docs: [
      "https://learn.microsoft.com/azure/aks/use-trusted-launch",
      "https://learn.microsoft.com/azure/aks/enable-fips-nodes",
    ],
  },
  appliesTo: agentPoolHolders,
  parameters: {
    requireFips: {
      type: "boolean",
      description: "Whether nodes must also use cryptography that is validated by FIPS 140.",
      default: false,
    },
  },
  check: everyAgentPool(function* (pool, parameters) {
    if (pool.at("osType").is("Windows")) return;
    yield* demandOneOf(pool.at("securityProfile.enableSecureBoot"), [true]);
    yield* demandOneOf(pool.at("securityProfile.enableVTPM"), [true]);
    if (parameters.boolean("requireFips")) yield* demandOneOf(pool.at("enableFIPS"), [true]);
  }),
});
