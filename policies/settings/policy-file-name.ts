/** The name of the file in which a program says how it keeps the policies; it stands beside Pulumi.yaml. */
export const policyFileName = "policies.yaml";
