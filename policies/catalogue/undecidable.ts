/** Rules of the catalogue that no plan can decide, with the reason; by their ids. */
export const undecidable: Readonly<Record<string, string>> = {
  "ACR-13":
    "Whether images are scanned, and healthy, is a state of the registry's content. That the plan for it is on is another rule.",
  "ACR-24": "How full a registry is, only the registry knows.",
  "COS-16": "The age of an account's keys changes with time, not with a deployment.",
  "IAM-05": "Standing and eligible assignments of the tenant are no resources of a stack.",
  "IAM-15": "Whether a principal is a guest stands in the directory, not in the assignment.",
  "K8S-35": "Signatures are checked when an image is pulled; a plan holds its name only.",
  "KFK-12": "Whether anybody uses a hub, only its metrics say.",
  "NET-18":
    "Azure creates a Network Watcher by itself, once in a subscription and region, outside of any stack.",
  "NET-22":
    "A peering is connected when both sides have been made, of which the other may be in any subscription.",
  "SB-13": "Whether anybody uses a namespace, only its metrics say.",
  "SQL-22": "Findings of an assessment arise while the database runs.",
};
