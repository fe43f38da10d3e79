import type { Property } from "../property.ts";

/**
 * Whether a label selector, `matchLabels` and `matchExpressions`, selects an object with these labels. An empty selector
 * selects everything.
 */
export function selects(selector: Property, labels: Property): boolean {
  return (
    matchesLabels(selector.at("matchLabels"), labels) &&
    selector
      .at("matchExpressions")
      .items()
      .every((expression) => matchesExpression(expression, labels))
  );
}

/** Whether an object has all of these labels, as a Service's selector asks. */
export function matchesLabels(wanted: Property, labels: Property): boolean {
  return wanted.entries().every(([key, value]) => labels.child(key).value === value.value);
}

function matchesExpression(expression: Property, labels: Property): boolean {
  const label = labels.child(expression.at("key").string ?? "");
  const isListed = () =>
    expression
      .at("values")
      .items()
      .some((value) => value.value === label.value);
  switch (expression.at("operator").string) {
    case "In":
      return isListed();
    case "NotIn":
      return !isListed();
    case "Exists":
      return label.isSet;
    case "DoesNotExist":
      return !label.isSet;
    default:
      return false;
  }
}
