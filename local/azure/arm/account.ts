/**
 * The one subscription, directory and signed-in principal of a local Azure. They are the same in every checkout, so that ids in
 * logs and tests can be compared; nothing can be reached with them.
 */
export const localAccount = {
  subscriptionId: "10ca1000-0000-4000-8000-000000000001",
  tenantId: "10ca1000-0000-4000-8000-000000000002",
  /** Application (client) id that the engineer signs in through. */
  clientId: "10ca1000-0000-4000-8000-000000000003",
  /** Object id of the engineer in the directory. */
  objectId: "10ca1000-0000-4000-8000-000000000004",
  /** Sign-in name of the engineer. */
  userName: "engineer@local.example",
} as const;
