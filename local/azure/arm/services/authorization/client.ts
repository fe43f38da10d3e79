import { localAccount } from "../../account.ts";
import { text } from "../../body.ts";
import type { Invoke } from "../../invoke.ts";
import { personToken } from "../../../entra/person-token.ts";

/** Who is signed in, and to what. */
export const getClientConfig: Invoke = (args) => ({
  clientId: localAccount.clientId,
  objectId: localAccount.objectId,
  subscriptionId: text(args, "subscriptionId") ?? localAccount.subscriptionId,
  tenantId: localAccount.tenantId,
});

/** An access token of the signed-in person: at the local Azure the one that its clusters accept. */
export const getClientToken: Invoke = (_args, context) => ({
  token: personToken(context.azure.store.directory),
});
