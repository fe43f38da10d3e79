/** A provider's gRPC surface as the engine sees it, with property values in plain TypeScript. */
import { credentials, type ServiceError } from "@grpc/grpc-js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import type pluginPb from "@pulumi/pulumi/proto/plugin_pb.js";
import type { IResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import grpcPb from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import { nameOfUrn, typeOfUrn } from "../../../local/provider/urn.ts";
import type { PropertyMap } from "../../../local/provider/values.ts";
import { decodeStruct, encodeStruct } from "../../../local/provider/wire.ts";

/** The URN of a resource of this type in a made-up stack. */
export function urnOf(type: string, name = "thing"): string {
  return `urn:pulumi:test::project::${type}::${name}`;
}

type Callback<Response> = (error: ServiceError | null, response: Response) => void;

function answered<Response>(send: (callback: Callback<Response>) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    send((error, response) => (error === null ? resolve(response) : reject(error)));
  });
}

/** What a check answers. */
export interface Checked {
  readonly inputs: PropertyMap;
  readonly failures: { readonly property: string; readonly reason: string }[];
}

/** What a diff answers. */
export interface Diffed {
  readonly changes: boolean;
  readonly replaces: string[];
  readonly diffs: string[];
  readonly deleteBeforeReplace: boolean;
  /** Kind by path, such as `UPDATE_REPLACE`. */
  readonly detailed: Record<string, string>;
}

const kindNames = ["ADD", "ADD_REPLACE", "DELETE", "DELETE_REPLACE", "UPDATE", "UPDATE_REPLACE"];

/** One connection to a provider. */
export class ProviderClient {
  readonly raw: IResourceProviderClient & { close(): void };

