import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import grpc from "@grpc/grpc-js";
import type * as AnalyzerGrpc from "@pulumi/pulumi/proto/analyzer_grpc_pb.js";
import analyzerGrpc from "@pulumi/pulumi/proto/analyzer_grpc_pb.js";
import type * as Analyzer from "@pulumi/pulumi/proto/analyzer_pb.js";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import structPb from "google-protobuf/google/protobuf/struct_pb.js";

const launcher = join(
  dirname(createRequire(import.meta.url).resolve("@pulumi/pulumi")),
  "cmd/run-policy-pack",
);

/** What the engine configures for a rule. */
export interface RuleConfiguration {
  readonly level: "advisory" | "mandatory" | "disabled" | "remediate";
  readonly properties?: Readonly<Record<string, string>>;
}

/** A resource as the engine sends it: inputs in Pulumi's wire format. */
export interface SentResource {
  readonly type: string;
  readonly name: string;
  readonly inputs: Parameters<typeof structPb.Struct.fromJavaScript>[0];
  /** By property: URNs. */
  readonly dependencies?: Readonly<Record<string, readonly string[]>>;
}

/** One line of the engine's report. */
export interface Diagnostic {
  readonly rule: string;
  readonly level: "advisory" | "mandatory";
  readonly message: string;
  readonly urn: string;
}

/** The policy pack in a process of its own, started and spoken to as the engine does. */
export class PackProcess {
  readonly #process: ChildProcess;
  readonly #client: AnalyzerGrpc.AnalyzerClient;

  private constructor(process: ChildProcess, client: AnalyzerGrpc.AnalyzerClient) {
    this.#process = process;
    this.#client = client;
  }

  /**
   * @param folder the pack's
   * @param workingDirectory the engine starts a pack in the program's folder
   * @param compileCache of Node.js; given, the pack is started as our language host does, without the SDK's launcher
   */
  static async start(folder: string, workingDirectory: string, compileCache?: string): Promise<PackProcess> {
    const command =
      compileCache === undefined
        ? [launcher, "127.0.0.1:0", folder]
        : [join(folder, "main.mjs"), "127.0.0.1:0"];
    const child = spawn(process.execPath, command, {
      cwd: workingDirectory,
      env: {
        ...process.env,
        ...(compileCache === undefined ? {} : { NODE_COMPILE_CACHE: compileCache }),
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const port = await new Promise<string>((resolve, reject) => {
      createInterface(child.stdout).once("line", resolve);
      child.once("exit", (code) => reject(new Error(`the pack ended with ${code} before it listened`)));
    });
    const client = new analyzerGrpc.AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), {
      "grpc.max_receive_message_length": -1,
    });
    return new PackProcess(child, client);
  }

  async stop(): Promise<void> {
    this.#client.close();
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#process.kill();
    await ended;
  }

  info(): Promise<Analyzer.AnalyzerInfo> {
    return new Promise((resolve, reject) => {
      this.#client.getAnalyzerInfo(new emptyPb.Empty(), (error, info) =>
        error === null ? resolve(info) : reject(error),
      );
    });
  }

  configure(configuration: Readonly<Record<string, RuleConfiguration>>): Promise<void> {
    const request = new analyzerPb.ConfigureAnalyzerRequest();
    for (const [rule, { level, properties = {} }] of Object.entries(configuration)) {
      const config = new analyzerPb.PolicyConfig();
      config.setEnforcementlevel(levels[level]);
      config.setProperties(structPb.Struct.fromJavaScript(properties));
      request.getPolicyconfigMap().set(rule, config);
    }
    return new Promise((resolve, reject) => {
      this.#client.configure(request, (error) => (error === null ? resolve() : reject(error)));
    });
  }

  /** Tells the stack, which the engine does before it asks for anything. */
  begin(stack: string): Promise<void> {
    const request = new analyzerPb.AnalyzerStackConfigureRequest();
    request.setStack(stack);
    request.setProject("platform");
    request.setDryRun(true);
    return new Promise((resolve, reject) => {
      this.#client.configureStack(request, (error) => (error === null ? resolve() : reject(error)));
    });
  }

  /** What the rules repair, in the order in which they do: the rule and all inputs afterwards. */
  remediate(resource: SentResource): Promise<readonly { rule: string; inputs: unknown }[]> {
    return new Promise((resolve, reject) => {
      this.#client.remediate(analyzeRequest(resource), (error, response) =>
        error === null
          ? resolve(
              response.getRemediationsList().map((remediation) => ({
                rule: remediation.getPolicyname(),
                inputs: remediation.getProperties()?.toJavaScript(),
              })),
            )
          : reject(error),
      );
    });
  }

  analyze(resource: SentResource): Promise<readonly Diagnostic[]> {
    return new Promise((resolve, reject) => {
      this.#client.analyze(analyzeRequest(resource), (error, response) =>
        error === null ? resolve(read(response)) : reject(error),
      );
    });
  }

  analyzeStack(resources: readonly SentResource[]): Promise<readonly Diagnostic[]> {
    const request = new analyzerPb.AnalyzeStackRequest();
    request.setResourcesList(resources.map(stackResource));
    return new Promise((resolve, reject) => {
      this.#client.analyzeStack(request, (error, response) =>
        error === null ? resolve(read(response)) : reject(error),
      );
    });
  }
}

/** The URN that a resource sent by these functions has. */
export function urnOf(type: string, name: string): string {
  return `urn:pulumi:dev::platform::${type}::${name}`;
}

const levels = {
  advisory: analyzerPb.EnforcementLevel.ADVISORY,
  mandatory: analyzerPb.EnforcementLevel.MANDATORY,
  disabled: analyzerPb.EnforcementLevel.DISABLED,
  remediate: analyzerPb.EnforcementLevel.REMEDIATE,
} as const;

function analyzeRequest({ type, name, inputs }: SentResource): Analyzer.AnalyzeRequest {
  const request = new analyzerPb.AnalyzeRequest();
  request.setType(type);
  request.setName(name);
  request.setUrn(urnOf(type, name));
  request.setProperties(structPb.Struct.fromJavaScript(inputs));
  request.setOptions(new analyzerPb.AnalyzerResourceOptions());
  return request;
}

function stackResource({ type, name, inputs, dependencies = {} }: SentResource): Analyzer.AnalyzerResource {
  const resource = new analyzerPb.AnalyzerResource();
  resource.setType(type);
  resource.setName(name);
  resource.setUrn(urnOf(type, name));
  resource.setProperties(structPb.Struct.fromJavaScript(inputs));
  resource.setOptions(new analyzerPb.AnalyzerResourceOptions());
  for (const [property, urns] of Object.entries(dependencies)) {
    const ofProperty = new analyzerPb.AnalyzerPropertyDependencies();
    ofProperty.setUrnsList([...urns]);
    resource.getPropertydependenciesMap().set(property, ofProperty);
  }
  return resource;
}

function read(response: Analyzer.AnalyzeResponse): readonly Diagnostic[] {
  return response.getDiagnosticsList().map((diagnostic) => ({
    rule: diagnostic.getPolicyname(),
    level: diagnostic.getEnforcementlevel() === levels.mandatory ? "mandatory" : "advisory",
    message: diagnostic.getMessage(),
    urn: diagnostic.getUrn(),
  }));
}
