import assert from "node:assert/strict";
import { applies, evaluateResource, evaluateStack } from "../../../../policies/evaluate.ts";
import { rules } from "../../../../policies/registry.ts";
import { stackViewOf, viewOf } from "../../../../policies/view.ts";
import { platform } from "./platform.ts";
import type { RecordedResource } from "./recorded-stack.ts";
import { inputAt, named, recordStack } from "./recorded-stack.ts";
import type { PodSpec } from "./restricted-pod.ts";
import { shortOfRestricted } from "./restricted-pod.ts";

const deployments = ["nginx-deployment", "idea-deployment", "alone-deployment"];

function isPodSpec(value: unknown): value is PodSpec {
  return typeof value === "object" && value !== null && "containers" in value;
}

function podOf(resources: readonly RecordedResource[], name: string): PodSpec {
  const spec = inputAt(named(resources, name), "spec.template.spec");
  assert.ok(isPodSpec(spec));
  return spec;
}

describe("defaults of the cluster components", () => {
  let resources: RecordedResource[] = [];
  before(async () => {
    resources = await recordStack(platform);
  });

  it("meet Pod Security's level restricted", () => {
    for (const name of deployments) {
      assert.deepEqual(shortOfRestricted(podOf(resources, name)), [], name);
    }
  });

  it("fall short of it as soon as one part is missing, so the check is one", () => {
    const pod = podOf(resources, "nginx-deployment");
    const [first] = pod.containers;
    assert.ok(first !== undefined);
    assert.notDeepEqual(shortOfRestricted({ ...pod, containers: [{ ...first, securityContext: {} }] }), []);
    assert.notDeepEqual(shortOfRestricted({ ...pod, volumes: [{ name: "x", hostPath: {} }] }), []);
    assert.notDeepEqual(shortOfRestricted({ ...pod, hostNetwork: true }), []);
  });

  it("give every container requests, limits and probes, and an image by tag or digest", () => {
    for (const name of deployments) {
      const containers = "spec.template.spec.containers.0";
      const at = (path: string) => inputAt(named(resources, name), `${containers}.${path}`);
      for (const key of ["livenessProbe", "readinessProbe", "startupProbe", "lifecycle.preStop"]) {
        assert.ok(at(key) !== undefined, `${name}: ${key}`);
      }
      for (const key of ["requests.cpu", "requests.memory", "limits.cpu", "limits.memory"]) {
        assert.equal(typeof at(`resources.${key}`), "string", `${name}: ${key}`);
      }
      assert.match(String(at("image")), /:[^/]+$/);
    }
  });

  it("violate no rule that the policy pack has on", () => {
    const views = resources.map(({ type, name, inputs }) =>
      viewOf({ urn: `urn:pulumi:stack::project::${type}::${name}`, type, name, inputs }),
    );
    const judged = rules
      .filter(({ enforcement }) => enforcement !== "disabled")
      .flatMap((rule) => {
        if (rule.scope === "stack")
          return [{ rule: rule.id, name: "", ...evaluateStack(rule, stackViewOf(views)) }];
        return views
          .filter((view) => applies(rule, view))
          .map((view) => ({ rule: rule.id, name: view.name, ...evaluateResource(rule, view) }));
      });
    assert.ok(
      judged.some(({ name }) => name === "nginx-deployment"),
      "the pack has rules about Deployments",
    );
    assert.deepEqual(
      judged.filter(({ findings, undecided }) => findings.length > 0 || undecided !== undefined),
      [],
    );
  });

  it("are all known at preview, while the cluster itself is only planned", async () => {
    const planned = await recordStack(platform, { preview: true });
    assert.equal(planned.length, resources.length);
    for (const resource of resources) {
      assert.deepEqual(named(planned, resource.name).inputs, resource.inputs, resource.name);
    }
  });

  it("write no Secret", () => {
    assert.deepEqual(
      resources.filter(({ type }) => type.endsWith(":Secret")),
      [],
    );
  });
});
