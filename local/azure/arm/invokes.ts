import { localAccount } from "./account.ts";
import { formatId } from "./arm-id.ts";
import type { Azure } from "./azure.ts";
import { text } from "./body.ts";
import type { ResourceManager } from "./resource-manager.ts";
import type { ResourceType } from "./resource-type.ts";
import { ArmError, type ArmBody } from "./service.ts";

/** What an invoke may use. */
export interface InvokeContext {
  readonly azure: Azure;
  readonly manager: ResourceManager;
  /** The id that a path template and the invoke's arguments give; the subscription is the local one unless given. */
  readonly id: (template: string, args: ArmBody) => string;
}

/** Functions of the SDK: reads of resources, lists of keys and credentials. */
export class Invokes {
  readonly #context: InvokeContext;

  constructor(azure: Azure, manager: ResourceManager) {
    this.#context = { azure, manager, id: idFrom };
  }

  knows(token: string): boolean {
    return token === clientConfig || this.#typeRead(token) !== undefined;
  }

  async answer(token: string, args: ArmBody): Promise<ArmBody> {
    if (token === clientConfig) {
      const { clientId, objectId, subscriptionId, tenantId } = localAccount;
      return { clientId, objectId, subscriptionId: text(args, "subscriptionId") ?? subscriptionId, tenantId };
    }
    const type = this.#typeRead(token);
    if (type === undefined)
      throw new ArmError(501, "NotImplemented", `not implemented in the local Azure: function ${token}`);
    const resource = await this.#context.manager.get(type.token, idFrom(type.path, args));
    return { ...resource.outputs, id: resource.id };
  }

  /** The type that a `get…` function reads. */
  #typeRead(token: string): ResourceType | undefined {
    const match = /^(azure-native:\w+:)get(\w+)$/.exec(token);
    return match === null ? undefined : this.#context.azure.catalog.find(`${match[1]}${match[2]}`);
  }
}

const clientConfig = "azure-native:authorization:getClientConfig";

function idFrom(template: string, args: ArmBody): string {
  const parameters: Record<string, string> = { subscriptionId: localAccount.subscriptionId };
  for (const [key, value] of Object.entries(args)) if (typeof value === "string") parameters[key] = value;
  const id = formatId(template, parameters);
  if (id === undefined)
    throw new ArmError(
      400,
      "InvalidRequest",
      `The arguments ${Object.keys(args).join(", ")} do not give the path ${template}.`,
    );
  return id;
}
