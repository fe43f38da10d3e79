import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { selects } from "../../policies/kubernetes/label-selector.ts";
import { namespaceOf } from "../../policies/kubernetes/namespace.ts";
import { Selection } from "../../policies/kubernetes/selection.ts";
import { workloadsOf } from "../../policies/kubernetes/workload.ts";
import { unknown } from "../../policies/testing/index.ts";
import { engineInputs } from "../../policies/testing/wire.ts";
import { stackViewOf, viewOf } from "../../policies/view.ts";
import type { ResourceView } from "../../policies/view.ts";

const namespaces = fc.constantFrom("a", "b", undefined);
const labels = fc.dictionary(fc.constantFrom("app", "tier", "x.y/z"), fc.constantFrom("1", "2"), {
  maxKeys: 2,
});
const expressions = fc.array(
  fc.record({
    key: fc.constantFrom("app", "tier"),
    operator: fc.constantFrom("In", "NotIn", "Exists", "DoesNotExist"),
    values: fc.array(fc.constantFrom("1", "2"), { maxLength: 2 }),
  }),
  { maxLength: 1 },
);

function view(name: string, type: string, inputs: Readonly<Record<string, unknown>>): ResourceView {
  return viewOf({ urn: name, type, name, inputs: engineInputs(inputs) });
}

function deployment(index: number, namespace: unknown, ofPod: unknown): ResourceView {
  return view(`deployment-${index}`, "kubernetes:apps/v1:Deployment", {
    metadata: { namespace },
    spec: { template: { metadata: { labels: ofPod }, spec: { containers: [] } } },
  });
}

describe("Selection", () => {
  it("finds what trying every selector on every workload finds", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(namespaces, labels), { maxLength: 8 }),
        namespaces,
        fc.record({ matchLabels: labels, matchExpressions: expressions }, { requiredKeys: [] }),
        (pods, namespace, podSelector) => {
          const stack = stackViewOf(pods.map(([place, ofPod], index) => deployment(index, place, ofPod)));
          const workloads = workloadsOf(stack);
          const policy = view("policy", "kubernetes:networking.k8s.io/v1:NetworkPolicy", {
            metadata: { namespace },
            spec: { podSelector },
          });
          const selector = policy.props.at("spec.podSelector");
          const expected = workloads.filter(
            ({ resource, pod }) =>
              namespaceOf(resource) === namespaceOf(policy) && selects(selector, pod.metadata.at("labels")),
          );
          const found = new Selection(workloads).bySelector(policy, selector);
          assert.deepEqual(new Set(found), new Set(expected));
        },
      ),
    );
  });

  it("does not pass over a workload whose label or namespace is not known", () => {
    const policy = view("policy", "kubernetes:networking.k8s.io/v1:NetworkPolicy", {
      metadata: { namespace: "a" },
      spec: { podSelector: { matchLabels: { app: "1" } } },
    });
    for (const [namespace, app] of [
      ["a", unknown],
      [unknown, "1"],
    ]) {
      const workloads = workloadsOf(stackViewOf([deployment(0, namespace, { app })]));
      assert.throws(
        () => new Selection(workloads).bySelector(policy, policy.props.at("spec.podSelector")),
        /can't be known during preview/,
      );
    }
  });
});
