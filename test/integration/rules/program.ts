/**
 * A program that registers the cases of the rules that RULES names, separated by commas: those that comply where COMPLIANT is
 * set, else those that violate; only the one that CASE numbers, where it is set. Each case is a component of the type
 * `case:<rule>:Case<number>`. It speaks to the engine without an SDK's classes, because no package has all of the types.
 */
import { promisify } from "node:util";
import structPb from "google-protobuf/google/protobuf/struct_pb.js";
import type * as Resource from "@pulumi/pulumi/proto/resource_pb.js";
import resourcePb from "@pulumi/pulumi/proto/resource_pb.js";
import { getMonitor } from "@pulumi/pulumi/runtime/settings.js";
import type { TestResource } from "../../../policies/testing/index.ts";
import { wireInputs } from "../../../policies/testing/wire.ts";
import { allCases } from "../../policies/cases/index.ts";
import type { TestSubject } from "../../policies/cases/rule-cases.ts";

const monitor = getMonitor();
if (monitor === undefined) throw new Error("the program must be run by the engine");
const register = promisify<Resource.RegisterResourceRequest, Resource.RegisterResourceResponse>(
  (request, callback) => {
    monitor.registerResource(request, callback);
  },
);

const { RULES = "", COMPLIANT, CASE } = process.env;

for (const rule of RULES.split(",")) {
  for (const [index, subject] of subjectsOf(rule).entries()) {
    if (CASE !== undefined && CASE !== String(index)) continue;
    const component = new resourcePb.RegisterResourceRequest();
    component.setType(`case:${rule}:Case${index}`);
    component.setName("case");
    const parent = (await register(component)).getUrn();
    await registerAll(parent, "type" in subject ? [subject] : subject);
  }
}

function subjectsOf(rule: string): readonly TestSubject[] {
  const cases = allCases[rule];
  if (cases === undefined) throw new Error(`RULES names ${rule}, which has no cases`);
  return COMPLIANT === undefined ? cases.violating.map(({ subject }) => subject) : cases.compliant;
}

/** Registers the resources of a case, each after those of whose outputs it is made. */
async function registerAll(parent: string, resources: readonly TestResource[]): Promise<void> {
  const urns = new Map<string, string>();
  const names = new Set(resources.map(nameOf));
  let waiting = resources;
  while (waiting.length > 0) {
    const ready = waiting.filter((resource) =>
      partnersOf(resource).every((name) => urns.has(name) || !names.has(name)),
    );
    if (ready.length === 0) throw new Error(`${parent} has resources that depend on each other`);
    for (const resource of ready) {
      const response = await register(requestFor(parent, resource, urns));
      urns.set(nameOf(resource), response.getUrn());
    }
    waiting = waiting.filter((resource) => !ready.includes(resource));
  }
}

function requestFor(
  parent: string,
  resource: TestResource,
  urns: ReadonlyMap<string, string>,
): Resource.RegisterResourceRequest {
  const { type, inputs, dependencies = {}, options = {} } = resource;
  const request = new resourcePb.RegisterResourceRequest();
  request.setType(type);
  request.setName(nameOf(resource));
  request.setParent(parent);
  request.setCustom(true);
  request.setAcceptsecrets(true);
  request.setObject(structPb.Struct.fromJavaScript(wireInputs(inputs)));
  request.setProtect(options.protect ?? false);
  request.setIgnorechangesList([...(options.ignoreChanges ?? [])]);
  request.setDeletebeforereplace(options.deleteBeforeReplace ?? false);
  request.setAdditionalsecretoutputsList([...(options.additionalSecretOutputs ?? [])]);
  const all = new Set<string>();
  for (const [property, partners] of Object.entries(dependencies)) {
    const known = partners.flatMap((name) => urns.get(name) ?? []);
    for (const urn of known) all.add(urn);
    const ofProperty = new resourcePb.RegisterResourceRequest.PropertyDependencies();
    ofProperty.setUrnsList(known);
    request.getPropertydependenciesMap().set(property, ofProperty);
  }
  request.setDependenciesList([...all]);
  return request;
}

function partnersOf({ dependencies = {} }: TestResource): readonly string[] {
  return Object.values(dependencies).flat();
}

function nameOf({ name = "subject" }: TestResource): string {
  return name;
}
