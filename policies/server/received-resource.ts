import type * as Analyzer from "@pulumi/pulumi/proto/analyzer_pb.js";
import { unknownCheckingProxy } from "../unknown.ts";
import { viewOf } from "../view.ts";
import type { ResourceView } from "../view.ts";
import { readWireInputs } from "../wire-inputs.ts";

/** What the rules see of a resource that the engine sends to be analyzed before it is registered. */
export function analyzedResource(request: Analyzer.AnalyzeRequest): ResourceView {
  return received(request, {});
}

/** What the rules see of a resource of the whole stack, which the engine sends with its dependencies. */
export function stackResource(resource: Analyzer.AnalyzerResource): ResourceView {
  const dependencies = resource
    .getPropertydependenciesMap()
    .getEntryList()
    .map(([property]) => property)
    .map(
      (property) =>
        [property, resource.getPropertydependenciesMap().get(property)?.getUrnsList() ?? []] as const,
    );
  return received(resource, Object.fromEntries(dependencies));
}

function received(
  resource: Analyzer.AnalyzeRequest | Analyzer.AnalyzerResource,
  dependencies: Readonly<Record<string, readonly string[]>>,
): ResourceView {
  const { values, secretPaths } = readWireInputs(resource.getProperties()?.toJavaScript() ?? {});
  return viewOf({
    urn: resource.getUrn(),
    type: resource.getType(),
    name: resource.getName(),
    inputs: unknownCheckingProxy(values),
    secretPaths,
    dependencies,
  });
}
