import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "sql-maintenance-window",
  title: "Azure SQL is maintained at a chosen time",
  severity: "low",
  enforcement: "disabled",
  description:
    "Otherwise connections may break on any evening. Off by default, because Azure's own window lies outside of business hours, and not every region and tier has others.",
  remediation: "Set maintenanceConfigurationId to one of the region's, such as SQL_WestEurope_DB_1.",
  references: {
    catalogue: ["SQL-27"],
    psrule: ["SQL.MaintenanceWindow"],
    nist: ["MA-2"],
    docs: ["https://learn.microsoft.com/azure/azure-sql/database/maintenance-window"],
  },
  appliesTo: ["azure-native:sql:Database", "azure-native:sql:ElasticPool"],
  *check({ props }) {
    if (props.at("elasticPoolId").isSet) return;
    const window = props.at("maintenanceConfigurationId");
    if (!window.isSet || /(^|\/)SQL_Default$/i.test(window.string ?? ""))
      yield window.violates("must be the id of a window other than SQL_Default");
  },
});
