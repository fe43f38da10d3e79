import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "mysql-flexible-server",
  title: "MySQL servers are flexible servers",
  severity: "high",
  description: "Single servers were retired in 2024; what is left of them gets no fixes of vulnerabilities.",
  remediation: "Declare a dbformysql.Server of a current API version, which is a flexible server.",
  references: {
    catalogue: ["MYS-15"],
    psrule: ["MySQL.UseFlexible"],
    nist: ["SA-22", "SI-2"],
    docs: ["https://learn.microsoft.com/azure/mysql/migrate/whats-happening-to-mysql-single-server"],
  },
  appliesTo: ["azure-native:dbformysql:SingleServer", "azure-native:dbformysql:Server"],
  *check({ kind, props }) {
    // Up to azure-native 1 a Server was a single server, whose inputs stood in properties.
    if (kind.name === "SingleServer" || props.at("properties").isSet)
      yield { path: "", message: "the server is a single server; it must be a flexible server" };
  },
});
