import type { Finding } from "../finding.ts";
import type { TypePattern } from "../resource-type.ts";
import type { ResourceView, StackView } from "../view.ts";

/** The resources that choose a Defender plan of a subscription. */
export const defenderPlans: readonly TypePattern[] = ["azure-native:security:Pricing"];

/** The plans of this name, such as `StorageAccounts`; a plan that names none is called as the resource itself. */
export function plansNamed(stack: StackView, name: string): readonly ResourceView[] {
  return stack.ofType(...defenderPlans).filter((plan) => {
    const pricingName = plan.props.at("pricingName");
    return pricingName.isSet ? pricingName.is(name) : plan.name.toLowerCase() === name.toLowerCase();
  });
}

/**
 * Demands Defender plans of a program that chooses any: each must be there, in the Standard tier, with these extensions
 * on. A program that chooses no plan leaves the subscription to others and is not judged.
 */
export function plansRequired(names: readonly string[], extensions: readonly string[] = []) {
  return function* (stack: StackView): Iterable<Finding> {
    const chosen = stack.ofType(...defenderPlans);
    const [first] = chosen;
    if (first === undefined) return;
    for (const name of names) {
      const plans = plansNamed(stack, name);
      if (plans.length === 0)
        yield { path: "", message: `the stack does not choose the Defender plan ${name}`, resource: first };
      for (const plan of plans) {
        for (const finding of planFindings(plan, extensions)) yield { ...finding, resource: plan };
      }
    }
  };
}

function* planFindings({ props }: ResourceView, extensions: readonly string[]): Iterable<Finding> {
  const tier = props.at("pricingTier");
  if (!tier.is("Standard")) {
    yield tier.violates('must be "Standard"');
    return;
  }
  for (const name of extensions) {
    const extension = props
      .at("extensions")
      .items()
      .find((candidate) => candidate.at("name").is(name));
    if (extension?.at("isEnabled").is("True") !== true)
      yield {
        path: "extensions",
        message: `extensions does not turn on ${name}; it must be there with isEnabled "True"`,
      };
  }
}
