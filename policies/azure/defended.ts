import { each } from "../evaluate.ts";
import type { Finding } from "../finding.ts";
import type { TypePattern } from "../resource-type.ts";
import type { ResourceView, StackView } from "../view.ts";
import { plansNamed } from "./defender-plan.ts";

/** The resources that turn Defender on for one resource. */
export const threatProtection: readonly TypePattern[] = ["azure-native:security:AdvancedThreatProtection"];

/**
 * Finds the resources of these types that Defender does not watch: neither a setting of their own nor the plan of this name
 * is on in the stack.
 */
export function defenceRequired(types: readonly TypePattern[], plan: string) {
  return (stack: StackView): Iterable<Finding> =>
    each(stack.ofType(...types), function* (resource) {
      if (plansNamed(stack, plan).some(({ props }) => props.at("pricingTier").is("Standard"))) return;
      if (settingsOf(stack, resource).some(({ props }) => props.at("isEnabled").is(true))) return;
      yield { path: "", message: `nothing in the stack turns on the Defender plan ${plan}`, resource };
    });
}

function settingsOf(stack: StackView, { urn }: ResourceView): readonly ResourceView[] {
  return stack
    .ofType(...threatProtection)
    .filter((setting) => setting.dependenciesOf("resourceId").includes(urn));
}
