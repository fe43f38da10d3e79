import { flag } from "../../body.ts";
import type { Invoke } from "../../invoke.ts";
import { badRequest } from "../../refusal.ts";
import { errorOf } from "../../arm-error.ts";
import { registry } from "./registry.ts";

/** Name and passwords of the admin user. */
export const listRegistryCredentials: Invoke = async (args, context) => {
  const { id, outputs } = await context.manager.get(registry.token, context.id(registry.path, args));
  if (flag(outputs, "adminUserEnabled") !== true) {
    throw errorOf(
      badRequest(
        "UnAuthorizedForCredentialOperations",
        `Cannot perform credential operations for ${id} as admin user is disabled. Kindly enable admin user as per docs: https://docs.microsoft.com/en-us/azure/container-registry/container-registry-authentication#admin-account`,
      ),
    );
  }
  return {
    username: String(context.azure.find(id)?.name),
    passwords: ["password", "password2"].map((name) => ({
      name,
      value: context.azure.key.derive("registry", id, name),
    })),
  };
};
