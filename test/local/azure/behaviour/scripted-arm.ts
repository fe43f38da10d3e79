/** An Azure that answers as a fact says, and notes what it was asked. It stands in for Azure's answers only; the provider in front of it is the real code. */
import {
  ArmError,
  type ArmBody,
  type ArmResource,
  type ArmService,
  type PutRequest,
} from "../../../../local/azure/arm/service.ts";

export interface Script {
  readonly get?: (token: string, id: string) => ArmResource | Promise<ArmResource>;
  readonly put?: (request: PutRequest) => ArmResource | Promise<ArmResource>;
  readonly delete?: (token: string, id: string, signal?: AbortSignal) => void | Promise<void>;
  readonly invoke?: (token: string, args: ArmBody) => ArmBody;
}

export class ScriptedArm implements ArmService {
  /** What was asked, in its order: `get <id>`, `put <id>`, `delete <id>`. */
  readonly calls: string[] = [];
  readonly puts: PutRequest[] = [];
  /** Seconds that the provider waited. */
  readonly waits: number[] = [];
  readonly #script: Script;

  constructor(script: Script = {}) {
    this.#script = script;
  }

  async put(request: PutRequest): Promise<ArmResource> {
    this.calls.push(`put ${request.id}`);
    this.puts.push(request);
    if (this.#script.put === undefined) {
      return { id: request.id, token: request.token, outputs: { ...request.body } };
    }
    return await this.#script.put(request);
  }

  async get(token: string, id: string): Promise<ArmResource> {
    this.calls.push(`get ${id}`);
    if (this.#script.get === undefined) {
      throw new ArmError(404, "ResourceNotFound", `${id} is not there`);
    }
    return await this.#script.get(token, id);
  }

  async delete(token: string, id: string, signal?: AbortSignal): Promise<void> {
    this.calls.push(`delete ${id}`);
    await this.#script.delete?.(token, id, signal);
  }

  invoke(token: string, args: ArmBody): Promise<ArmBody> {
    return Promise.resolve(this.#script.invoke?.(token, args) ?? {});
  }

  supports(): boolean {
    return true;
  }

  supportsInvoke(): boolean {
    return true;
  }

  validate(): string[] {
    return [];
  }

  wait(seconds: number): Promise<void> {
    this.waits.push(seconds);
    return Promise.resolve();
  }
}
