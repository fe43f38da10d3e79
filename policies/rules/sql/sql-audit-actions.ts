import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "sql-audit-actions",
  title: "Azure SQL audits sign-ins and statements",
  severity: "medium",
  description:
    "A list of one's own replaces Azure's, which holds all three, so that what it leaves out is not audited.",
  remediation:
    "Leave out auditActionsAndGroups, or let it hold BATCH_COMPLETED_GROUP, SUCCESSFUL_DATABASE_AUTHENTICATION_GROUP and FAILED_DATABASE_AUTHENTICATION_GROUP.",
  references: {
    catalogue: ["SQL-13"],
    azurePolicy: ["7ff426e2"],
    nist: ["AU-2", "AU-3", "AU-12"],
    docs: ["https://learn.microsoft.com/azure/azure-sql/database/auditing-overview"],
  },
  appliesTo: [
    "azure-native:sql:ServerBlobAuditingPolicy",
    "azure-native:sql:ExtendedServerBlobAuditingPolicy",
  ],
  parameters: {
    groups: {
      type: "array",
      items: { type: "string" },
      description: "Groups of actions that are audited. Default: those of Azure Policy 7ff426e2.",
      default: [
        "BATCH_COMPLETED_GROUP",
        "SUCCESSFUL_DATABASE_AUTHENTICATION_GROUP",
        "FAILED_DATABASE_AUTHENTICATION_GROUP",
      ],
    },
  },
  *check({ props }, parameters) {
    const groups = props.at("auditActionsAndGroups");
    const audited = groups.items();
    if (audited.length === 0) return;
    for (const wanted of parameters.strings("groups")) {
      if (!audited.some((group) => group.is(wanted))) yield groups.violates(`must hold "${wanted}"`);
    }
  },
});
