import type { Property } from "../property.ts";
import type { TypePattern } from "../resource-type.ts";
import type { ResourceView, StackView } from "../view.ts";

/**
 * The value of a server parameter (`azure-native:dbforpostgresql:Configuration`) when the resource sets this one. The
 * parameter is named by `configurationName`, and where that is left out by the resource's own name, which is what the
 * provider then takes.
 */
export function serverParameter(resource: ResourceView, name: string): Property | undefined {
  const configurationName = resource.props.at("configurationName");
  const sets = configurationName.isSet ? configurationName.is(name) : resource.name === name;
  return sets ? resource.props.at("value") : undefined;
}

/** The values that the stack gives to a server's parameter; none where it leaves Azure's default. */
export function parametersOf(
  stack: StackView,
  { urn }: ResourceView,
  configurations: TypePattern,
  name: string,
): readonly Property[] {
  return stack
    .ofType(configurations)
    .filter((configuration) => configuration.dependenciesOf("serverName").includes(urn))
    .map((configuration) => serverParameter(configuration, name))
    .filter((value) => value !== undefined);
}
