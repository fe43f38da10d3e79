import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { allLogs, defenderPlan, diagnosticsOf } from "./partners.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { ServiceCases } from "./rule-cases.ts";

const security = "Microsoft.WindowsAzure.ApiManagement.Gateway.Security";

const weakCiphersOff = Object.fromEntries(
  [
    "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
    "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
    "TLS_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_RSA_WITH_AES_256_CBC_SHA256",
    "TLS_RSA_WITH_AES_128_CBC_SHA256",
    "TLS_RSA_WITH_AES_256_CBC_SHA",
    "TLS_RSA_WITH_AES_128_CBC_SHA",
  ].map((cipher) => [`${security}.Ciphers.${cipher}`, "False"]),
);

const farAway = "2999-01-01T00:00:00Z";

/** A service that breaks no rule about one resource. */
const service: TestResource = {
  type: "azure-native:apimanagement:ApiManagementService",
  name: "service",
  inputs: {
    additionalLocations: [{ location: "northeurope", zones: ["1", "2"] }],
    apiVersionConstraint: { minApiVersion: "2021-08-01" },
    customProperties: weakCiphersOff,
    hostnameConfigurations: [
      { type: "Proxy", negotiateClientCertificate: true, certificate: { expiry: farAway } },
    ],
    identity: { type: "SystemAssigned" },
    serviceName: "platform-apis",
    sku: { name: "Premium", capacity: 2 },
    virtualNetworkConfiguration: { subnetResourceId: unknown },
    virtualNetworkType: "Internal",
    zones: ["1", "2"],
  },
};

/** The service with one of its custom properties set otherwise; their names hold dots. */
function withCustom(name: string, value: unknown): TestResource {
  return withInput(service, "customProperties", { ...weakCiphersOff, [name]: value });
}

const backend: TestResource = {
  type: "azure-native:apimanagement:Backend",
  inputs: {
    credentials: { certificateIds: [unknown] },
    tls: { validateCertificateChain: true, validateCertificateName: true },
    url: "https://orders.internal",
  },
};

const api: TestResource = {
  type: "azure-native:apimanagement:Api",
  name: "api",
  inputs: {
    description: "Orders of customers",
    displayName: "Orders",
    protocols: ["https"],
    serviceUrl: "https://orders.internal",
  },
};

const product: TestResource = {
  type: "azure-native:apimanagement:Product",
  inputs: {
    approvalRequired: true,
    description: "For partners",
    displayName: "Partners",
    productId: "partners",
    subscriptionRequired: true,
  },
};

const subscription: TestResource = {
  type: "azure-native:apimanagement:Subscription",
  inputs: { displayName: "Shop", scope: "/products/partners" },
};

const namedValue: TestResource = {
  type: "azure-native:apimanagement:NamedValue",
  inputs: { displayName: "token", keyVault: { secretIdentifier: unknown }, secret: true },
};

const tenantAccess: TestResource = {
  type: "azure-native:resources:Resource",
  inputs: {
    resourceProviderNamespace: "Microsoft.ApiManagement",
    parentResourcePath: "service/platform-apis",
    resourceType: "tenant",
    resourceName: "access",
    properties: { enabled: false },
  },
};

const portal: TestResource = {
  type: "azure-native:resources:Resource",
  inputs: {
    resourceProviderNamespace: "Microsoft.ApiManagement",
    parentResourcePath: "service/platform-apis",
    resourceType: "portalconfigs",
    resourceName: "default",
    properties: { enableBasicAuth: false },
  },
};

const user: TestResource = {
  type: "azure-native:apimanagement:User",
  inputs: { email: "someone@example.com", firstName: "Some", lastName: "One" },
};

const inheriting =
  "<policies><inbound><base /></inbound><backend><base/></backend><outbound><base></base></outbound><on-error><base /></on-error></policies>";

function policy(value: unknown, type = "ApiPolicy"): TestResource {
  return { type: `azure-native:apimanagement:${type}`, inputs: { format: "rawxml", value } };
}

function cors(entries: string): TestResource {
  return policy(`<policies><inbound><cors>${entries}</cors></inbound></policies>`, "Policy");
}

const collection: TestResource = {
  type: "azure-native:security:APICollectionByAzureApiManagementService",
  name: "collection",
  inputs: { apiId: unknown },
  dependencies: { apiId: ["api"] },
};

