import { existsSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { join, resolve } from "node:path";
import type * as Analyzer from "@pulumi/pulumi/proto/analyzer_pb.js";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import structPb from "google-protobuf/google/protobuf/struct_pb.js";
import type { Pack } from "../pack.ts";
import { policyFileName } from "../settings/policy-file-name.ts";
import { mergedSettings } from "../settings/policy-settings.ts";
import type { PolicySettings } from "../settings/policy-settings.ts";
import { Analysis } from "./analysis.ts";
import { headline } from "./analyzer-info.ts";
import type { WireResource } from "./wire/resource.ts";
import { structBytes } from "./wire/struct.ts";

/** One run of the engine with a pack. The engine starts a pack in the folder of the program, and tells it the stack first. */
export class Session {
  readonly #pack: Pack;
  readonly #folder: string;
  #settings: PolicySettings;
  #analysis: Analysis;

  /** @param folder of the program */
  constructor(pack: Pack, folder: string = process.cwd()) {
    this.#pack = pack;
    this.#folder = folder;
    this.#settings = pack.settings ?? {};
    this.#analysis = new Analysis(pack, { stack: "", settings: this.#settings });
  }

  get analysis(): Analysis {
    return this.#analysis;
  }

  get settings(): PolicySettings {
    return this.#settings;
  }

  /** Reads what the policy file says for the stack. */
  async begin(stack: string): Promise<void> {
    this.#settings = mergedSettings(this.#pack.settings ?? {}, await this.#fromFile(stack));
    this.#analysis = new Analysis(this.#pack, { stack, settings: this.#settings });
  }

  /** Judges the whole stack, which is the last thing that the engine asks for, and writes the reports that are wanted. */
  async analyzeStack(resources: readonly WireResource[]): Promise<Analyzer.AnalyzeResponse> {
    const response = this.#analysis.analyzeStack(resources);
    const { reports } = this.#settings;
    const folder = process.env["POLICY_REPORTS"] ?? reports;
    if (folder !== undefined && folder !== "") {
      const { writeReports } = await import("../report/write-reports.ts");
      writeReports(resolve(this.#folder, folder), this.#pack, this.#analysis.record);
    }
    // The engine ends the pack with a signal, and Node writes its compile cache at exit only. Now it holds the rules' checks too.
    flushCompileCache();
    return response;
  }

  /** Most programs have no policy file, and need not wait for what reads it. */
  async #fromFile(stack: string): Promise<PolicySettings> {
    if (!existsSync(join(this.#folder, policyFileName))) return {};
    const { readPolicyFile } = await import("../settings/policy-file.ts");
    return readPolicyFile(this.#folder, stack, this.#pack.rules);
  }

  /** @param resource absent when nothing is to be repaired */
  remediate(resource: WireResource | undefined): Analyzer.RemediateResponse {
    const response = new analyzerPb.RemediateResponse();
    if (resource === undefined) return response;
    response.setRemediationsList(
      this.#analysis.remediate(resource).map(({ rule, properties }) => {
        const remediation = new analyzerPb.Remediation();
        remediation.setPolicyname(rule.id);
        remediation.setPolicypackname(this.#pack.name);
        remediation.setPolicypackversion(this.#pack.version);
        remediation.setDescription(headline(rule));
        remediation.setProperties(structPb.Struct.deserializeBinary(structBytes(properties)));
        return remediation;
      }),
    );
    return response;
  }
}
