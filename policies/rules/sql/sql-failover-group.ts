import { locationName } from "../../azure/location.ts";
import { pairedRegion } from "../../azure/paired-region.ts";
import { belongsTo, sqlServers } from "../../azure/sql-server.ts";
import { each } from "../../evaluate.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "sql-failover-group",
  title: "Azure SQL fails over to the paired region by itself",
  severity: "low",
  enforcement: "disabled",
  description:
    "Without a failover group the loss of a region is an outage until somebody restores a backup elsewhere. Off by default, because a second server doubles the cost.",
  remediation:
    'Add a sql.FailoverGroup whose serverName is the server\'s name output, with readWriteEndpoint.failoverPolicy: "Automatic" and a partner server in the paired region.',
  references: {
    catalogue: ["X-16"],
    nist: ["CP-6", "CP-7", "CP-10"],
    docs: [
      "https://learn.microsoft.com/azure/azure-sql/database/failover-group-sql-db",
      "https://learn.microsoft.com/azure/reliability/regions-paired",
    ],
  },
  appliesTo: ["azure-native:sql:Server"],
  reads: ["azure-native:sql:FailoverGroup"],
  check: (stack) => {
    const servers = stack.ofType(...sqlServers);
    const groups = stack.ofType("azure-native:sql:FailoverGroup");
    return each(servers, function* (server) {
      if (groups.some((group) => group.dependenciesOf("partnerServers").includes(server.urn))) return;
      const own = groups.filter(belongsTo(server));
      if (own.length === 0)
        yield { path: "", message: "no failover group of the stack belongs to the server", resource: server };
      yield* each(own, function* (group) {
        const policy = group.props.at("readWriteEndpoint.failoverPolicy");
        if (!policy.is("Automatic")) yield { ...policy.violates('must be "Automatic"'), resource: group };
        const partners = servers.filter(({ urn }) => group.dependenciesOf("partnerServers").includes(urn));
        yield* each(partners, function* (partner) {
          const pair = pairedRegion(server.props.at("location").string ?? "");
          const location = partner.props.at("location");
          if (pair !== undefined && location.string !== undefined && locationName(location.string) !== pair)
            yield {
              ...location.violates(`must be ${pair}, the pair of the first server's region`),
              resource: partner,
            };
        });
      });
    });
  },
});
