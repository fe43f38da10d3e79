import { localAccount } from "../../account.ts";
import { absent, compact, flag, isBody, object, text, without } from "../../body.ts";
import { badRequest, refusal, type Refusal } from "../../refusal.ts";
import type { ResourceType, Write } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { propertyFixed } from "../fixed-properties.ts";
import { identityLinks } from "../identities.ts";
import { privateEndpointConnections } from "../network/private-link.ts";
import { sqlAdministratorToken } from "./administrator.ts";
import type { Azure } from "../../azure.ts";

export const sqlServerToken = "azure-native:sql:Server";

export const sqlServer: ResourceType = {
  token: sqlServerToken,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Sql/servers/{serverName}",
  apiVersion: "2023-08-01",
  place: "regional",
  stamps: [],
  identity: true,
  writeOnly: ["administratorLoginPassword"],
  enumerations: {
    minimalTlsVersion: ["sql", "MinimalTlsVersion"],
    publicNetworkAccess: ["sql", "ServerPublicNetworkAccessFlag"],
    restrictOutboundNetworkAccess: ["sql", "ServerNetworkAccessFlag"],
    isIPv6Enabled: ["sql", "ServerNetworkAccessFlag"],
    "administrators.administratorType": ["sql", "AdministratorType"],
    "administrators.principalType": ["sql", "PrincipalType"],
    "identity.type": ["sql", "IdentityType"],
  },
  unique: {
    realm: "sql",
    taken: (write) => ({
      ...refusal(
        200,
        "NameAlreadyExists",
        `The name '${write.name}' already exists. Choose a different name.`,
      ),
      afterAcceptance: "gone",
    }),
  },
  defaults: (body) => ({
    version: "12.0",
    administratorLogin: isEntraOnly(body) ? "CloudSA" : "",
    minimalTlsVersion: "1.2",
    publicNetworkAccess: "Enabled",
    restrictOutboundNetworkAccess: "Disabled",
  }),
  refusals: serverRefusals,
  *conflicts(write) {
    if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(write.name)) {
      yield badRequest(
        "InvalidServerName",
        `Invalid server name: '${write.name}'. It has up to 63 lower-case letters, digits and hyphens, the first and last no hyphen.`,
      );
    }
    yield* loginConflicts(write);
    yield* propertyFixed(write, ["administratorLogin", "version"]);
  },
  links: (body) =>
    identityLinks(body, (id) =>
      badRequest("InvalidResourceIdentity", `The user-assigned identity ${id} was not found.`),
    ),
  outputs: (resource, azure) =>
    compact({
      fullyQualifiedDomainName: `${resource.name.toLowerCase()}.database.windows.net`,
      kind: "v12.0",
      state: resource.state === "Succeeded" ? "Ready" : "Disabled",
      externalGovernanceStatus: "Disabled",
      workspaceFeature: undefined,
      administrators: administrators(resource, azure),
      privateEndpointConnections: privateEndpointConnections(resource, azure).map((connection) => ({
        id: connection["id"] ?? "",
        properties: without(connection, ["id", "name"]),
      })),
    }),
};

/** Whether the server takes nobody but principals of Microsoft Entra. */
export function isEntraOnly(body: ArmBody): boolean {
  return flag(body, "administrators.azureADOnlyAuthentication") === true;
}

function administrators(
  resource: Parameters<NonNullable<ResourceType["outputs"]>>[0],
  azure: Azure,
): ArmBody | undefined {
  const own = object(resource.body, "administrators");
  // The administrator can be a resource of its own as well; the later one counts.
  const [separate] = azure.within(resource.id, sqlAdministratorToken);
  const body =
    separate === undefined ||
    (isBody(resource.body["administrators"]) && separate.changedAt < resource.changedAt)
      ? own
      : { ...own, ...separate.body };
  if (Object.keys(body).length === 0) return undefined;
  return {
    administratorType: "ActiveDirectory",
    tenantId: localAccount.tenantId,
    azureADOnlyAuthentication: false,
    ...body,
  };
}

function* serverRefusals(body: ArmBody): Iterable<Refusal> {
  const tls = text(body, "minimalTlsVersion");
  if (tls === "None" || tls === "1.0" || tls === "1.1") {
    yield badRequest(
      "InvalidMinimalTlsVersion",
      `The minimal TLS version '${tls}' is no longer supported: TLS 1.0 and 1.1 are retired. Use 1.2 or 1.3.`,
    );
  }
  const password = text(body, "administratorLoginPassword");
  if (password !== undefined && !isComplex(password, text(body, "administratorLogin") ?? "")) {
    yield {
      ...refusal(
        200,
        "PasswordNotComplex",
        "Password validation failed. The password does not meet policy requirements because it is not complex enough.",
      ),
      afterAcceptance: "gone",
    };
  }
  const login = text(body, "administratorLogin");
  if (
    login !== undefined &&
    /^(admin|administrator|sa|root|dbmanager|loginmanager|dbo|guest|public)$/i.test(login)
  ) {
    yield badRequest("InvalidLoginName", `The provided login name '${login}' is invalid: it is reserved.`);
  }
  const sid = text(body, "administrators.sid");
  if (sid !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(sid)) {
    yield badRequest(
      "InvalidExternalAdministratorSid",
      `Invalid or missing external administrator SID: '${sid}' is no GUID.`,
    );
  }
}

function* loginConflicts(write: Write): Iterable<Refusal> {
  if (write.before !== undefined || isEntraOnly(write.sent)) return;
  for (const [property, code] of [
    ["administratorLogin", "InvalidParameterValue"],
    ["administratorLoginPassword", "InvalidParameterValue"],
  ] as const) {
    if (absent(write.sent, property)) {
      yield badRequest(
        code,
        `Invalid value given for parameter ${property}. Specify a valid parameter value: it is required unless administrators.azureADOnlyAuthentication is true.`,
      );
    }
  }
}

/** Source: learn.microsoft.com/sql/relational-databases/security/password-policy */
function isComplex(password: string, login: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(password)).length;
  const holdsLogin = login.length > 2 && password.toLowerCase().includes(login.toLowerCase());
  return password.length >= 8 && password.length <= 128 && kinds >= 3 && !holdsLogin;
}