  constructor(port: number) {
    this.raw = new grpcPb.ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
      // The engine's own limit is 400 MB.
      "grpc.max_receive_message_length": -1,
    });
  }

  close(): void {
    this.raw.close();
  }

  async handshake(engineAddress: string): Promise<{ acceptSecrets: boolean; autonaming: boolean }> {
    const request = new providerPb.ProviderHandshakeRequest();
    request.setEngineAddress(engineAddress);
    const response = await answered<InstanceType<typeof providerPb.ProviderHandshakeResponse>>((callback) =>
      this.raw.handshake(request, callback),
    );
    return {
      acceptSecrets: response.getAcceptSecrets(),
      autonaming: response.getSupportsAutonamingConfiguration(),
    };
  }

  async version(): Promise<string> {
    const response = await answered<InstanceType<typeof pluginPb.PluginInfo>>((callback) =>
      this.raw.getPluginInfo(new emptyPb.Empty(), callback),
    );
    return response.getVersion();
  }

  async schema(): Promise<string> {
    const response = await answered<InstanceType<typeof providerPb.GetSchemaResponse>>((callback) =>
      this.raw.getSchema(new providerPb.GetSchemaRequest(), callback),
    );
    return response.getSchema();
  }

  async configure(inputs: PropertyMap = {}): Promise<{ acceptSecrets: boolean; supportsPreview: boolean }> {
    const request = new providerPb.ConfigureRequest();
    request.setArgs(encodeStruct(inputs));
    const response = await answered<InstanceType<typeof providerPb.ConfigureResponse>>((callback) =>
      this.raw.configure(request, callback),
    );
    return { acceptSecrets: response.getAcceptsecrets(), supportsPreview: response.getSupportspreview() };
  }

  async check(urn: string, inputs: PropertyMap, oldInputs?: PropertyMap): Promise<Checked> {
    const request = new providerPb.CheckRequest();
    identify(request, urn);
    request.setNews(encodeStruct(inputs));
    if (oldInputs !== undefined) {
      request.setOlds(encodeStruct(oldInputs));
    }
    const response = await answered<InstanceType<typeof providerPb.CheckResponse>>((callback) =>
      this.raw.check(request, callback),
    );
    return {
      inputs: decodeStruct(response.getInputs()),
      failures: response
        .getFailuresList()
        .map((failure) => ({ property: failure.getProperty(), reason: failure.getReason() })),
    };
  }

  async diff(
    urn: string,
    id: string,
    oldInputs: PropertyMap,
    oldOutputs: PropertyMap,
    inputs: PropertyMap,
  ): Promise<Diffed> {
    const request = new providerPb.DiffRequest();
    identify(request, urn);
    request.setId(id);
    request.setOldInputs(encodeStruct(oldInputs));
    request.setOlds(encodeStruct(oldOutputs));
    request.setNews(encodeStruct(inputs));
    const response = await answered<InstanceType<typeof providerPb.DiffResponse>>((callback) =>
      this.raw.diff(request, callback),
    );
    const detailed: Record<string, string> = {};
    response.getDetaileddiffMap().forEach((difference, path) => {
      detailed[path] = kindNames[difference.getKind()] ?? "?";
    });
    return {
      changes: response.getChanges() === providerPb.DiffResponse.DiffChanges.DIFF_SOME,
      replaces: response.getReplacesList(),
      diffs: response.getDiffsList(),
      deleteBeforeReplace: response.getDeletebeforereplace(),
      detailed,
    };
  }

  async create(
    urn: string,
    inputs: PropertyMap,
    options: { preview?: boolean; timeoutSeconds?: number } = {},
  ): Promise<{ id: string; outputs: PropertyMap }> {
    const request = new providerPb.CreateRequest();
    identify(request, urn);
    request.setProperties(encodeStruct(inputs));
    request.setPreview(options.preview ?? false);
    request.setTimeout(options.timeoutSeconds ?? 0);
    const response = await answered<InstanceType<typeof providerPb.CreateResponse>>((callback) =>
      this.raw.create(request, callback),
    );
    return { id: response.getId(), outputs: decodeStruct(response.getProperties()) };
  }

  /** Without `inputs`: an import. */
  async read(
    urn: string,
    id: string,
    outputs: PropertyMap = {},
    inputs?: PropertyMap,
  ): Promise<{ id: string; outputs: PropertyMap; inputs: PropertyMap | undefined }> {
    const request = new providerPb.ReadRequest();
    identify(request, urn);
    request.setId(id);
    request.setProperties(encodeStruct(outputs));
    if (inputs !== undefined) {
      request.setInputs(encodeStruct(inputs));
    }
    const response = await answered<InstanceType<typeof providerPb.ReadResponse>>((callback) =>
      this.raw.read(request, callback),
    );
    const readInputs = response.getInputs();
    return {
      id: response.getId(),
      outputs: decodeStruct(response.getProperties()),
      inputs: readInputs === undefined ? undefined : decodeStruct(readInputs),
    };
  }

  async update(
    urn: string,
    id: string,
    oldInputs: PropertyMap,
    oldOutputs: PropertyMap,
    inputs: PropertyMap,
    options: { preview?: boolean } = {},
  ): Promise<PropertyMap> {
    const request = new providerPb.UpdateRequest();
    identify(request, urn);
    request.setId(id);
    request.setOldInputs(encodeStruct(oldInputs));
    request.setOlds(encodeStruct(oldOutputs));
    request.setNews(encodeStruct(inputs));
    request.setPreview(options.preview ?? false);
    const response = await answered<InstanceType<typeof providerPb.UpdateResponse>>((callback) =>
      this.raw.update(request, callback),
    );
    return decodeStruct(response.getProperties());
  }

  async delete(urn: string, id: string, outputs: PropertyMap = {}, inputs: PropertyMap = {}): Promise<void> {
    const request = new providerPb.DeleteRequest();
    identify(request, urn);
    request.setId(id);
    request.setProperties(encodeStruct(outputs));
    request.setOldInputs(encodeStruct(inputs));
    await answered<InstanceType<typeof emptyPb.Empty>>((callback) => this.raw.delete(request, callback));
  }

  async invoke(token: string, args: PropertyMap = {}): Promise<PropertyMap> {
    const request = new providerPb.InvokeRequest();
    request.setTok(token);
    request.setArgs(encodeStruct(args));
    const response = await answered<InstanceType<typeof providerPb.InvokeResponse>>((callback) =>
      this.raw.invoke(request, callback),
    );
    return decodeStruct(response.getReturn());
  }

  async cancel(): Promise<void> {
    await answered<InstanceType<typeof emptyPb.Empty>>((callback) =>
      this.raw.cancel(new emptyPb.Empty(), callback),
    );
  }
}

function identify(
  request: { setUrn(urn: string): unknown; setType(type: string): unknown; setName(name: string): unknown },
  urn: string,
): void {
  request.setUrn(urn);
  request.setType(typeOfUrn(urn));
  request.setName(nameOfUrn(urn));
}
