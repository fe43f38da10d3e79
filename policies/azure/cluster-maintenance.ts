import type { TypePattern } from "../resource-type.ts";
import type { ResourceView, StackView } from "../view.ts";

/** The resources that say when AKS may work on a cluster. */
export const maintenanceConfigurations: readonly TypePattern[] = [
  "azure-native:containerservice:MaintenanceConfiguration",
];

/** The window in which AKS upgrades Kubernetes. */
export const clusterWindow = "aksManagedAutoUpgradeSchedule";
/** The window in which AKS upgrades the operating system of the nodes. */
export const nodeWindow = "aksManagedNodeOSUpgradeSchedule";

/** The maintenance configurations of this name that the stack gives to the cluster. */
export function windowsOf(stack: StackView, { urn }: ResourceView, name: string): readonly ResourceView[] {
  return stack.ofType(...maintenanceConfigurations).filter((configuration) => {
    if (!configuration.dependenciesOf("resourceName").includes(urn)) return false;
    const configName = configuration.props.at("configName");
    // The provider takes the resource's own name where none is given.
    return configName.isSet ? configName.is(name) : configuration.name === name;
  });
}
