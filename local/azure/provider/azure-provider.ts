/** The provider `azure-native` in front of the local Azure. */
import type {
  CallContext,
  CheckRequest,
  CheckResult,
  ConfigureRequest,
  CreateRequest,
  CreateResult,
  DeleteRequest,
  DiffRequest,
  DiffResult,
  InvokeRequest,
  InvokeResult,
  ProviderImplementation,
  ReadRequest,
  ReadResult,
  UpdateRequest,
  UpdateResult,
} from "../../provider/implementation.ts";
import { ArmError, type ArmService } from "../arm/service.ts";
import { Schema, type ResourceSchema } from "../metadata/schema.ts";
import { buildId } from "./arm-id.ts";
import { check } from "./check/check.ts";
import { readConfiguration, refusalOfEngine, type Configuration } from "./configuration.ts";
import { diff } from "./diff/diff.ts";
import type { OperationContext } from "./operations/context.ts";
import { create } from "./operations/create.ts";
import { remove } from "./operations/delete.ts";
import { invoke } from "./operations/invoke.ts";
import { read } from "./operations/read.ts";
import { update } from "./operations/update.ts";
import { unsupportedType } from "./unsupported.ts";

/** A local Azure that the provider opens when it is first needed, and closes at its end. */
export interface AzureSource {
  open(): Promise<ArmService & { close?(): void }>;
  /** The subscription of a stack that configures none. */
  readonly subscriptionId: string;
}

const resourceGroupToken = "azure-native:resources:ResourceGroup";

export class AzureProvider implements ProviderImplementation {
  readonly #source: AzureSource;
  readonly #schema = new Schema();
  #opened: Promise<ArmService & { close?(): void }> | undefined;
  #configuration: Configuration;
  readonly #groupLocations = new Map<string, string>();

  constructor(source: AzureSource) {
    this.#source = source;
    this.#configuration = readConfiguration({ inputs: {}, variables: {} }, source.subscriptionId);
  }

  /** Every configuration is fine. */
  checkConfig(request: CheckRequest): Promise<CheckResult> {
    return Promise.resolve({ inputs: request.inputs, failures: [] });
  }

  /** Whether a changed configuration matters is left to the resources. */
  diffConfig(): Promise<DiffResult> {
    return Promise.resolve({});
  }

  async configure(request: ConfigureRequest): Promise<void> {
    const refusal = refusalOfEngine(request);
    if (refusal !== undefined) {
      throw new Error(refusal);
    }
    this.#configuration = readConfiguration(request, this.#source.subscriptionId);
    // Opening takes some milliseconds that the engine spends on other things.
    await this.#arm();
  }

  async getSchema(): Promise<string> {
    const { packageSchema } = await import("./package-schema.ts");
    return packageSchema(this.#schema);
  }

  async check(request: CheckRequest, call: CallContext): Promise<CheckResult> {
    const type = await this.#type(request.type);
    return check(type, request, {
      types: this.#schema,
      location: this.#configuration.location,
      groupLocation: async (name) => this.#groupLocation(name, await this.#context(call)),
    });
  }

  async diff(request: DiffRequest): Promise<DiffResult> {
    return diff(await this.#type(request.type), this.#schema, request);
  }

  async create(request: CreateRequest, call: CallContext): Promise<CreateResult> {
    return create(await this.#type(request.type), request, await this.#context(call));
  }

  async read(request: ReadRequest, call: CallContext): Promise<ReadResult | undefined> {
    return read(await this.#type(request.type), request, await this.#context(call));
  }

  async update(request: UpdateRequest, call: CallContext): Promise<UpdateResult> {
    return update(await this.#type(request.type), request, await this.#context(call));
  }

  async delete(request: DeleteRequest, call: CallContext): Promise<void> {
    return remove(await this.#type(request.type), request, await this.#context(call));
  }

  async invoke(request: InvokeRequest, call: CallContext): Promise<InvokeResult> {
    return invoke(request, await this.#context(call));
  }

  async close(): Promise<void> {
    (await this.#opened)?.close?.();
  }

  /** A type is supported when both its metadata and its service are there. */
  async #type(token: string): Promise<ResourceSchema> {
    const type = this.#schema.resource(token);
    if (type === undefined || !(await this.#arm()).supports(type.token)) {
      throw unsupportedType(token);
    }
    return type;
  }

  #arm(): Promise<ArmService & { close?(): void }> {
    return (this.#opened ??= this.#source.open());
  }

  async #context(call: CallContext): Promise<OperationContext> {
    return {
      schema: this.#schema,
      arm: await this.#arm(),
      configuration: this.#configuration,
      log: call.log,
      signal: call.signal,
    };
  }

  /** Read once: a group cannot move. */
  async #groupLocation(name: string, context: OperationContext): Promise<string | undefined> {
    const key = name.toLowerCase();
    const known = this.#groupLocations.get(key);
    if (known !== undefined) {
      return known;
    }
    const group = this.#schema.resource(resourceGroupToken);
    if (group === undefined) {
      return undefined;
    }
    const { subscriptionId } = this.#configuration;
    try {
      const found = await context.arm.get(
        group.token,
        buildId(group.path, { subscriptionId, resourceGroupName: name }),
      );
      const location = found.outputs.location;
      if (typeof location === "string") {
        this.#groupLocations.set(key, location);
        return location;
      }
      return undefined;
    } catch (error) {
      if (error instanceof ArmError && error.status === 404) {
        return undefined;
      }
      throw error;
    }
  }
}
