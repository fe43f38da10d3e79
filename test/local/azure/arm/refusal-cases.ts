import assert from "node:assert/strict";
import type { ArmBody } from "../../../../local/azure/arm/service.ts";
import { refused, type LocalArm } from "./local-arm.ts";

/** One write that Azure refuses. */
export interface RefusalCase {
  readonly what: string;
  readonly token: string;
  readonly parameters: Record<string, string>;
  readonly body: ArmBody;
  /** Default 400. */
  readonly status?: number;
  readonly code: string;
  /** The answer's text, or what it must hold. */
  readonly message?: string | RegExp;
}

/** Registers one test a case; each writes into the local Azure as it is then, and finds nothing of the write afterwards. */
export function testRefusals(local: () => LocalArm, cases: readonly RefusalCase[]): void {
  for (const { what, token, parameters, body, status = 400, code, message } of cases) {
    it(`refuse ${what}`, async () => {
      const before = await local()
        .get(token, parameters)
        .catch(() => undefined);
      const error = await refused(local().put(token, parameters, body));
      assert.equal(error.code, code, error.message);
      assert.equal(error.status, status);
      if (typeof message === "string") assert.equal(error.detail, message);
      else if (message !== undefined) assert.match(error.detail, message);
      const after = await local()
        .get(token, parameters)
        .catch(() => undefined);
      if (error.accepted === undefined) assert.deepEqual(after, before);
    });
  }
}
