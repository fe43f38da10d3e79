import { each } from "../../evaluate.ts";
import type { Finding } from "../../finding.ts";
import type { Property } from "../../property.ts";
import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-waf",
  title: "Application Gateways prevent attacks on web applications",
  severity: "high",
  description:
    "Without a web application firewall in prevention mode an injection reaches the application; exclusions and disabled rules are holes in it.",
  remediation:
    'Set firewallPolicy on the gateway, and on the WebApplicationFirewallPolicy policySettings: { state: "Enabled", mode: "Prevention" } with managedRules of OWASP 3.2 or Microsoft_DefaultRuleSet 2.1, without exclusions.',
  references: {
    catalogue: ["NET-37"],
    checkov: ["CKV_AZURE_120", "CKV_AZURE_122", "CKV_AZURE_135"],
    psrule: [
      "AppGw.UseWAF",
      "AppGw.WAFEnabled",
      "AppGw.Prevention",
      "AppGw.OWASP",
      "AppGw.WAFRules",
      "AppGw.MigrateWAFPolicy",
      "AppGwWAF.Enabled",
      "AppGwWAF.PreventionMode",
      "AppGwWAF.Exclusions",
      "AppGwWAF.RuleGroups",
    ],
    azurePolicy: ["ff1f1879", "882e19a6", "ebea0d86", "c3a8e4bd"],
    cis: ["Found6 7.10", "Found6 7.14", "Found6 7.15"],
    kics: ["tf:app_gateway_waf_is_disabled", "tf:waf_is_disabled_for_azure_application_gateway"],
    nist: ["SC-7", "SI-3", "SI-4", "SI-10"],
    pulumi: ["application-gateway-waf"],
    docs: ["https://learn.microsoft.com/azure/web-application-firewall/ag/ag-overview"],
  },
  appliesTo: ["azure-native:network:ApplicationGateway", "azure-native:network:WebApplicationFirewallPolicy"],
  *check({ kind, props }) {
    yield* kind.name === "ApplicationGateway" ? checkGateway(props) : checkPolicy(props);
  },
});

function* checkGateway(gateway: Property): Iterable<Finding> {
  if (gateway.at("firewallPolicy").child("id").isSet) return;
  const legacy = gateway.at("webApplicationFirewallConfiguration");
  if (!legacy.isSet) {
    yield gateway.at("firewallPolicy.id").violates("must be the id of a WebApplicationFirewallPolicy");
    return;
  }
  yield* demandOneOf(legacy.at("enabled"), [true]);
  yield* demandOneOf(legacy.at("firewallMode"), ["Prevention"]);
  yield* checkRuleSet(legacy);
  for (const list of ["exclusions", "disabledRuleGroups"]) yield* mustBeEmpty(legacy.at(list));
}

function* checkPolicy(policy: Property): Iterable<Finding> {
  const settings = policy.at("policySettings");
  // Enabled is the default of the state, and Detection that of the mode.
  if (settings.at("state").is("Disabled")) yield settings.at("state").violates('must be "Enabled"');
  yield* demandOneOf(settings.at("mode"), ["Prevention"]);
  if (settings.at("requestBodyCheck").is(false))
    yield settings.at("requestBodyCheck").violates("must be true");
  const managed = policy.at("managedRules");
  yield* mustBeEmpty(managed.at("exclusions"));
  const sets = managed.at("managedRuleSets");
  const main = sets.items().filter((set) => set.at("ruleSetType").is("OWASP", "Microsoft_DefaultRuleSet"));
  if (main.length === 0) yield sets.violates("must hold OWASP or Microsoft_DefaultRuleSet");
  yield* each(main, function* (set) {
    yield* checkRuleSet(set);
    yield* mustBeEmpty(set.at("ruleGroupOverrides"));
  });
}

/** OWASP below 3 is retired; the rule sets of Microsoft begin with 2. */
function* checkRuleSet(set: Property): Iterable<Finding> {
  const version = set.at("ruleSetVersion");
  const least = set.at("ruleSetType").is("OWASP") ? 3 : 2;
  if (Number.parseFloat(version.string ?? "0") < least) yield version.violates(`must be ${least} or later`);
}

function* mustBeEmpty(list: Property): Iterable<Finding> {
  if (list.items().length > 0) yield list.violates("must be empty");
}
