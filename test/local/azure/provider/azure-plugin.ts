/** The provider over gRPC, in front of a local Azure of its own, as the engine talks to it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ServiceError } from "@grpc/grpc-js";
import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import { localAccount } from "../../../../local/azure/arm/account.ts";
import { openArm, type OpenArm } from "../../../../local/azure/arm/open.ts";
import type { ArmService } from "../../../../local/azure/arm/service.ts";
import { AzureProvider } from "../../../../local/azure/provider/azure-provider.ts";
import { startProviderServer, type ProviderServer } from "../../../../local/provider/server.ts";
import type { PropertyMap } from "../../../../local/provider/values.ts";
import { decodeStruct, encodeStruct } from "../../../../local/provider/wire.ts";
import { FakeControlPlane } from "../arm/fake-control-plane.ts";
import { listenAsEngine, type EngineListener } from "../../provider/engine-listener.ts";
import { ProviderClient, urnOf, type Checked } from "../../provider/provider-client.ts";

/** The subscription of a stack that configures none. */
export const subscription = localAccount.subscriptionId;

/** What a check can be told besides inputs. */
export interface CheckOptions {
  readonly oldInputs?: PropertyMap;
  readonly seed?: string;
  readonly autonaming?: { readonly mode: "PROPOSE" | "ENFORCE" | "DISABLE"; readonly proposedName: string };
}

/** A provider that is being served, with the engine's side of the connection. */
export class AzurePlugin {
  readonly client: ProviderClient;
  readonly engine: EngineListener;
  readonly #server: ProviderServer;
  readonly #cleanUp: () => Promise<void>;

  private constructor(
    client: ProviderClient,
    engine: EngineListener,
    server: ProviderServer,
    cleanUp: () => Promise<void>,
  ) {
    this.client = client;
    this.engine = engine;
    this.#server = server;
    this.#cleanUp = cleanUp;
  }

  /**
   * Starts provider and engine.
   *
   * @param arm What stands behind the provider. Default: a real local Azure in a folder of its own, whose clusters only keep books.
   */
  static async start(arm?: ArmService): Promise<AzurePlugin> {
    const directory = await mkdtemp(path.join(tmpdir(), "local-azure-"));
    const provider = new AzureProvider({
      subscriptionId: subscription,
      open: (): Promise<OpenArm | ArmService> =>
        arm === undefined
          ? openArm({ stateDirectory: path.join(directory, "azure"), controlPlane: new FakeControlPlane() })
          : Promise.resolve(arm),
    });
    const engine = await listenAsEngine();
    const server = await startProviderServer("azure-native", "3.0.0", provider, {
      engineAddress: engine.address,
      autonaming: true,
      acceptsSecrets: false,
      acceptsResources: false,
    });
    const client = new ProviderClient(server.port);
    return new AzurePlugin(client, engine, server, () => rm(directory, { recursive: true, force: true }));
  }

  async stop(): Promise<void> {
    this.client.close();
    await this.#server.close();
    this.engine.close();
    await this.#cleanUp();
  }

  /** Warnings that the engine got, in their order. */
  get warnings(): string[] {
    return this.engine.messages.filter((one) => one.severity === "warning").map((one) => one.message);
  }

  configure(
    inputs: PropertyMap = {},
    engine = { sendsOldInputs: true, sendsOldInputsToDelete: true },
  ): Promise<InstanceType<typeof providerPb.ConfigureResponse>> {
    const request = new providerPb.ConfigureRequest();
    request.setArgs(encodeStruct(inputs));
    request.setSendsOldInputs(engine.sendsOldInputs);
    request.setSendsOldInputsToDelete(engine.sendsOldInputsToDelete);
    return new Promise((resolve, reject) => {
      this.client.raw.configure(request, (error, response) =>
        error === null ? resolve(response) : reject(error),
      );
    });
  }

  check(type: string, name: string, inputs: PropertyMap, options: CheckOptions = {}): Promise<Checked> {
    const request = new providerPb.CheckRequest();
    request.setUrn(urnOf(type, name));
    request.setType(type);
    request.setName(name);
    request.setNews(encodeStruct(inputs));
    request.setOlds(options.oldInputs === undefined ? undefined : encodeStruct(options.oldInputs));
    request.setRandomseed(Buffer.from(options.seed ?? "seed"));
    if (options.autonaming !== undefined) {
      const autonaming = new providerPb.CheckRequest.AutonamingOptions();
      autonaming.setMode(providerPb.CheckRequest.AutonamingOptions.Mode[options.autonaming.mode]);
      autonaming.setProposedName(options.autonaming.proposedName);
      request.setAutonaming(autonaming);
    }
    return new Promise((resolve, reject) => {
      this.client.raw.check(request, (error, response) =>
        error === null
          ? resolve({
              inputs: decodeStruct(response.getInputs()),
              failures: response
                .getFailuresList()
                .map((one) => ({ property: one.getProperty(), reason: one.getReason() })),
            })
          : reject(error),
      );
    });
  }

  /** Checks and creates, as an update does; the inputs are what the engine records. */
  async create(
    type: string,
    name: string,
    program: PropertyMap,
  ): Promise<{ urn: string; id: string; inputs: PropertyMap; outputs: PropertyMap }> {
    const { inputs, failures } = await this.check(type, name, program, { seed: `${type} ${name}` });
    if (failures.length > 0) {
      throw new Error(failures.map((failure) => failure.reason).join("; "));
    }
    const urn = urnOf(type, name);
    return { urn, inputs, ...(await this.client.create(urn, inputs)) };
  }
}

/** The message of a call that must fail. */
export async function failureOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (isServiceError(error)) {
      return error.details;
    }
    throw error;
  }
  throw new Error("the call succeeded");
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && "details" in error;
}
