import { each } from "../evaluate.ts";
import type { Finding } from "../finding.ts";
import type { TypePattern } from "../resource-type.ts";
import type { ResourceView, StackView } from "../view.ts";

/** The resources that make a diagnostic setting, also in the module that held them before azure-native 3. */
export const diagnosticSettings: readonly TypePattern[] = [
  "azure-native:monitor:DiagnosticSetting",
  "azure-native:insights:DiagnosticSetting",
];

/** The diagnostic settings of the stack that refer to the resource. */
export function diagnosticSettingsOf(stack: StackView, { urn }: ResourceView): readonly ResourceView[] {
  return stack
    .ofType(...diagnosticSettings)
    .filter((setting) => setting.dependenciesOf("resourceUri").includes(urn));
}

/**
 * Whether a diagnostic setting keeps logs: those of the wanted categories or groups of categories, or any where none are
 * named. The group `allLogs` holds every category.
 */
export function keepsLogs({ props }: ResourceView, wanted: readonly string[] = []): boolean {
  return props
    .at("logs")
    .items()
    .some(
      (log) =>
        log.at("enabled").is(true) &&
        (wanted.length === 0 ||
          log.at("categoryGroup").is("allLogs", ...wanted) ||
          log.at("category").is(...wanted)),
    );
}

/**
 * Finds the resources of these types whose logs no diagnostic setting of the stack keeps.
 *
 * @param wanted categories or groups of categories, one of which must be kept. Default: any
 */
export function logsRequired(types: readonly TypePattern[], wanted: readonly string[] = []) {
  return (stack: StackView): Iterable<Finding> =>
    each(stack.ofType(...types), function* (resource) {
      const settings = diagnosticSettingsOf(stack, resource);
      if (settings.some((setting) => keepsLogs(setting, wanted))) return;
      const which = wanted.length === 0 ? "any logs" : `logs of ${wanted.join(" or ")}`;
      yield {
        path: "",
        message:
          settings.length === 0
            ? "no diagnostic setting of the stack refers to the resource"
            : `the diagnostic setting of the resource does not keep ${which}`,
        resource,
      };
    });
}

/**
 * Finds the resources of these types of which the diagnostic settings of the stack, taken together, do not keep every kind
 * of log that is wanted.
 *
 * @param kinds for each kind the categories or groups of categories, one of which must be kept
 */
export function eachKindOfLogRequired(types: readonly TypePattern[], kinds: readonly (readonly string[])[]) {
  return (stack: StackView): Iterable<Finding> =>
    each(stack.ofType(...types), function* (resource) {
      const settings = diagnosticSettingsOf(stack, resource);
      for (const wanted of kinds) {
        if (!settings.some((setting) => keepsLogs(setting, wanted)))
          yield {
            path: "",
            message: `no diagnostic setting of the stack keeps logs of ${wanted.join(" or ")}`,
            resource,
          };
      }
    });
}
