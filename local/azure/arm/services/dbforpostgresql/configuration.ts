import { nameOf } from "../../arm-id.ts";
import { absent, text } from "../../body.ts";
import { badRequest, refusal } from "../../refusal.ts";
import type { Resource, ResourceType } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { allows, serverParameter } from "./parameters.ts";

/** A server parameter. Each exists with its server, with a default value; deleting one sets it back. */
export const postgresConfiguration: ResourceType = {
  token: "azure-native:dbforpostgresql:Configuration",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.DBforPostgreSQL/flexibleServers/{serverName}/configurations/{configurationName}",
  apiVersion: "2025-08-01",
  place: "nowhere",
  stamps: ["systemData"],
  *refusals(body, id) {
    const value = text(body, "value");
    const parameter = serverParameter(nameOf(id));
    if (parameter === undefined || value === undefined || text(body, "source") === "system-default") return;
    if (!allows(parameter, value)) {
      yield badRequest(
        "ServerParameterInvalidValue",
        `The value '${value}' of the configuration '${nameOf(id)}' is invalid. Allowed values: [${parameter.allowedValues}].`,
      );
    }
  },
  *conflicts(write) {
    if (!/^[a-z_][a-z0-9_.]*$/i.test(write.name)) yield configurationNotExists(write.id);
    if (serverParameter(write.name)?.readOnly === true) {
      yield badRequest("ReadOnlyServerParameter", `The configuration '${write.name}' is read-only.`);
    }
    if (absent(write.sent, "value") && text(write.sent, "source") !== "system-default") {
      yield badRequest(
        "MissingRequiredParameter",
        `Required parameter value is missing of the configuration '${write.name}'.`,
      );
    }
  },
  implicit: (id) => (serverParameter(nameOf(id)) === undefined ? undefined : { source: "system-default" }),
  notFound: configurationNotExists,
  outputs: (resource) => configurationOutputs(resource),
};

function configurationOutputs(resource: Resource): ArmBody {
  const parameter = serverParameter(resource.name);
  const isDefault = text(resource.body, "source") === "system-default";
  const defaultValue = parameter?.defaultValue ?? "";
  const value = isDefault ? defaultValue : (text(resource.body, "value") ?? defaultValue);
  return {
    value,
    source: isDefault ? "system-default" : (text(resource.body, "source") ?? "user-override"),
    defaultValue,
    dataType: parameter?.dataType ?? "String",
    allowedValues: parameter?.allowedValues ?? "",
    description: `Server parameter ${resource.name}.`,
    documentationLink: `https://www.postgresql.org/docs/current/runtime-config.html#GUC-${resource.name.toUpperCase().replace(/_/g, "-")}`,
    isDynamicConfig: parameter?.dynamic !== false,
    isReadOnly: parameter?.readOnly === true,
    isConfigPendingRestart: parameter?.dynamic === false && value !== defaultValue,
    unit: parameter?.unit ?? "",
  };
}

function configurationNotExists(id: string) {
  return refusal(
    404,
    "ConfigurationNotExists",
    `The configuration '${nameOf(id)}' does not exist for ${id.split("/").at(-3) ?? ""} server version.`,
  );
}
