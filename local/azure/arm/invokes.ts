import { localAccount } from "./account.ts";
import { formatId } from "./arm-id.ts";
import type { Azure } from "./azure.ts";
import type { ResourceManager } from "./resource-manager.ts";
import type { ResourceType } from "./resource-type.ts";
import { ArmError, type ArmBody } from "./service.ts";
import { functions } from "./services/functions.ts";
import type { ControlPlane } from "../../kubernetes/cluster.ts";

/** What a function may use. */
export interface InvokeContext {
  readonly azure: Azure;
  readonly manager: ResourceManager;
  /** The id that a path template and the function's arguments give; the subscription is the local one unless given. */
  readonly id: (template: string, args: ArmBody) => string;
  readonly controlPlane: () => Promise<ControlPlane>;
}

/** Functions of the SDK: reads of resources, lists of keys and credentials. */
export class Invokes {
  readonly #context: InvokeContext;

  constructor(azure: Azure, manager: ResourceManager, controlPlane: () => Promise<ControlPlane>) {
    this.#context = { azure, manager, id: idFrom, controlPlane };
  }

  knows(token: string): boolean {
    return Object.hasOwn(functions, token) || this.#typeRead(token) !== undefined;
  }

  async answer(token: string, args: ArmBody): Promise<ArmBody> {
    const named = Object.hasOwn(functions, token) ? functions[token] : undefined;
    if (named !== undefined) return named(args, this.#context);
    const type = this.#typeRead(token);
    if (type === undefined) {
      throw new ArmError(501, "NotImplemented", `not implemented in the local Azure: function ${token}`);
    }
    const resource = await this.#context.manager.get(type.token, idFrom(type.path, args));
    return { ...resource.outputs, id: resource.id };
  }

  /** The type that a `get…` function reads. */
  #typeRead(token: string): ResourceType | undefined {
    const match = /^(azure-native:\w+:)get(\w+)$/.exec(token);
    return match === null ? undefined : this.#context.azure.catalog.find(`${match[1]}${match[2]}`);
  }
}

function idFrom(template: string, args: ArmBody): string {
  const parameters: Record<string, string> = { subscriptionId: localAccount.subscriptionId };
  for (const [key, value] of Object.entries(args)) if (typeof value === "string") parameters[key] = value;
  const id = formatId(template, parameters);
  if (id === undefined) {
    throw new ArmError(
      400,
      "InvalidRequest",
      `The arguments ${Object.keys(args).join(", ")} do not give the path ${template}.`,
    );
  }
  return id;
}