export const apimanagementCases: ServiceCases = {
  "apim-virtual-network": {
    ...propertyCases(service, "virtualNetworkType", { good: [], bad: ["None"], absent: "fail" }),
    compliant: [
      service,
      withInput(service, "virtualNetworkType", "External"),
      withInput(withInput(service, "virtualNetworkType", "None"), "publicNetworkAccess", "Disabled"),
    ],
    violating: [
      {
        subject: withInput(service, "virtualNetworkType", "None"),
        message: /virtualNetworkType is "None"/,
      },
      {
        subject: withInput(service, "virtualNetworkConfiguration", undefined),
        message: /virtualNetworkConfiguration\.subnetResourceId is absent/,
      },
    ],
  },
  "apim-public-access-disabled": {
    ...propertyCases(withInput(service, "virtualNetworkType", "None"), "publicNetworkAccess", {
      good: ["Disabled"],
      bad: ["Enabled"],
      absent: "fail",
    }),
    compliant: [
      service,
      withInput(withInput(service, "virtualNetworkType", "None"), "publicNetworkAccess", "Disabled"),
    ],
  },
  "apim-tls-protocols": {
    compliant: [service, withCustom(`${security}.Protocols.Tls10`, "False")],
    violating: [
      {
        subject: withCustom(`${security}.Protocols.Tls10`, "True"),
        message: /Protocols\.Tls10"\] is "True"/,
      },
      {
        subject: withCustom(`${security}.Backend.Protocols.Ssl30`, "true"),
        message: /Backend\.Protocols\.Ssl30"\] is "true"/,
      },
    ],
    absent: { subject: withInput(service, "customProperties", undefined), outcome: "pass" },
    unknown: [
      withInput(service, "customProperties", unknown),
      withCustom(`${security}.Protocols.Tls11`, unknown),
    ],
  },
  "apim-strong-ciphers": {
    compliant: [service, { ...service, inputs: { sku: { name: "StandardV2", capacity: 1 } } }],
    violating: [
      {
        subject: withCustom(`${security}.Ciphers.TLS_RSA_WITH_AES_128_CBC_SHA`, "True"),
        message: /Ciphers\.TLS_RSA_WITH_AES_128_CBC_SHA"\] is "True"/,
      },
      {
        subject: withCustom(`${security}.Ciphers.TripleDes168`, "True"),
        message: /TripleDes168"\] is "True"/,
      },
    ],
    absent: { subject: withInput(service, "customProperties", undefined), outcome: "fail" },
    unknown: [withInput(service, "customProperties", unknown), withInput(service, "sku", unknown)],
  },
  "apim-client-certificates": {
    compliant: [
      service,
      { ...service, inputs: { sku: { name: "Consumption" }, enableClientCertificate: true } },
    ],
    violating: [
      {
        subject: withInput(service, "hostnameConfigurations.0.negotiateClientCertificate", false),
        message: /hostnameConfigurations\[0\]\.negotiateClientCertificate is false/,
      },
      {
        subject: { ...service, inputs: { sku: { name: "Consumption" } } },
        message: /enableClientCertificate is absent/,
      },
    ],
    absent: { subject: withInput(service, "hostnameConfigurations", undefined), outcome: "fail" },
    unknown: [withInput(service, "hostnameConfigurations", unknown), withInput(service, "sku.name", unknown)],
  },
  "apim-backend-https": {
    compliant: [backend, api, withInput(api, "serviceUrl", "wss://orders.internal")],
    violating: [
      { subject: withInput(backend, "url", "http://orders.internal"), message: /url is "http:/ },
      { subject: withInput(api, "serviceUrl", "HTTP://orders.internal"), message: /serviceUrl is "HTTP:/ },
    ],
    absent: { subject: withInput(api, "serviceUrl", undefined), outcome: "pass" },
    unknown: [withInput(backend, "url", unknown), withInput(api, "serviceUrl", unknown)],
  },
  "apim-api-https-only": {
    compliant: [api, withInput(api, "protocols", ["wss"])],
    violating: [
      { subject: withInput(api, "protocols", ["https", "http"]), message: /protocols\[1\] is "http"/ },
    ],
    absent: { subject: withInput(api, "protocols", undefined), outcome: "pass" },
    unknown: [withInput(api, "protocols", unknown), withInput(api, "protocols", [unknown])],
  },
  "apim-backend-authenticated": {
    compliant: [
      backend,
      withInput(backend, "credentials", { header: { Authorization: [unknown] } }),
      withInput(withInput(backend, "credentials", undefined), "type", "Pool"),
    ],
    violating: [
      { subject: withInput(backend, "credentials", {}), message: /credentials is an object; it must say/ },
    ],
    absent: { subject: withInput(backend, "credentials", undefined), outcome: "fail" },
    unknown: [withInput(backend, "type", unknown)],
  },
  "apim-backend-certificate-validated": propertyCases(backend, "tls.validateCertificateChain", {
    good: [true],
    bad: [false],
    absent: "pass",
  }),
  "apim-no-direct-management": {
    compliant: [
      tenantAccess,
      withInput(withInput(tenantAccess, "resourceType", "other"), "properties.enabled", true),
    ],
    violating: [
      {
        subject: withInput(tenantAccess, "properties.enabled", true),
        message: /properties\.enabled is true; it must not be true/,
      },
      {
        subject: withInput(
          withInput(tenantAccess, "resourceType", "service/platform-apis/tenant"),
          "properties.enabled",
          true,
        ),
        message: /properties\.enabled is true/,
      },
    ],
    absent: { subject: withInput(tenantAccess, "properties", undefined), outcome: "pass" },
    unknown: [withInput(tenantAccess, "properties", unknown)],
  },
  "apim-named-values-in-vault": {
    compliant: [
      namedValue,
      { ...namedValue, inputs: { displayName: "region", value: "westeurope", secret: false } },
    ],
    violating: [
      {
        subject: { ...namedValue, inputs: { displayName: "token", value: unknown, secret: true } },
        message: /keyVault\.secretIdentifier is absent/,
      },
    ],
    absent: { subject: { ...namedValue, inputs: { displayName: "token" } }, outcome: "fail" },
    unknown: [withInput(namedValue, "secret", unknown)],
  },
  "apim-managed-identity": propertyCases(service, "identity.type", {
    good: ["SystemAssigned", "UserAssigned"],
    bad: ["None"],
    absent: "fail",
  }),
  "apim-minimum-api-version": propertyCases(service, "apiVersionConstraint.minApiVersion", {
    good: ["2021-08-01", "2022-08-01"],
    bad: ["2019-12-01"],
    absent: "fail",
  }),
  "apim-subscriptions-scoped": {
    compliant: [product, subscription, withInput(subscription, "scope", "/apis/orders")],
    violating: [
      { subject: withInput(subscription, "scope", "/apis"), message: /scope is "\/apis"/ },
      {
        subject: withInput(product, "subscriptionRequired", false),
        message: /subscriptionRequired is false/,
      },
      { subject: withInput(product, "approvalRequired", false), message: /approvalRequired is false/ },
    ],
    absent: { subject: withInput(product, "approvalRequired", undefined), outcome: "fail" },
    unknown: [withInput(subscription, "scope", unknown), withInput(product, "approvalRequired", unknown)],
  },
  "apim-no-sample-products": propertyCases(product, "productId", {
    good: ["partners"],
    bad: ["starter", "Unlimited"],
    absent: "pass",
  }),
  "apim-policy-inherits": {
    compliant: [
      policy(inheriting),
      policy(inheriting, "ProductPolicy"),
      withInput(policy("https://example.com/policy.xml"), "format", "rawxml-link"),
      policy("<http-data-source></http-data-source>", "GraphQLApiResolverPolicy"),
    ],
    violating: [
      {
        subject: policy(inheriting.replace("<inbound><base /></inbound>", "<inbound></inbound>")),
        message: /value has no <base \/> in inbound/,
      },
      {
        subject: policy(inheriting.replace("<base/>", "<!-- <base/> -->")),
        message: /value has no <base \/> in backend/,
      },
      {
        subject: policy(inheriting.replace("<on-error><base /></on-error>", "<on-error />")),
        message: /value has no <base \/> in on-error/,
      },
    ],
    absent: { subject: policy(undefined), outcome: "pass" },
    unknown: [policy(unknown)],
  },
  "apim-cors-no-wildcard": {
    compliant: [
      cors("<allowed-origins><origin>https://shop.example.com</origin></allowed-origins>"),
      policy(inheriting),
    ],
    violating: [
      {
        subject: cors("<allowed-origins><origin> * </origin></allowed-origins>"),
        message: /value allows every origin in cors/,
      },
      {
        subject: cors("<allowed-headers><header>*</header></allowed-headers>"),
        message: /value allows every header in cors/,
      },
    ],
    absent: { subject: policy(undefined, "Policy"), outcome: "pass" },
    unknown: [policy(unknown, "Policy")],
  },
  "apim-no-passwords": {
    compliant: [user, portal, tenantAccess],
    violating: [
      { subject: withInput(user, "password", "not-shown"), message: /password is set; it must not be/ },
      {
        subject: withInput(portal, "properties.enableBasicAuth", true),
        message: /properties\.enableBasicAuth is true/,
      },
    ],
    absent: { subject: withInput(portal, "properties", undefined), outcome: "fail" },
    unknown: [withInput(portal, "properties.enableBasicAuth", unknown)],
  },
  "apim-zone-redundant": {
    compliant: [service],
    violating: [
      { subject: withInput(service, "zones", ["1"]), message: /zones is a list of 1/ },
      {
        subject: withInput(service, "additionalLocations.0.zones", undefined),
        message: /additionalLocations\[0\]\.zones is absent/,
      },
    ],
    absent: { subject: withInput(service, "zones", undefined), outcome: "fail" },
    unknown: [withInput(service, "zones", unknown), withInput(service, "zones", ["1", unknown])],
  },
  "apim-multi-region": {
    compliant: [service],
    violating: [
      {
        subject: withInput(service, "additionalLocations", []),
        message: /additionalLocations is an empty list/,
      },
      {
        subject: withInput(service, "additionalLocations.0.disableGateway", true),
        message: /additionalLocations\[0\]\.disableGateway is true/,
      },
    ],
    absent: { subject: withInput(service, "additionalLocations", undefined), outcome: "fail" },
    unknown: [withInput(service, "additionalLocations", unknown)],
  },
  "apim-certificate-expiry": {
    compliant: [service, withInput(service, "certificates", [{ certificate: { expiry: farAway } }])],
    violating: [
      {
        subject: withInput(service, "hostnameConfigurations.0.certificate.expiry", "2020-01-01T00:00:00Z"),
        message: /hostnameConfigurations\[0\]\.certificate\.expiry is "2020-01-01/,
      },
      {
        subject: withInput(service, "certificates", [{ certificate: { expiry: new Date().toISOString() } }]),
        message: /certificates\[0\]\.certificate\.expiry is .*; it must be at least 30 days away/,
      },
    ],
    absent: { subject: withInput(service, "hostnameConfigurations", undefined), outcome: "pass" },
    unknown: [withInput(service, "hostnameConfigurations.0.certificate.expiry", unknown)],
  },
  "apim-defender": {
    compliant: [
      [api, collection],
      [api, defenderPlan("Api")],
      [
        withInput(withInput(api, "subscriptionRequired", false), "authenticationSettings", {
          oAuth2: { authorizationServerId: "entra" },
        }),
        collection,
      ],
    ],
    violating: [
      {
        subject: [withInput(api, "subscriptionRequired", false), collection],
        message: /subscriptionRequired is false/,
      },
      {
        subject: [api, { ...collection, dependencies: { apiId: ["other"] } }],
        message: /nothing in the stack turns on Defender for the API/,
      },
    ],
    absent: { subject: [api], outcome: "fail" },
    unknown: [
      [withInput(api, "subscriptionRequired", unknown), collection],
      [api, defenderPlan("Api", unknown)],
    ],
  },
  "apim-diagnostic-setting": {
    compliant: [
      [service, diagnosticsOf("service", allLogs)],
      [service, diagnosticsOf("service", { category: "GatewayLogs", enabled: true })],
    ],
    violating: [
      {
        subject: [service, diagnosticsOf("service", { category: "WebSocketConnectionLogs", enabled: true })],
        message: /does not keep logs of audit or GatewayLogs/,
      },
    ],
    absent: { subject: [service], outcome: "fail" },
    unknown: [[service, diagnosticsOf("service", { category: unknown, enabled: true })]],
  },
  "apim-descriptors": {
    compliant: [service, api, product],
    violating: [
      { subject: withInput(service, "serviceName", "1-apis"), message: /serviceName is "1-apis"/ },
      { subject: withInput(api, "description", ""), message: /description is ""/ },
      { subject: withInput(product, "displayName", undefined), message: /displayName is absent/ },
    ],
    absent: { subject: withInput(product, "description", undefined), outcome: "fail" },
    unknown: [withInput(service, "serviceName", unknown), withInput(api, "description", unknown)],
  },
};
