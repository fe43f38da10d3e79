import assert from "node:assert/strict";
import { refuseCidrs } from "../../../../../components/kubernetes/refusal/cidr.ts";
import {
  refuseLabelName,
  refuseNamespacedName,
  refuseServiceName,
  refuseSubdomainName,
} from "../../../../../components/kubernetes/refusal/names.ts";
import { refuseContainerPort, refusePort } from "../../../../../components/kubernetes/refusal/numbers.ts";
import { refuseHttpPath, refuseMountPath } from "../../../../../components/kubernetes/refusal/paths.ts";
import type { Refusal } from "../../../../../components/kubernetes/refusal/refusal.ts";
import { throwIfRefused } from "../../../../../components/kubernetes/refusal/refusal.ts";

type Check<T> = (property: string, value: T) => Refusal[];

function table<T>(name: string, check: Check<T>, accepted: readonly T[], refused: readonly T[]): void {
  describe(name, () => {
    for (const value of accepted) {
      it(`accepts ${JSON.stringify(value)}`, () => assert.deepEqual(check("p", value), []));
    }
    for (const value of refused) {
      it(`refuses ${JSON.stringify(value)}`, () => {
        const refusals = check("p", value);
        assert.notEqual(refusals.length, 0);
        for (const { property, allowed, remedy } of refusals) {
          assert.ok(property.startsWith("p"));
          assert.ok(allowed.length > 0 && remedy.endsWith("."));
        }
      });
    }
  });
}

const longest = "a".repeat(63);

describe("refusals", () => {
  table(
    "a label",
    refuseLabelName,
    ["apps", "a", "1-a", longest],
    ["", "Apps", "a_b", "-a", "a-", "a.b", `${longest}a`],
  );
  table("a service name", refuseServiceName, ["idea", "a-1"], ["1-a", "Idea", "a.b", ""]);
  table("a subdomain", refuseSubdomainName, ["a.b-c", "idea-tls"], ["a..b", ".a", "A", "", "a".repeat(254)]);
  table(
    "a namespaced name",
    refuseNamespacedName,
    ["apps/tls", "apps/tls.v2"],
    ["tls", "apps/", "/tls", "a/b/c", "A/b"],
  );
  table("a port", refusePort, [1, 443, 65535], [0, -1, 65536, 80.5, Number.NaN]);
  table("a container port", refuseContainerPort, [1024, 8080, 65535], [0, 80, 1023, 65536]);
  table(
    "an HTTP path",
    refuseHttpPath,
    ["/", "/a/b-c_d.e", "/a~b"],
    ["", "a", "/a b", "/a;b", "/{a}", '/"', "/a\\b"],
  );
  table("a folder", refuseMountPath, ["/tmp", "/var/cache/app"], ["", "/", "tmp", "/a/../b", "/a b", "/a:b"]);
  table(
    "address ranges",
    refuseCidrs,
    [["10.0.0.0/24"], ["10.0.0.1/32", "fd00::/8"]],
    [[], ["10.0.0.0"], ["10.0.0.0/33"], ["x/8"], ["10.0.0.0/24", "10.0.0.256/24"]],
  );

  it("suggest a name that would be accepted", () => {
    for (const value of ["Idea Service", "1st", "--", "UPPER_case", `${longest}-x`]) {
      const suggested = /"([^"]*)"/.exec(refuseServiceName("name", value)[0]?.remedy ?? "")?.[1];
      assert.ok(suggested !== undefined, value);
      assert.deepEqual(refuseServiceName("name", suggested), [], value);
    }
  });

  it("make one error that names component, property, value, what is allowed and the remedy", () => {
    const refusal = { property: "route.path", value: "x", allowed: "a path", remedy: 'Write "/x".' };
    assert.throws(
      () => throwIfRefused("Microservice", "idea", [refusal, { ...refusal, property: "healthPath" }]),
      {
        message:
          'Microservice "idea" cannot be made from these arguments:\n' +
          '  route.path: "x" is refused: it must be a path. Write "/x".\n' +
          '  healthPath: "x" is refused: it must be a path. Write "/x".',
        errors: [
          { propertyPath: "route.path", reason: '"x" is refused: it must be a path. Write "/x".' },
          { propertyPath: "healthPath", reason: '"x" is refused: it must be a path. Write "/x".' },
        ],
      },
    );
    throwIfRefused("Microservice", "idea", []);
  });
});
