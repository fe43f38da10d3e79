import * as pulumi from "@pulumi/pulumi";

/** A resource as a program registered it. */
export interface RecordedResource {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function recordOf(value: unknown): Record<string, unknown> {
  if (!isRecord(value)) throw new Error("a resource without inputs was registered");
  return value;
}

/** Waits until no resource has been registered for a while of the event loop. */
async function settled(resources: readonly unknown[]): Promise<void> {
  let quiet = 0;
  while (quiet < 20) {
    const seen = resources.length;
    await new Promise((resolve) => setImmediate(resolve));
    quiet = resources.length === seen ? quiet + 1 : 0;
  }
}

/**
 * Runs a program against mocks and returns what it registered, in that order, components included. In a preview the
 * cluster knows nothing yet: no resource has outputs, as while the cluster itself is only planned.
 */
export async function recordStack(
  program: () => unknown,
  { preview = false }: { readonly preview?: boolean } = {},
): Promise<RecordedResource[]> {
  const resources: RecordedResource[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource: (args) => {
        const { type, name } = args;
        const inputs = recordOf(args.inputs);
        resources.push({ type, name, inputs });
        return { id: preview ? undefined : `${name}-id`, state: preview ? {} : inputs };
      },
      call: ({ token }) => {
        throw new Error(`the components call no function, but called ${token}`);
      },
    },
    "project",
    "stack",
    preview,
  );
  await program();
  await settled(resources);
  return resources;
}

/** The only resource with this name; fails when there is none. */
export function named(resources: readonly RecordedResource[], name: string): RecordedResource {
  const resource = resources.find((candidate) => candidate.name === name);
  if (resource === undefined) {
    throw new Error(`no resource ${name} among ${resources.map((each) => each.name).join(", ")}`);
  }
  return resource;
}

/** Name and short type of each resource, sorted: the shape of a component. */
export function shapeOf(resources: readonly RecordedResource[]): string[] {
  return resources.map(({ type, name }) => `${name}: ${type.split(":").pop() ?? type}`).sort();
}

/** The value at a path of the inputs, such as `spec.template.spec.containers.0.image`. */
export function inputAt(resource: RecordedResource, path: string): unknown {
  let value: unknown = resource.inputs;
  for (const key of path.split(".")) {
    value = isRecord(value) ? value[key] : undefined;
  }
  return value;
}

/** The value of an output. */
export function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => {
    output.apply(resolve);
  });
}
