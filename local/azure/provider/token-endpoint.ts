/** For which service `getClientToken` issues a token. Source: the facts of area invoke. */

/** Azure Resource Manager by cloud, under the names that the provider's configuration and environment have for them. */
const managers: Readonly<Record<string, string>> = {
  public: "https://management.azure.com/",
  usgov: "https://management.usgovcloudapi.net/",
  usgovernment: "https://management.usgovcloudapi.net/",
  china: "https://management.chinacloudapi.cn/",
};

/** The endpoint that is asked for, else that of the cloud's resource manager. */
export function tokenEndpoint(endpoint: string | undefined, cloud: string): string {
  return endpoint === undefined || endpoint === ""
    ? (managers[cloud] ?? "https://management.azure.com/")
    : endpoint;
}
