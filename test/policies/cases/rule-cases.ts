import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";

/** What a rule is tried on; a rule about the stack takes a list. */
export type TestSubject = TestResource | readonly TestResource[];

/** The least that every rule is tried on. */
export interface RuleCases {
  readonly compliant: readonly TestSubject[];
  readonly violating: readonly { readonly subject: TestSubject; readonly message: RegExp }[];
  /** The deciding property, or in a rule about the stack the partner, is left out. */
  readonly absent: { readonly subject: TestSubject; readonly outcome: "pass" | "fail" };
  /** A deciding property is not known at preview. */
  readonly unknown: readonly TestSubject[];
  /** The rule asks only what is there, which is always known, so that there is no case with an unknown value. */
  readonly readsNoValue?: true;
}

/** The cases of all rules of a service, by rule id. */
export type ServiceCases = Readonly<Record<string, RuleCases>>;

/**
 * The cases of a rule that one property decides.
 *
 * @param base a compliant resource
 * @param path the property, with list indices as numbers: `agentPoolProfiles.0.enableNodePublicIP`
 */
export function propertyCases(
  base: TestResource,
  path: string,
  values: {
    readonly good: readonly unknown[];
    readonly bad: readonly unknown[];
    readonly absent: "pass" | "fail";
  },
): RuleCases {
  const message = new RegExp(`${literally(shownPath(path))} is`);
  return {
    compliant: values.good.map((value) => withInput(base, path, value)),
    violating: values.bad.map((value) => ({ subject: withInput(base, path, value), message })),
    absent: { subject: withInput(base, path, undefined), outcome: values.absent },
    unknown: [withInput(base, path, unknown)],
  };
}

/** A copy of the resource with another value at a path; `undefined` leaves the property out. */
export function withInput(resource: TestResource, path: string, value: unknown): TestResource {
  return { ...resource, inputs: asRecord(replaced(resource.inputs, path.split("."), value)) };
}

function replaced(container: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (Array.isArray(container)) {
    return container.map((element: unknown, index) =>
      index === Number(name) ? replaced(element, rest, value) : element,
    );
  }
  const object = typeof container === "object" && container !== null ? asRecord(container) : {};
  return { ...object, [name]: replaced(object[name], rest, value) };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function shownPath(path: string): string {
  return path.replaceAll(/\.(\d+)/g, "[$1]");
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
