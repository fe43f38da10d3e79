/** Names of properties that decide about who reaches what, and how; of resources of Azure and of Kubernetes. */
const decisive =
  /tls|ssl|https|public|firewall|acl|rules?set|anonymous|admin|auth|rbac|encrypt|secur|disablelocal|localauth|sharedkey|privileged|escalation|capabilities|privatecluster|authorizedip|allow|network|defender|audit|purge|softdelete|hostpath|hostpid|hostipc|ipfamil|policy|policies|identity|password|secret|image$|rules$|subjects$|roleref$/i;

/** Containers in which such properties stand: whoever names one of them names all that is in it. */
const containers: ReadonlySet<string> = new Set([
  "properties",
  "spec",
  "spec.template",
  "spec.template.spec",
  "spec.jobTemplate",
  "spec.jobTemplate.spec",
  "spec.jobTemplate.spec.template",
  "spec.jobTemplate.spec.template.spec",
  "containers",
  "initContainers",
  "metadata",
  "metadata.labels",
]);

/** Whether a property path, as the option ignoreChanges takes it, is of a property that decides about security, or holds one. */
export function decidesSecurity(path: string): boolean {
  const names = path
    .replaceAll(/\[\s*(?:\d+|\*)\s*\]/g, "")
    .replaceAll(/\[\s*"((?:[^"\\]|\\.)*)"\s*\]/g, ".$1")
    .split(".")
    .filter((name) => name !== "");
  const plain = names.join(".");
  return (
    names.length === 0 ||
    names.includes("*") ||
    containers.has(plain) ||
    containers.has(names.at(-1) ?? "") ||
    names.some((name) => decisive.test(name))
  );
}
