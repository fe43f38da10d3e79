import { answer } from "./answer.ts";
import { errorOf } from "./arm-error.ts";
import type { Azure } from "./azure.ts";
import { implicitResource } from "./implicit.ts";
import { bodyRefusals, isRefusal, judge, notThere, whyKept } from "./judgement.ts";
import type { OperationRunner } from "./operation-runner.ts";
import { type Refusal, refusal } from "./refusal.ts";
import type { ResourceType } from "./resource-type.ts";
import { save } from "./save.ts";
import { ArmError, type ArmBody, type ArmResource, type PutRequest } from "./service.ts";
import type { Fault } from "./store/faults.ts";

/** An operation that Azure took, or its refusal. */
type Acceptance<Failure> =
  | { readonly failure: Failure }
  | {
      readonly number: number;
      readonly id: string;
      /** What Azure comes to after acceptance. */
      readonly late: Refusal | undefined;
      readonly fault: Fault | undefined;
    };

/** Writes, reads and deletes of every type: what the resource manager does for all services alike. */
export class ResourceManager {
  readonly #azure: Azure;
  readonly #runner: OperationRunner;

  constructor(azure: Azure, runner: OperationRunner) {
    this.#azure = azure;
    this.#runner = runner;
  }

  async put(request: PutRequest): Promise<ArmResource> {
    const azure = this.#azure;
    const type = this.#typeOf(request.token);
    await this.#runner.resumeDelete(request.id);
    const accepted = azure.store.transaction((): Acceptance<Refusal> => {
      const fault = azure.store.faults.take(type.token, "put");
      if (fault?.phase === "refused") return { failure: faultRefusal(fault) };
      const write = this.#runner.busy(request.id) ?? judge(type, request, azure);
      if (isRefusal(write)) return { failure: write };
      if (write.late?.afterAcceptance !== "gone") save(type, write, azure);
      const number = this.#runner.acceptPut(type, write);
      return { number, id: write.id, late: write.late, fault };
    });
    if ("failure" in accepted) throw errorOf(accepted.failure);
    meet(accepted.fault);
    const late = accepted.fault === undefined ? accepted.late : faultRefusal(accepted.fault);
    return this.#runner.finishPut(accepted.number, accepted.id, late, request.signal);
  }

  async get(token: string, id: string): Promise<ArmResource> {
    const azure = this.#azure;
    const type = this.#typeOf(token);
    if (!azure.store.faults.areNone()) {
      const fault = azure.store.transaction(() => azure.store.faults.take(token, "get"));
      meet(fault);
      if (fault !== undefined) throw errorOf(faultRefusal(fault));
    }
    await this.#runner.resume(id);
    await this.#runner.revive(id);
    const resource = azure.find(id);
    if (resource !== undefined) return answer(resource, azure);
    const implicit = implicitResource(type, id, azure);
    if (implicit !== undefined) return { ...answer(implicit, azure), isDefault: true };
    throw errorOf(notThere(type, id, azure));
  }

  async delete(token: string, id: string, signal?: AbortSignal): Promise<void> {
    const azure = this.#azure;
    const type = this.#typeOf(token);
    await this.#runner.resumeDelete(id);
    const accepted = azure.store.transaction((): Acceptance<Refusal | undefined> => {
      const fault = azure.store.faults.take(token, "delete");
      if (fault?.phase === "refused") return { failure: faultRefusal(fault) };
      const resource = azure.find(id);
      if (resource === undefined) {
        const isImplicit = implicitResource(type, id, azure) !== undefined;
        return { failure: isImplicit ? undefined : notThere(type, id, azure) };
      }
      const refused = this.#runner.busy(id) ?? whyKept(type, resource, azure);
      if (refused !== undefined) return { failure: refused };
      return { number: this.#runner.acceptDelete(type, resource), id: resource.id, late: undefined, fault };
    });
    if ("failure" in accepted) {
      if (accepted.failure !== undefined) throw errorOf(accepted.failure);
      return;
    }
    meet(accepted.fault);
    const late = accepted.fault === undefined ? undefined : faultRefusal(accepted.fault);
    await this.#runner.finishDelete(accepted.number, accepted.id, late, signal);
  }

  validate(token: string, body: ArmBody): string[] {
    const type = this.#typeOf(token);
    return [...bodyRefusals(type, body, "")].map((found) =>
      found.code === undefined ? found.message : `${found.code}: ${found.message}`,
    );
  }

  #typeOf(token: string): ResourceType {
    const type = this.#azure.catalog.find(token);
    if (type === undefined) {
      throw new ArmError(501, "NotImplemented", `not implemented in the local Azure: resource type ${token}`);
    }
    return type;
  }
}

/** A fault that is a crash kills the process here and now. */
function meet(fault: Fault | undefined): void {
  if (fault?.phase === "crash") process.kill(process.pid, "SIGKILL");
}

function faultRefusal({ error }: Fault): Refusal {
  return error === undefined
    ? refusal(500, "InternalServerError", "An injected fault of the local Azure.")
    : refusal(error.status, error.code, error.message);
}
